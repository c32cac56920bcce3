import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { Config } from "../../config.ts";
import { Refusal } from "../../refusal.ts";
import type { App } from "../server.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** For those who watch the server: never counted, never made to wait */
    readonly isWatch?: boolean;
    /** It waits for foreign servers, and keeps nobody of ours waiting meanwhile: it has a bound of its own */
    readonly waitsAbroad?: boolean;
  }
}

const MINUTE_MS = 60_000;
/** Addresses and sessions remembered */
const MOST_COUNTED = 50_000;

/** By session once it is known, so that no office behind one address is locked out; strangers by address. */
export async function limitRates(app: App, config: Config): Promise<void> {
  const max = config.RATE_LIMIT_PER_MINUTE;
  await app.register(rateLimit, { global: false, max, timeWindow: MINUTE_MS, cache: MOST_COUNTED });
  const byAddress = app.createRateLimit();
  const bySession = app.createRateLimit({ keyGenerator: (request) => request.caller?.session ?? "" });
  app.addHook("onRequest", async (request) => {
    if (request.routeOptions.config.isWatch) return;
    refuse(await (request.caller ? bySession : byAddress)(request), 0);
  });
}

/** Counts what went wrong, by address: whoever succeeds is never in the way of others behind the same one. */
export function limitFailures(app: App, max: number) {
  const failures = app.createRateLimit({ max });
  return {
    /** @throws Refusal 429 */
    refuseAfterMany: async (request: FastifyRequest) => refuse(await failures(request, { increment: false }), 1),
    note: async (request: FastifyRequest): Promise<void> => {
      await failures(request);
    },
  };
}

interface Tries {
  readonly max: number;
  readonly minutes: number;
  /** What they are counted by; without it, the address */
  of?(request: FastifyRequest): string;
}

/** Counts how often something is tried that might be guessed. @returns what throws Refusal 429 */
export function limitTries(app: App, { max, minutes, of }: Tries): (request: FastifyRequest) => Promise<void> {
  const tries = app.createRateLimit({
    ...{ max, timeWindow: minutes * MINUTE_MS, cache: MOST_COUNTED },
    ...(of && { keyGenerator: of }),
  });
  return async (request) => refuse(await tries(request), 0);
}

type Count = Awaited<ReturnType<ReturnType<App["createRateLimit"]>>>;

/** @param next how many more there would be with this one, where it is not counted yet */
function refuse(count: Count, next: 0 | 1): void {
  if (count.isAllowed || (next === 0 ? !count.isExceeded : count.remaining > 0)) return;
  throw new Refusal(429, "rate-limited", { values: { seconds: Math.max(1, count.ttlInSeconds) } });
}
