import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError, languageOf } from "../../platform/http/problem.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { IdentityDeps } from "../deps.ts";
import { isPageCode, refusalPage } from "./page.ts";

const RETRY_SECONDS = 5;

/** A browser follows redirects here, so "no" is a page, not a problem document. Every one is logged, without names. */
export function answerWithPage(
  deps: IdentityDeps,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = error instanceof Refusal ? error : null;
  const isTheirs = refusal ? !isPageCode(refusal.code) : isClientError(error);
  if (isTheirs) return answerError(error, request, reply);
  const code = refusal && isPageCode(refusal.code) ? refusal.code : "unavailable";
  const status = refusal?.status ?? 503;
  if (refusal) deps.log.warn({ code, ip: request.ip, reason: foreignReason(refusal.cause) }, "sign-in refused");
  else deps.log.error({ err: error }, "sign-in failed");
  if (status === 503) reply.header("retry-after", RETRY_SECONDS);
  const page = refusalPage(code, { language: languageOf(request), trial: deps.trial ?? false });
  return reply.code(status).type("text/html; charset=utf-8").send(page.markup);
}

function isClientError(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === "number" && status >= 400 && status < 500;
}

/** Codes and messages of the libraries carry no personal data; their other members may. */
export function foreignReason(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code, error } = cause as { code?: unknown; error?: unknown };
  return [cause.message, code, error].filter((part) => typeof part === "string").join(" / ");
}
