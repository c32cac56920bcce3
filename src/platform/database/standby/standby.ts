import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../../config.ts";
import { type ReadOnlyDatabase, readsUnder } from "../transaction.ts";
import { isOutOfReach, isUnavailable } from "../unavailable.ts";
import { followPrimary } from "./follow-primary.ts";
import { type LogPosition, replayPosition } from "./log-position.ts";
import { createPositions } from "./positions.ts";
import { requireFit, UnfitStandby, unfitness } from "./require-fit.ts";
import { standbyPool } from "./standby-pool.ts";

/** A standby of the primary, or several behind one address, for what nobody decides by (docs/decisions/0076). */
export interface Standby {
  /** Null: the primary is to be asked. @param isUnchanged whether nothing that is looked at was heard to have changed since then */
  readsFor(isUnchanged: (since: number) => boolean): ReadOnlyDatabase | null;
  /** Of a look that failed there. @returns whether the primary may do better */
  fail(error: unknown): boolean;
  state(): StandbyState;
  /** Whoever wants to hear how it is: once a second, and at once when that changes */
  onState(hear: (state: StandbyState) => void): void;
  stop(): Promise<void>;
}

export interface StandbyState {
  /** Why looks don't go there; null: they do */
  readonly unfit: string | null;
  readonly isPrimaryAway: boolean;
  /** How far behind it was when it was looked at last: milliseconds; null: not known */
  readonly lagMs: number | null;
}

const LOOK_MS = 1_000;

type Settings = Pick<Config, "DATABASE_URL" | "DATABASE_DIRECT_URL" | "DATABASE_POOL_SIZE" | "READ_DATABASE_LAG_MS">;

export function openStandby(url: string, settings: Settings): Standby {
  const end = new AbortController();
  const positions = createPositions(settings.READ_DATABASE_LAG_MS);
  const pool = standbyPool(url, settings.DATABASE_POOL_SIZE);
  const heard: ((state: StandbyState) => void)[] = [];
  let unfit: string | null = "it has not been looked at yet";
  let lagMs: number | null = null;

  const state = (): StandbyState => ({ unfit, isPrimaryAway: primary.isAway(), lagMs });
  const tell = () => {
    if (end.signal.aborted) return;
    for (const hear of heard) hear(state());
  };
  const judge = (reason: string | null) => {
    const isNews = unfit !== reason;
    unfit = reason;
    if (isNews) tell();
  };
  const primary = followPrimary(settings.DATABASE_DIRECT_URL ?? (settings.DATABASE_URL as string), positions, () => {
    tell();
    // What is wanted of a standby is another thing now.
    void look();
  });

  /** Undefined: none is known of a primary that is there. Null: anything will do, for none was ever known. */
  function wanted(isUnchanged: (since: number) => boolean): LogPosition | null | undefined {
    const position = positions.wanted(isUnchanged, performance.now());
    return position ?? (primary.isAway() ? positions.lastWanted() : undefined);
  }

  async function look(): Promise<void> {
    const position = wanted(() => true);
    if (position === undefined) return judge("the primary does not say in time how far it is");
    try {
      const client = await pool.connect();
      const replayed = await replayPosition(client).catch((error: Error) => {
        client.release(error);
        throw error;
      });
      const reason = unfitness(replayed, position);
      const fault = reason ? new UnfitStandby(reason) : undefined;
      client.release(fault);
      lagMs = replayed && positions.ageOf(replayed.lsn, performance.now());
      judge(fault?.message ?? null);
    } catch (error) {
      lagMs = null;
      judge((error as Error).message);
    }
  }

  async function keepLooking(): Promise<void> {
    while (!end.signal.aborted) {
      await look();
      tell();
      await sleep(LOOK_MS, undefined, { signal: end.signal }).catch(() => {});
    }
  }

  const looking = keepLooking();
  return {
    readsFor: (isUnchanged) => {
      const position = unfit === null ? wanted(isUnchanged) : undefined;
      return position === undefined
        ? null
        : readsUnder(pool, async (client) => void (await requireFit(client, position)));
    },
    fail: (error) => {
      const isUnfit = error instanceof UnfitStandby;
      if (!isUnfit && !isUnavailable(error)) return false;
      // A statement that replay has cancelled is that look's alone.
      if (isUnfit || isOutOfReach(error)) judge((error as Error).message);
      return true;
    },
    state,
    onState: (hear) => void heard.push(hear),
    stop: async () => {
      end.abort();
      await Promise.all([looking, primary.stop()]);
      await pool.end();
    },
  };
}
