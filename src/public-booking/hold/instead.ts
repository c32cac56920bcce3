import type { Reason } from "../../availability/facts.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, dateTextOf, minuteOfDay } from "../../platform/time.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import { offeredAhead } from "./offering.ts";

/** What became of a time that a citizen had chosen, and which others there are. */
export interface Instead {
  readonly date: string;
  readonly time: string;
  /** It can still be had */
  readonly isFree: boolean;
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

/** @throws Refusal 422 for a service that the office does not offer */
export async function timesInstead(
  tx: Read,
  office: CitizensOffice,
  {
    service,
    startsAt,
    now,
  }: { readonly service: string; readonly startsAt: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<Instead> {
  const { facts, offering } = await offeredAhead(tx, office, { service, now });
  const days = onlineDays(facts, offering);
  const [date, time] = [dateTextOf(startsAt), clockTextOf(startsAt)];
  const own = days.find((day) => day.date === date);
  const closed = own?.state === "closed" ? (own.closed[0] ?? null) : null;
  const choices = nearestDays(days, dateOf(startsAt)).map((day) => ({
    date: day.date,
    times: nearestTimes(day, time),
  }));
  return { date, time, isFree: own?.times.includes(time) ?? false, closed, choices };
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
