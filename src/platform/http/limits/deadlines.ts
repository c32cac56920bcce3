import { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { before, type Deadline } from "../../deadline.ts";
import { answerTooSlow } from "../broken-request.ts";
import type { App } from "../server.ts";
import { isArriving } from "./arriving.ts";

/** A little less than the five seconds after which nobody waits for an answer. */
export const ANSWER_MS = 4_700;

/** A form of ours arrives within four seconds, what is longer at the pace of a poor line; the server ends whatever is later. */
const BODY_MS = 3_000;
const BYTES_A_SECOND = 8 * 1024;

/** A request waits in all for no longer than this. */
export function limitTime(app: App): void {
  const deadlines = new WeakMap<FastifyRequest, Deadline>();
  const deadlineOf = (request: FastifyRequest): Deadline => {
    const deadline = deadlines.get(request) ?? { endsAt: performance.now() + ANSWER_MS, stoodSince: null };
    deadlines.set(request, deadline);
    return deadline;
  };
  app.addHook("onRequest", (request, _reply, next) => before(deadlineOf(request), next));
  // While the body arrives only its sender is waited for, who has a time of its own.
  app.addHook("preParsing", (request, reply, _body, next) => {
    deadlineOf(request).stoodSince = performance.now();
    if (isArriving(request)) endSending(request, reply);
    next();
  });
  app.addHook("preValidation", (request, _reply, next) => {
    const deadline = deadlineOf(request);
    deadline.endsAt += performance.now() - (deadline.stoodSince ?? performance.now());
    deadline.stoodSince = null;
    next();
  });
}

/** Who sends too slowly is told so, and the connection ends. */
function endSending({ raw, headers, routeOptions }: FastifyRequest, reply: FastifyReply): void {
  const length = Number(headers["content-length"] ?? routeOptions.bodyLimit);
  // What comes by no connection, as a test's own request, is here already.
  const end = () => raw.complete || !(raw.socket instanceof Socket) || answerTooSlow(raw.socket);
  const timer = setTimeout(end, BODY_MS + (length / BYTES_A_SECOND) * 1_000).unref();
  for (const over of ["close", "finish"]) reply.raw.once(over, () => clearTimeout(timer));
}
