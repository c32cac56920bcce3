import { factsOfOffice } from "../../appointments/place/facts.ts";
import { visitorOf } from "../../appointments/statuses.ts";
import type { Facts } from "../../availability/facts.ts";
import { openParts, queueDays } from "../../availability/queue-day.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf, epochMinute, instantOf, localDay } from "../../platform/time.ts";
import { type LineNow, lineNow } from "../../waiting/place/line-now.ts";
import { usualMinutes } from "./number-sql.ts";

/** What the day can still serve. */
interface Room {
  /** Who wait, and who are to come with an appointment */
  readonly people: number;
  readonly usualMinutes: number;
  /** Of all counters together */
  readonly openMinutes: number;
}

/** Whether one more is served before the counters close. Pure. */
export const hasRoomForOneMore = ({ people, usualMinutes: each, openMinutes }: Room): boolean =>
  (people + 1) * each <= openMinutes;

/** In epoch minutes. */
interface OpenFrom {
  /** Of all counters together, each by itself */
  readonly minutes: number;
  /** Until when the last of them serves */
  readonly until: number | null;
  /** Until when some of them do without a pause; null: none does now */
  readonly servesUntil: number | null;
}

/** How long counters serve from a minute of a day on. Pure. */
export function openFrom(facts: Facts, now: Temporal.Instant): OpenFrom {
  const minute = epochMinute(now);
  const parts = queueDays(facts, localDay(dateOf(now)))
    .filter(({ queue }) => queue.active)
    .flatMap(openParts)
    .filter(({ to }) => to > minute)
    .toSorted((a, b) => a.from - b.from);
  const together = parts.reduce((end, { from, to }) => (from <= end ? Math.max(end, to) : end), minute);
  return {
    minutes: parts.reduce((total, { from, to }) => total + to - Math.max(from, minute), 0),
    until: parts.length > 0 ? Math.max(...parts.map(({ to }) => to)) : null,
    servesUntil: together > minute ? together : null,
  };
}

/** Of a day that has no room for more: until when its counters serve; null: they have closed. */
export interface FullDay {
  readonly until: string | null;
}

const MINUTES_OF_NONE = 10;

interface RoomNow extends FullDay {
  readonly hasRoom: boolean;
  /** Without a pause from now on; null: no counter serves now */
  readonly servesUntil: string | null;
}

/** Null: there is room for one more. The clerk at the counter is never stopped by it. */
export async function fullDay(tx: Read, office: ActingOffice, now: Temporal.Instant): Promise<FullDay | null> {
  const { hasRoom, until } = await dayRoom(tx, office, now);
  return hasRoom ? null : { until };
}

/** What is left of the day for who comes without an appointment. */
export async function dayRoom(tx: Read, office: ActingOffice, now: Temporal.Instant): Promise<RoomNow> {
  const date = dateOf(now);
  const [facts, line, each] = await Promise.all([
    factsOfOffice(tx, office, date, date),
    lineNow(tx, office, date),
    usualMinutes(tx, office.id),
  ]);
  const { minutes: openMinutes, until, servesUntil } = openFrom(facts, now);
  const room = { people: peopleStill(line, clockTextOf(now)), usualMinutes: each ?? MINUTES_OF_NONE, openMinutes };
  return { hasRoom: hasRoomForOneMore(room), until: clockOrNull(until), servesUntil: clockOrNull(servesUntil) };
}

const clockOrNull = (minute: number | null): string | null => (minute === null ? null : clockTextOf(instantOf(minute)));

/** Who has not come by their time is not waited for. */
const peopleStill = ({ waiting, visits }: LineNow, now: string): number =>
  waiting.length +
  visits.filter(({ status, time }) => visitorOf(status) === "awaited" && time !== null && time >= now).length;
