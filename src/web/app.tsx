import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { watchPresses } from "./pressed.ts";
import { queryClient } from "./query-client.ts";
import { router } from "./router.tsx";
import { LanguageProvider } from "./text.tsx";
import { ToastProvider } from "./toasts.tsx";
import { PrintNote } from "./ui/print-note.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/switch-and-menu.css";
import "./styles/toasts.css";
import "./styles/shell.css";
import "./styles/print.css";

export function start(): void {
  watchPresses(document);
  // Each page brings its own title.
  document.querySelector("title")?.remove();
  createRoot(document.getElementById("app") as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <PrintNote />
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
