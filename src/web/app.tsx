import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { watchPresses } from "../kit/pressed.ts";
import { queryClient } from "../kit/query-client.ts";
import { LanguageProvider } from "../kit/text.tsx";
import { ToastProvider } from "../kit/toasts.tsx";
import { PrintNote } from "../kit/ui/print-note.tsx";
import { router } from "./router.tsx";

/** @returns what takes it away */
export function start(): () => void {
  watchPresses(document);
  // Each page brings its own title.
  document.querySelector("title")?.remove();
  const root = createRoot(document.getElementById("app") as HTMLElement);
  root.render(
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
  return () => root.unmount();
}
