import type { FastifyRequest } from "fastify";
import { OF_NATION } from "../../database/sql.ts";
import type { Database } from "../../database/transaction.ts";
import { partyAddress } from "../../networks.ts";
import { Refusal } from "../../refusal.ts";
import type { Clock } from "../../time.ts";
import { addToCount, type Counted, countOf, type LimitCount } from "./shared-limits-sql.ts";

/** Limits on what might be guessed, or taken from others: counted in the database, so that any number of processes share them. */
type LimitName =
  | "sign-in failures"
  | "citizens' sign-in failures"
  | "wallets' wrong answers"
  | "tries of wallets"
  | "searches by address"
  | "wishes by address"
  | "searches by code"
  | "looks of calendars"
  | "appointments added"
  | "codes at an entrance"
  | "numbers at an entrance"
  | "numbers at a printer"
  | "printers' wrong keys"
  | "printers' requests"
  | "partners' wrong keys"
  | "partners' requests"
  | "partners' replays";

interface LimitDeps {
  readonly db: Database;
  readonly clock: Clock;
}

export interface Limit {
  readonly name: LimitName;
  readonly max: number;
  readonly minutes: number;
  /** Whose tries are counted together; without it, an address's */
  of?(request: FastifyRequest): string;
}

/** Counts what went wrong: whoever succeeds is never in the way of others behind the same address, and writes nothing. */
export function limitFailures({ db, clock }: LimitDeps, limit: Limit) {
  return {
    /** @throws Refusal 429 */
    refuseAfterMany: async (request: FastifyRequest): Promise<void> => {
      const now = clock();
      const counted = await countOf(db.nation, countedOf(limit, request), now);
      if (counted && counted.count >= limit.max) throw tooMany(counted, now);
    },
    note: async (request: FastifyRequest): Promise<void> => {
      await add({ db, clock }, limit, request, 1);
    },
  };
}

/** Counts each try. @returns what throws Refusal 429 */
export function limitTries(deps: LimitDeps, limit: Limit): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const counted = await add(deps, limit, request, 1);
    if (counted.count > limit.max) throw tooMany(counted, deps.clock());
  };
}

interface Block {
  left: number;
  readonly until: Temporal.Instant;
  /** Until then there is no other one */
  readonly isUsedUp: boolean;
}

/**
 * The same where one asks many times a second: a process takes a block of tries at once, and writes once for all of them.
 * What it has not used of a block when the time is over is lost to the others.
 * @returns what throws Refusal 429
 */
export function limitTriesInBlocks(
  deps: LimitDeps,
  limit: Limit & { readonly block: number },
): (request: FastifyRequest) => Promise<void> {
  const blocks = new Map<string, Block>();
  const taking = new Map<string, Promise<void>>();

  async function take(who: string, request: FastifyRequest): Promise<void> {
    const { count, until } = await add(deps, limit, request, limit.block);
    const left = Math.max(0, limit.block - Math.max(0, count - limit.max));
    blocks.set(who, { left, until, isUsedUp: left === 0 });
  }

  /** Those who ask meanwhile wait for the same. */
  function taken(who: string, request: FastifyRequest): Promise<void> {
    const begun = taking.get(who) ?? take(who, request).finally(() => taking.delete(who));
    taking.set(who, begun);
    return begun;
  }

  return async (request) => {
    const { who } = countedOf(limit, request);
    for (;;) {
      const now = deps.clock();
      const block = blocks.get(who);
      const isOver = !block || Temporal.Instant.compare(block.until, now) <= 0;
      if (!isOver && block.isUsedUp) throw tooMany(block, now);
      if (!isOver && block.left-- > 0) return;
      await taken(who, request);
    }
  };
}

const add = ({ db, clock }: LimitDeps, limit: Limit, request: FastifyRequest, more: number): Promise<LimitCount> => {
  const now = clock();
  const times = { now, until: now.add({ minutes: limit.minutes }) };
  return db.write(OF_NATION, (tx) => addToCount(tx, countedOf(limit, request), more, times));
};

const countedOf = ({ name, of }: Limit, request: FastifyRequest): Counted => ({
  limit: name,
  who: of ? of(request) : partyAddress(request.ip),
});

function tooMany({ until }: Pick<LimitCount, "until">, now: Temporal.Instant): Refusal {
  const seconds = Math.ceil(now.until(until).total("seconds"));
  return new Refusal(429, "rate-limited", { values: { seconds: Math.max(1, seconds) } });
}
