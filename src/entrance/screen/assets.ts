import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { App } from "../../platform/http/server.ts";
import { flattened } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

const style = flattened(read("./kiosk.css"), read("../../kit/styles/tokens.css"));
const script = read("./kiosk.js");

/** Another content is another address: browsers may keep each for ever. */
const addressOf = (content: string, kind: string): string =>
  `/entrance-${createHash("sha256").update(content).digest("hex").slice(0, 10)}.${kind}`;

export const KIOSK_STYLE = addressOf(style, "css");
export const KIOSK_SCRIPT = addressOf(script, "js");

export function kioskAssets(app: App): void {
  for (const [address, type, content] of [
    [KIOSK_STYLE, "text/css", style],
    [KIOSK_SCRIPT, "text/javascript", script],
  ] as const)
    app.get(address, { schema: { hide: true } }, async (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header("cache-control", "public, max-age=31536000, immutable").send(content),
    );
}
