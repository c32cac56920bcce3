import type { FastifyRequest } from "fastify";
import type { Database } from "../../platform/database/transaction.ts";
import { limitFailures, limitTriesInBlocks } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Clock } from "../../platform/time.ts";
import { type ExistingScreen, screenByKey } from "../existing-screen.ts";
import { PRINTER_KEY_PREFIX } from "../rules.ts";

/** A printer that asks, with the key by which it did. */
export interface PrinterCaller extends ExistingScreen {
  readonly key: string;
}

/** A heartbeat every five seconds, a person every second, and each of their presses sent again twice */
const REQUESTS_A_MINUTE = 300;
/** Of them a process counts so many at once */
const AT_ONCE = 20;
/** From one address: whoever tries keys tries in vain. */
const WRONG_KEYS_A_MINUTE = 60;

/**
 * Every route of this part of the application is for printers: the key is looked at before anything else of the request.
 * @throws Refusal 401 `printer-key-unknown`, 429
 */
export function printersFirst(
  app: App,
  { db, clock }: { readonly db: Database; readonly clock: Clock },
): (request: FastifyRequest) => PrinterCaller {
  const callers = new WeakMap<FastifyRequest, PrinterCaller>();
  const wrongKeys = limitFailures(
    { db, clock },
    { name: "printers' wrong keys", max: WRONG_KEYS_A_MINUTE, minutes: 1 },
  );
  const limit = limitTriesInBlocks(
    { db, clock },
    {
      name: "printers' requests",
      max: REQUESTS_A_MINUTE,
      minutes: 1,
      block: AT_ONCE,
      of: (request) => callerOf(request).id,
    },
  );

  const callerOf = (request: FastifyRequest): PrinterCaller => {
    const caller = callers.get(request);
    if (!caller) throw new Error("A route for printers was reached without a key.");
    return caller;
  };

  app.addHook("onRequest", async (request, reply) => {
    const key = keyIn(request);
    const printer = await screenByKey(db, key, "printer");
    if (!printer || key === undefined) {
      await wrongKeys.refuseAfterMany(request);
      await wrongKeys.note(request);
      reply.header("www-authenticate", "Bearer");
      throw new Refusal(401, "printer-key-unknown");
    }
    callers.set(request, { ...printer, key });
    await limit(request);
  });
  return callerOf;
}

/** What a key is without its prefix; undefined: there is none. */
function keyIn({ headers: { authorization = "" } }: FastifyRequest): string | undefined {
  const [scheme = "", key = ""] = authorization.split(" ");
  const isOurs = scheme.toLowerCase() === "bearer" && key.startsWith(PRINTER_KEY_PREFIX);
  return isOurs ? key.slice(PRINTER_KEY_PREFIX.length) : undefined;
}
