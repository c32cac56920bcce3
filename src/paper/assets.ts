import { readFile } from "node:fs/promises";
import type { App } from "../platform/http/server.ts";

const FILES = [
  { path: "/paper.css", type: "text/css", file: new URL("./paper.css", import.meta.url) },
  { path: "/wall.css", type: "text/css", file: new URL("./line/wall.css", import.meta.url) },
  { path: "/paper.js", type: "text/javascript", file: new URL("./print-button.js", import.meta.url) },
];

/** The style of what is printed, and the script of its one button: files of their own, as the policy asks. */
export function assetRoutes(app: App): void {
  for (const { path, type, file } of FILES) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header("cache-control", "public, max-age=300")
        .send(await readFile(file)),
    );
  }
}
