import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import words from "../../text/el/refusals/problems.json" with { type: "json" };
import type { CitizensLanguage } from "../../text/languages.ts";
import { type Language, wordsOf } from "../../text/text.ts";
import { sqlState } from "../database/transaction.ts";
import { isUnavailable } from "../database/unavailable.ts";
import { type FieldError, Refusal } from "../refusal.ts";
import "../../text/server.ts";

/** Every code with which a request is refused; those of single fields are among them. */
const CODES = Object.keys(words.problem) as (keyof typeof words.problem)[];

/** RFC 9457. `title` is a whole sentence in the caller's language that says what to do. */
export const problemResponse = z
  .looseObject({
    type: z.literal("about:blank"),
    status: z.int(),
    code: z.enum(CODES).describe("Stable; more may come"),
    title: z.string().describe("A whole sentence in the caller's language that says what to do"),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .describe("Each field that is wrong"),
    alternatives: z
      .array(z.object({ date: z.iso.date(), time: z.string(), queue: z.int() }))
      .optional()
      .describe("With slot-taken and slot-not-offered: the nearest free places"),
    taken: z.looseObject({}).nullish().describe("With slot-taken: since when and by whom"),
    current: z.looseObject({}).optional().describe("With a stale version: what it is now"),
    changedBy: z.string().nullish().describe("With a stale version: who changed it"),
  })
  .describe("application/problem+json");

/** Nobody reads more, and an answer stays smaller than what it answers. */
export const MOST_FAULTS = 50;

export function problemOf(refusal: Refusal, language: CitizensLanguage) {
  const { errors, values, extensions } = refusal.details;
  return {
    ...extensions,
    type: "about:blank" as const,
    status: refusal.status,
    code: refusal.code,
    title: wordsOf(language, [`problem.${values?.words ?? refusal.code}`], values),
    ...(errors && {
      errors: errors
        .slice(0, MOST_FAULTS)
        .map(({ field, code, values }) => ({ field, code, message: fieldWords(language, code, values) })),
    }),
  };
}

/** The sentence of a field's error. */
export const fieldWords = (language: CitizensLanguage, code: string, values: FieldError["values"]): string =>
  wordsOf(language, [`field.${code}`, `problem.${code}`], values);

export const languageOf = (request: FastifyRequest): Language =>
  /^\s*en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "el";

export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(noticedRefusal(error, request, reply), request, reply);

/** What an error is to the caller; a fault of ours is logged, and who is to come again is told when. */
export function noticedRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): Refusal {
  const refusal = refusalFor(error);
  request.server.noteRefusal(refusal.code);
  if (refusal.status === 503) request.server.noteUnavailable(error);
  else if (refusal.status >= 500) request.log.error({ err: error }, "request failed");
  if (refusal.status === 503 || refusal.status === 429)
    reply.header("retry-after", refusal.details.values?.seconds ?? 1);
  return refusal;
}

export function sendProblem(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = problemOf(refusal, languageOf(request));
  return reply
    .code(refusal.status)
    .type("application/problem+json; charset=utf-8")
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}

/** A character that PostgreSQL holds in no text, and no field has told of before: NUL. */
const UNSTORABLE = /^(22021|22P05)$/;

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error)) return new Refusal(503, "unavailable");
  if (UNSTORABLE.test(sqlState(error))) return new Refusal(400, "request-malformed");
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  if (status === 429) return new Refusal(429, "rate-limited", { values: { seconds: 10 } });
  if (status === 503) return new Refusal(503, "unavailable");
  if (status === 404) return new Refusal(404, "not-found");
  if (status === 413 || status === 414) return new Refusal(status, "request-too-large");
  if (status === 415) return new Refusal(415, "content-type-unsupported");
  return status >= 400 && status < 500 ? new Refusal(400, "request-malformed") : new Refusal(500, "internal");
}
