import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../refusal.ts";
import { BARE_HEADERS } from "../broken-request.ts";
import { languageOf, problemOf } from "../problem.ts";

const REFUSAL = new Refusal(503, "unavailable");
const BODIES = { el: bodyIn("el"), en: bodyIn("en") } as const;

/**
 * Told at once, and past everything that makes other answers dear: of three that ask while one can be answered, two are
 * told so, and that must cost little beside the answer.
 */
export function tellToComeAgain(request: FastifyRequest, reply: FastifyReply): void {
  const body = BODIES[languageOf(request)];
  const { server } = request;
  server.noteUnavailable(REFUSAL);
  reply.hijack();
  reply.raw
    .writeHead(503, {
      ...BARE_HEADERS,
      "content-type": "application/problem+json; charset=utf-8",
      "content-length": body.length,
      "retry-after": String(secondsUntilNext()),
      // Of a server that is stopping, see closing.ts.
      ...(!server.server.listening && { connection: "close" }),
    })
    .end(body);
}

function bodyIn(language: "el" | "en"): Buffer {
  return Buffer.from(JSON.stringify(problemOf(REFUSAL, language)));
}

/** Not all at the same time. */
const secondsUntilNext = (): number => 1 + Math.floor(Math.random() * 3);
