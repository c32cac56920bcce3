import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import packageFile from "./package.json" with { type: "json" };

/** What every page needs of others' code, and the few lines that hold the parts together. */
const LIBRARIES = /node_modules\/(@tanstack|react|react-dom|scheduler|use-sync-external-store)\/|rolldown\/runtime/;

/** Compressed once here, as well as it goes, and never again while serving. */
const precompressed: Plugin = {
  name: "precompressed",
  async writeBundle({ dir }, files) {
    const names = Object.keys(files).filter((name) => /^assets\/.*\.(js|css|svg)$/.test(name));
    await Promise.all(
      names.map(async (name) => {
        const text = await readFile(`${dir}/${name}`);
        await writeFile(`${dir}/${name}.br`, await promisify(brotliCompress)(text));
        await writeFile(`${dir}/${name}.gz`, await promisify(gzip)(text, { level: 9 }));
      }),
    );
  },
};

/** The staff application: src/web, with what it imports → dist/web. No script or style is inlined, so that the strict content security policy holds. */
export default defineConfig({
  root: "src/web",
  plugins: [react(), precompressed],
  // The catalogues: as a program they weigh less than as text in one.
  json: { stringify: false, namedExports: false },
  resolve: { alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL("src/kit/zod.ts", import.meta.url)) }] },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    // What is written newer than these browsers are, the build writes for them.
    target: packageFile.browserslist.map((named) => named.replace(" ", "")),
    // Pictures may be inline by the policy, and small ones cost less so; scripts, styles and fonts may not.
    assetsInlineLimit: (file) => file.endsWith(".svg"),
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Most of the time goes into compressing, as it should.
      checks: { pluginTimings: false },
      output: {
        // The builder names a shared part after all that share it.
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, "")}-[hash].js`,
        // Parts that share parts may need each other: each file of ours runs when its first reader does, whichever part it came in.
        strictExecutionOrder: true,
        codeSplitting: {
          // What the day needs comes in two files: our own changes with each release, the libraries stay in the cache.
          groups: [
            { name: "libraries", test: LIBRARIES, includeDependenciesRecursively: false, priority: 3 },
            { name: "start", test: /src\/web\/main\.tsx$/, priority: 2 },
            // Its halves need each other while they are loaded.
            {
              name: "schemas",
              test: /node_modules\/zod\/|src\/kit\/zod\.ts$/,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            // These too.
            {
              name: "controls",
              test: /node_modules\/(@?react-aria|@?react-stately|react-aria-components|@internationalized)\//,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            // What draws comes with the first picture.
            {
              name: "plot",
              test: /node_modules\/(@visx|d3-|internmap|classnames)|src\/kit\/charts\/plot\.tsx$/,
              priority: 1,
            },
            // The rest by who shares it, but not in crumbs.
            {
              name: "shared",
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 40_000,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ["/api", "/paper", "/sign-in", "/sign-out", "/signed-out", "/callback"].map((path) => [
        `^${path}(/|$|\\?|\\.(css|js)$)`,
        `http://127.0.0.1:${process.env.PORT ?? 3000}`,
      ]),
    ),
  },
});
