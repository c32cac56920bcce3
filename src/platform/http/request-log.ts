import type { FastifyRequest } from "fastify";
import type { App } from "./server.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** For the log: a request could not be served now, because of this */
    noteUnavailable(cause: unknown): void;
  }
}

const REFUSALS: readonly number[] = [401, 403, 404];
const GATHER_MS = 1_000;

/**
 * A line for each request, with the employee who asked. Those told to come again are many at the same time: of them a
 * line a second, with how many and why.
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
  const say = () => {
    const count = causes.values().reduce((sum, one) => sum + one, 0);
    app.log.error({ count, causes: Object.fromEntries(causes) }, "request failed: told to come again");
    causes.clear();
  };
  app.decorate("noteUnavailable", (cause) => {
    if (causes.size === 0) setTimeout(say, GATHER_MS);
    const name = causeOf(cause);
    causes.set(name, (causes.get(name) ?? 0) + 1);
  });
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
