import type { Reason } from "../../availability/facts.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { createCache } from "../../platform/cache.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, dateTextOf, epochMinute, minuteOfDay } from "../../platform/time.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import { type OfferQuery, offeredAhead } from "./offering.ts";

/** What became of a time that a citizen had chosen, and which others there are. */
export interface Instead {
  readonly date: string;
  readonly time: string;
  /** It can still be had */
  readonly isFree: boolean;
  /** By now it is too near to be had online: nobody took it */
  readonly isTooSoon: boolean;
  /** The office is closed on that whole day, for this reason; null: it is not */
  readonly closed: Reason | null;
  /** The nearest times, of at most two days */
  readonly choices: readonly { readonly date: string; readonly times: readonly string[] }[];
}

const TIMES = 3;
const DAYS = 2;

const GONE = ["slot-taken", "slot-not-offered", "hold-over"];

/** A refusal because of the time, not of who asks: others are shown instead. */
export const isTimeGone = (error: unknown): boolean => error instanceof Refusal && GONE.includes(error.code);

interface ChosenTime extends OfferQuery {
  /** The time that was chosen */
  readonly startsAt: Temporal.Instant;
}

/** @throws Refusal 422 for a service that the office does not offer */
export const timesInstead = async (
  tx: Read,
  office: CitizensOffice,
  { startsAt, ...query }: ChosenTime,
): Promise<Instead> => insteadAmong(await ahead(tx, office, query), startsAt);

const cacheOf = memoizeByObject((_: Database) =>
  createCache<string, Ahead>({ name: "times instead", max: 500, ttlMs: 1_000 }),
);

/**
 * For whoever was told just now that the time is gone: in a rush they are thousands, and the other times are those of at most
 * a second ago, without that one. @throws Refusal as above
 */
export async function timesInsteadOfGone(
  db: Database,
  office: CitizensOffice,
  { startsAt, ...query }: ChosenTime,
): Promise<Instead> {
  const key = [office.id, query.service, query.since ?? "", epochMinute(query.now)].join(" ");
  const read = () => db.read({ office: office.id }, (tx) => ahead(tx, office, query));
  const [date, time] = [dateTextOf(startsAt), clockTextOf(startsAt)];
  const { from, days: all } = await cacheOf(db).load(key, read);
  const days = all.map((day) =>
    day.date === date ? { ...day, times: day.times.filter((other) => other !== time) } : day,
  );
  return insteadAmong({ from, days }, startsAt);
}

interface Ahead {
  readonly days: readonly OnlineDay[];
  /** Epoch minutes: earlier starts are too soon */
  readonly from: number;
}

async function ahead(tx: Read, office: CitizensOffice, query: OfferQuery): Promise<Ahead> {
  const { facts, offering } = await offeredAhead(tx, office, query);
  return { days: onlineDays(facts, offering), from: offering.span.from };
}

function insteadAmong({ days, from }: Ahead, startsAt: Temporal.Instant): Instead {
  const [date, time] = [dateTextOf(startsAt), clockTextOf(startsAt)];
  const own = days.find((day) => day.date === date);
  const closed = own?.state === "closed" ? (own.closed[0] ?? null) : null;
  const choices = nearestDays(days, dateOf(startsAt)).map((day) => ({
    date: day.date,
    times: nearestTimes(day, time),
  }));
  const isFree = own?.times.includes(time) ?? false;
  return { date, time, isFree, isTooSoon: epochMinute(startsAt) < from, closed, choices };
}

function nearestDays(days: readonly OnlineDay[], date: Temporal.PlainDate): OnlineDay[] {
  const distance = ({ date: other }: OnlineDay) => Math.abs(date.until(other, { largestUnit: "day" }).days);
  return days
    .filter(({ times }) => times.length > 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, DAYS)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function nearestTimes({ times }: OnlineDay, time: string): string[] {
  const distance = (other: string) => Math.abs(minuteOfDay(other) - minuteOfDay(time));
  return [...times]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, TIMES)
    .sort();
}
