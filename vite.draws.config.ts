import { defineConfig } from "vite";
import packageFile from "./package.json" with { type: "json" };

/**
 * The script with which anybody recomputes a draw: src/draws/ui, with the rule → dist/draws. In one file that a saved page still
 * runs, not minified, so that whoever trusts nobody can read it; wrapped by its own name, so that it can start itself as a worker.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist/draws",
    emptyOutDir: true,
    target: packageFile.browserslist.map((named) => named.replace(" ", "")),
    minify: false,
    lib: { entry: "src/draws/ui/verify-page.ts", formats: ["iife"], name: "visits", fileName: () => "verify-draw.js" },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { banner: "function drawCheck() {", footer: "}\ndrawCheck();" },
    },
  },
});
