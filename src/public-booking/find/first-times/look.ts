import { isUnavailable } from "../../../platform/database/unavailable.ts";
import type { Load, LoadQueue } from "./load-queue.ts";
import { lookTimeOf, type MomentOf } from "./moments.ts";
import type { LookedAt, ReadDays } from "./read-days.ts";
import { type ServiceTimes, type TimesOfDay, timesIn, timesOn } from "./service-times.ts";

/** Somebody's look at many offices, for one service. */
export interface TimesLook {
  /** Of one office after the other, without a turn of the loop between them. Null: it has not been read. @param date "2026-12-08" */
  on(date: string): (office: LookedAt["office"]) => TimesOfDay | null;
  /** Waits until these have been read, the first ones first, or its time is over. */
  read(offices: readonly LookedAt["office"][], date: Temporal.PlainDate): Promise<void>;
}

export interface LookSource {
  readonly queue: LoadQueue;
  readonly momentOf: MomentOf;
  cachedOf(service: string): ReadonlyMap<number, ServiceTimes> | undefined;
  load(asked: LookedAt, date: Temporal.PlainDate, now: Temporal.Instant): Load<ReadDays | null>;
}

/** Nobody waits for longer in all: then what is known is the answer, and the rest is read for whoever asks next. */
const PATIENCE_MS = 1_500;

export function lookFor(
  { queue, cachedOf, load, momentOf }: LookSource,
  service: string,
  now: Temporal.Instant,
): TimesLook {
  const until = performance.now() + PATIENCE_MS;
  const at = lookTimeOf(now);
  /** What was read for this look: it may have changed meanwhile, or not be cached at all */
  const own = new Map<number, ReadDays | null>();

  function ofOwn(id: number, date: string): TimesOfDay | null {
    const found = own.get(id);
    return found === undefined ? null : timesIn(found, date, found && momentOf(found.terms, at));
  }

  async function note(id: number, { answer }: Load<ReadDays | null>): Promise<void> {
    try {
      const found = await answer;
      const before = own.get(id)?.days ?? [];
      own.set(id, found && { ...found, days: [...found.days, ...before] });
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
  }

  return {
    on: (date) => {
      const cached = cachedOf(service);
      return ({ id }) => {
        const times = cached?.get(id);
        return (times && timesOn(times, date, at, momentOf)) ?? ofOwn(id, date);
      };
    },
    read: (offices, date) => {
      const notes = offices.map((office) => {
        const wanted = load({ office, service }, date, now);
        queue.add(service, wanted);
        return note(office.id, wanted);
      });
      return within(Math.max(0, until - performance.now()), Promise.all(notes));
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, over]).finally(() => clearTimeout(timer));
}
