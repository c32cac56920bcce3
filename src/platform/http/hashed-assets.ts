import { createHash } from "node:crypto";
import type { App } from "./server.ts";

const TYPES = { css: "text/css", js: "text/javascript" } as const;

/** A style sheet or a script of pages that are made here. */
export interface HashedAsset {
  readonly address: string;
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  readonly content: string;
}

/** Another content is another address: browsers may keep each for ever. @param name of the pages that it is for */
export function hashedAsset(name: string, kind: keyof typeof TYPES, content: string): HashedAsset {
  const mark = createHash("sha256").update(content).digest("hex").slice(0, 10);
  return { address: `/${name}-${mark}.${kind}`, type: TYPES[kind], content };
}

export function serveHashedAssets(app: App, files: readonly HashedAsset[]): void {
  for (const { address, type, content } of files)
    app.get(address, { schema: { hide: true } }, async (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header("cache-control", "public, max-age=31536000, immutable").send(content),
    );
}
