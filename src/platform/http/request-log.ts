import type { FastifyRequest } from "fastify";
import type { App } from "./server.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** For the log: a request could not be served now, because of this */
    noteUnavailable(cause: unknown): void;
  }
}

const REFUSALS: readonly number[] = [401, 403, 404];
/** Each line stands for twice as long as the one before, while there is something to say */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * A line for each request, with the employee who asked. Those told to come again are many at the same time, and may go on for
 * hours: of them a line after a second, then ever more seldom until it is one a minute, with how many and why.
 */
export function logRequests(app: App): void {
  app.addHook("onResponse", async (request, reply) => {
    if (reply.statusCode === 503) return;
    const isRefused = REFUSALS.includes(reply.statusCode);
    request.log.info(
      { req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ...whoAsks(request, isRefused) },
      isRefused ? "request refused" : "request completed",
    );
  });

  const causes = new Map<string, number>();
  let waitMs = SHORTEST_MS;
  let timer: NodeJS.Timeout | undefined;
  const say = () => {
    const count = causes.values().reduce((sum, one) => sum + one, 0);
    if (count > 0) app.log.error({ count, causes: Object.fromEntries(causes) }, "request failed: told to come again");
    waitMs = count > 0 ? Math.min(2 * waitMs, LONGEST_MS) : SHORTEST_MS;
    timer = count > 0 ? setTimeout(say, waitMs).unref() : undefined;
    causes.clear();
  };
  app.decorate("noteUnavailable", (cause) => {
    if (timer === undefined) timer = setTimeout(say, waitMs).unref();
    const name = causeOf(cause);
    causes.set(name, (causes.get(name) ?? 0) + 1);
  });
  app.addHook("onClose", async () => say());
}

/** An employee by number; of a stranger who is refused nothing is known but the address. */
const whoAsks = ({ caller, ip }: FastifyRequest, isRefused: boolean) => ({
  ...(caller && { employee: caller.employee }),
  ...(isRefused && { ip }),
});

/** Messages of libraries name hosts and settings, never people. */
function causeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause ? `${cause.code}: ${cause.message}` : cause.message;
}
