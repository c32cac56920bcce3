import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { memoizeByObject } from "../memoize.ts";
import type { Html } from "../text/html.ts";

/** A page as it travels. */
export interface ReadyPage {
  readonly gzipped: Buffer;
}

export const readyPage = ({ markup }: Html): ReadyPage => ({ gzipped: gzipSync(markup) });

/** Of each answer that many are told its page, made once: to send it again costs next to nothing. */
export const readyPages = <Answer extends object>(make: (answer: Answer) => Html): ((answer: Answer) => ReadyPage) =>
  memoizeByObject((answer) => readyPage(make(answer)));

/** Compressed for whoever takes that, which all browsers do. */
export function sendReadyPage(request: FastifyRequest, reply: FastifyReply, { gzipped }: ReadyPage): FastifyReply {
  reply.type("text/html; charset=utf-8").header("vary", "accept-encoding");
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?!\.\d*[1-9]))/.test(request.headers["accept-encoding"] ?? "");
  return takesGzip ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(gunzipSync(gzipped));
}
