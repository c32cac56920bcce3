import rateLimit from "@fastify/rate-limit";
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
    refuse(await (request.caller ? bySession : byAddress)(request));
  });
}

type Count = Awaited<ReturnType<ReturnType<App["createRateLimit"]>>>;

function refuse(count: Count): void {
  if (count.isAllowed || !count.isExceeded) return;
  throw new Refusal(429, "rate-limited", { values: { seconds: Math.max(1, count.ttlInSeconds) } });
}
