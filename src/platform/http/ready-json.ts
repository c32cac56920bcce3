import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { BROTLI, GZIP, SMALLEST_COMPRESSED } from "./compression.ts";
import { hasUnchanged, takesEncoding } from "./negotiation.ts";

/** An answer that many are sent: written once, and compressed once in each way that somebody takes. */
export interface ReadyJson {
  /** Weak: it is of what the answer says, whatever the clock in it shows */
  readonly etag: string;
  readonly text: Buffer;
  readonly compressed: { br?: Buffer; gzip?: Buffer };
}

export const readyJson = (etag: string, text: string): ReadyJson => ({
  etag: `W/"${etag}"`,
  text: Buffer.from(text),
  compressed: {},
});

/** By what it says, and nothing else. */
export const versionOf = (content: string): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, 16);

/** Of what has no clock in it. */
export const readyContent = (text: string): ReadyJson => readyJson(versionOf(text), text);

const COMPRESS = {
  br: (text: Buffer) => brotliCompressSync(text, BROTLI),
  gzip: (text: Buffer) => gzipSync(text, GZIP),
};

/**
 * Without a body where the caller has it already. Hooks that look at answers before they are written see it as any other:
 * whatever they refuse leaves without a word of it.
 */
export function sendReadyJson(request: FastifyRequest, reply: FastifyReply, ready: ReadyJson): FastifyReply {
  const write = () => {
    reply.header("etag", ready.etag);
    return reply.statusCode === 304 ? null : encoded(request, reply, ready);
  };
  // Fastify takes bytes and nothing as well as text.
  reply.serializer(write as unknown as (payload: unknown) => string);
  if (hasUnchanged(request, ready.etag)) reply.code(304);
  else reply.type("application/json; charset=utf-8");
  return reply.send(ready);
}

function encoded(request: FastifyRequest, reply: FastifyReply, { text, compressed }: ReadyJson): Buffer {
  if (text.length < SMALLEST_COMPRESSED) return text;
  reply.header("vary", "accept-encoding");
  const encoding = (["br", "gzip"] as const).find((name) => takesEncoding(request, name));
  if (!encoding) return text;
  reply.header("content-encoding", encoding);
  compressed[encoding] ??= COMPRESS[encoding](text);
  return compressed[encoding];
}
