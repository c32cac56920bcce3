import type { FastifyRequest } from "fastify";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { limitFailures, limitTriesInBlocks } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type Clock, offsetText } from "../../platform/time.ts";
import { hashOfToken } from "../../platform/token.ts";
import { KEY_PREFIX } from "../accredit/partners.ts";
import { noteKeyUsed, ownerOfKey } from "./caller-sql.ts";

declare const proof: unique symbol;

/** Proof that the request came with a key of this partner that is good: only `partnersFirst` makes one. */
export interface PartnerCaller {
  readonly [proof]: "partner";
  readonly id: string;
  readonly name: string;
}

/** A partner's program is asked to wait before it can keep others waiting. */
const REQUESTS_A_MINUTE = 600;
/** Of them a process counts so many at once */
const AT_ONCE = 20;
/** From one address: whoever tries keys tries in vain. */
const WRONG_KEYS_A_MINUTE = 60;
/** How often it is written down that a key is in use */
const NOTED = { minutes: 1 } as const;

/**
 * Every route of this part of the application is for partners: the key is looked at before anything else of the request.
 * @throws Refusal 401 `key-unknown` or `key-revoked`, 403 `partner-paused`, 429
 */
export function partnersFirst(
  app: App,
  { db, clock }: { readonly db: Database; readonly clock: Clock },
): (request: FastifyRequest) => PartnerCaller {
  const callers = new WeakMap<FastifyRequest, PartnerCaller>();
  const wrongKeys = limitFailures(
    { db, clock },
    { name: "partners' wrong keys", max: WRONG_KEYS_A_MINUTE, minutes: 1 },
  );
  const limit = limitTriesInBlocks(
    { db, clock },
    {
      name: "partners' requests",
      max: REQUESTS_A_MINUTE,
      minutes: 1,
      block: AT_ONCE,
      of: (request) => callerOf(request).id,
    },
  );

  const callerOf = (request: FastifyRequest): PartnerCaller => {
    const caller = callers.get(request);
    if (!caller) throw new Error("A route for partners was reached without a key.");
    return caller;
  };

  app.addHook("onRequest", async (request, reply) => {
    const hash = hashOfToken(keyIn(request));
    const owner = hash && (await ownerOfKey(db.nation, hash));
    if (!owner || owner.revokedAt) {
      await wrongKeys.refuseAfterMany(request);
      await wrongKeys.note(request);
      reply.header("www-authenticate", "Bearer");
      if (!owner?.revokedAt) throw new Refusal(401, "key-unknown");
      throw new Refusal(401, "key-revoked", { values: { date: offsetText(owner.revokedAt).slice(0, 10) } });
    }
    if (owner.pausedAt)
      throw new Refusal(403, "partner-paused", { values: { date: offsetText(owner.pausedAt).slice(0, 10) } });
    callers.set(request, { id: owner.partner, name: owner.name } as PartnerCaller);
    await limit(request);
    const now = clock();
    const isNoted = owner.usedAt !== null && Temporal.Instant.compare(now.subtract(NOTED), owner.usedAt) < 0;
    if (!isNoted) await db.write(OF_NATION, (tx) => noteKeyUsed(tx, owner.key, now));
  });
  return callerOf;
}

/** What a key is without its prefix; undefined: there is none. */
function keyIn({ headers: { authorization = "" } }: FastifyRequest): string | undefined {
  const [scheme = "", key = ""] = authorization.split(" ");
  return scheme.toLowerCase() === "bearer" && key.startsWith(KEY_PREFIX) ? key.slice(KEY_PREFIX.length) : undefined;
}
