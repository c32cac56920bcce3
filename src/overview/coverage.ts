import { factsOfOffice } from "../appointments/place/facts.ts";
import { factsByDay } from "../availability/by-day.ts";
import type { Facts } from "../availability/facts.ts";
import { lengthOf, union } from "../availability/intervals.ts";
import { openParts, queueDays } from "../availability/queue-day.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { dateOf, epochMinute, type LocalDay } from "../platform/time.ts";
import type { Coverage, CoverageQuery } from "./contract.ts";
import { closedDayOf, gapsOn, type IsStaffed } from "./gaps.ts";
import { weeksAhead } from "./rules.ts";
import { namedQueues, type Staffing, staffingOf } from "./sql.ts";

/** The head's overview of the coming weeks: how full each queue is, which days are closed, where service has gaps. */
export async function coverageOf(
  tx: Read,
  office: AdministeredOffice,
  query: CoverageQuery,
  now: Temporal.Instant,
): Promise<Coverage> {
  const nowMinute = epochMinute(now);
  const days = weeksAhead(Temporal.PlainDate.from(query.from), query.weeks, dateOf(now));
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (!first || !last) return { days: null, queues: [], closed: [], gaps: [] };
  const facts = factsByDay(await factsOfOffice(tx, office, first, last), days);
  const isStaffed = staffedBy(await staffingOf(tx, office.id, first, last));
  const names = await namedQueues(tx, office.id, first);
  const ofDays = days.map((day, index) => ({ day, facts: facts[index] as Facts }));
  const minutes = minutesByQueue(ofDays);
  return {
    days: { from: first.toString(), to: last.toString() },
    queues: names.map(({ number, name }) => ({ number, name, ...(minutes.get(number) ?? NO_MINUTES) })),
    closed: ofDays.flatMap((of) => closedDayOf(of.facts, of.day) ?? []),
    gaps: ofDays.flatMap((of) => gapsOn(of.facts, of.day, isStaffed, nowMinute)),
  };
}

function staffedBy(staffing: readonly Staffing[]): IsStaffed {
  const known = new Map(staffing.map((one) => [one.number, one]));
  return (queue, date) => {
    const { hasEmployee = false, substituted = [] } = known.get(queue) ?? {};
    return hasEmployee || substituted.includes(date);
  };
}

type Minutes = Pick<Coverage["queues"][number], "booked" | "offered">;
const NO_MINUTES: Minutes = { booked: 0, offered: 0 };

/** Of whole days, today too: what is served already was booked and offered. */
export function minutesByQueue(
  ofDays: readonly { readonly day: LocalDay; readonly facts: Facts }[],
): ReadonlyMap<number, Minutes> {
  const sums = new Map<number, Minutes>();
  for (const { day, facts } of ofDays) {
    for (const queueDay of queueDays(facts, day)) {
      const { number, active } = queueDay.queue;
      const { booked, offered } = sums.get(number) ?? NO_MINUTES;
      sums.set(number, {
        booked: booked + lengthOf(union(day, queueDay.taken)),
        offered: offered + lengthOf(union(day, active ? openParts(queueDay) : [])),
      });
    }
  }
  return sums;
}
