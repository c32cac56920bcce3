import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Html } from "../text/html.ts";

/** A page as it travels. */
interface ReadyPage {
  readonly gzipped: Buffer;
}

/** Of each answer that many are told its page, made once: to send it again costs next to nothing. */
export function readyPages(): (answer: object, make: () => Html) => ReadyPage {
  const pages = new WeakMap<object, ReadyPage>();
  return (answer, make) => {
    const ready = pages.get(answer) ?? { gzipped: gzipSync(make().markup) };
    pages.set(answer, ready);
    return ready;
  };
}

/** Compressed for whoever takes that, which all browsers do. */
export function sendReadyPage(request: FastifyRequest, reply: FastifyReply, { gzipped }: ReadyPage): FastifyReply {
  reply.type("text/html; charset=utf-8").header("vary", "accept-encoding");
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?!\.\d*[1-9]))/.test(request.headers["accept-encoding"] ?? "");
  return takesGzip ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(gunzipSync(gzipped));
}
