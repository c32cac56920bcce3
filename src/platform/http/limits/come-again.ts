import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../refusal.ts";
import { languageOf, problemOf } from "../problem.ts";
import { HEADERS_OF } from "../security-headers.ts";
import { isArriving } from "./arriving.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a person reads who asks for a page while it can't be made */
    comeAgainPage?(request: FastifyRequest): string;
  }
}

const REFUSAL = new Refusal(503, "unavailable");
const BODIES = { el: bodyIn("el"), en: bodyIn("en") } as const;

/**
 * Told at once, and past everything that makes other answers dear: of three that ask while one can be answered, two are
 * told so, and that must cost little beside the answer.
 */
export function tellToComeAgain(request: FastifyRequest, reply: FastifyReply): void {
  const page = request.routeOptions.config.comeAgainPage?.(request);
  const body = page ?? BODIES[languageOf(request)];
  const { server } = request;
  server.noteUnavailable(REFUSAL);
  reply.hijack();
  reply.raw
    .writeHead(503, {
      ...HEADERS_OF[page === undefined ? "data" : "page"],
      "content-type": `${page === undefined ? "application/problem+json" : "text/html"}; charset=utf-8`,
      "content-length": Buffer.byteLength(body),
      "retry-after": String(secondsUntilNext()),
      // Of a server that is stopping, see closing.ts; and of a body of which the rest is read by nobody.
      ...((!server.server.listening || isArriving(request)) && { connection: "close" }),
    })
    .end(body);
}

function bodyIn(language: "el" | "en"): string {
  return JSON.stringify(problemOf(REFUSAL, language));
}

/** Not all at the same time. */
const secondsUntilNext = (): number => 1 + Math.floor(Math.random() * 3);
