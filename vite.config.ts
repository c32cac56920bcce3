import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The staff application: src/web → dist/web. Nothing is inlined, so that the strict content security policy holds. */
export default defineConfig({
  root: "src/web",
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      ["/api", "/sign-in", "/sign-out", "/signed-out", "/callback"].map((path) => [
        `^${path}(/|$|\\?|\\.css$)`,
        `http://127.0.0.1:${process.env.PORT ?? 3000}`,
      ]),
    ),
  },
});
