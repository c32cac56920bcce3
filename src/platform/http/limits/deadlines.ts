import type { FastifyRequest } from "fastify";
import { before, type Deadline } from "../../deadline.ts";
import type { App } from "../server.ts";

/** A little less than the five seconds after which nobody waits for an answer. */
export const ANSWER_MS = 4_700;

/** A request waits in all for no longer than this. */
export function limitTime(app: App): void {
  const deadlines = new WeakMap<FastifyRequest, Deadline>();
  const deadlineOf = (request: FastifyRequest): Deadline => {
    const deadline = deadlines.get(request) ?? { endsAt: performance.now() + ANSWER_MS };
    deadlines.set(request, deadline);
    return deadline;
  };
  app.addHook("onRequest", (request, _reply, next) => before(deadlineOf(request), next));
  // While the body arrives only its sender is waited for, who has a time of its own.
  app.addHook("preParsing", (request, _reply, _body, next) => {
    deadlineOf(request).endsAt -= performance.now();
    next();
  });
  app.addHook("preValidation", (request, _reply, next) => {
    deadlineOf(request).endsAt += performance.now();
    next();
  });
}
