import { existsSync, readdirSync, statSync } from "node:fs";
import { BIN, ROOT } from "./paths.mjs";
import { run } from "./processes.mjs";
import { requireWritable } from "./writable.mjs";

const RESULT = `${ROOT}dist/web/index.html`;
const SOURCES = ["src", "docs/manual", "index.html", "public", "vite.config.ts", "package-lock.json"];

export function buildPages() {
  requireWritable("dist", "The pages are not built, or older than their sources");
  // Whoever has them built, such as a test: they are the ones that are served.
  return run(`${BIN}/vite`, ["build", "--logLevel", "warn", "--configLoader", "native"], { NODE_ENV: "production" });
}

/** Builds the pages unless the last build is newer than every source. */
export async function buildStalePages() {
  if (existsSync(RESULT) && newest(SOURCES.map((source) => ROOT + source)) < statSync(RESULT).mtimeMs) return 0;
  console.log("Building the pages…");
  return buildPages();
}

/** Folders count too: a file that was taken away changes its folder. */
function newest(paths) {
  const times = paths.map((path) => {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (!entry) return 0;
    if (!entry.isDirectory()) return entry.mtimeMs;
    return Math.max(entry.mtimeMs, newest(readdirSync(path).map((name) => `${path}/${name}`)));
  });
  return Math.max(0, ...times);
}
