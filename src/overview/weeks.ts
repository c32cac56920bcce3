import type { Alternative, Channel } from "../appointments/contract.ts";
import { earliestByTelephone } from "../appointments/first-free/by-telephone.ts";
import { type FactsBetween, firstFree } from "../appointments/first-free/first-free.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import { serviceMinutes } from "../appointments/place/placing.ts";
import { daysFrom, factsByDay } from "../availability/by-day.ts";
import { type Facts, holidayOf } from "../availability/facts.ts";
import { queueDays } from "../availability/queue-day.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { clockTextOf, dateOf, epochMinute, type LocalDay } from "../platform/time.ts";
import { type DayRoom, WEEKS_AHEAD, type Weeks, type WeeksQuery } from "./contract.ts";
import { closingOf, mondayOnOrBefore, roomOf } from "./rules.ts";
import { namedQueues } from "./sql.ts";

/** «When do you have room?»: free against full of some weeks, by day and queue, in visits of one service. */
export async function weeksOf(
  tx: Read,
  office: OperableOffice,
  query: WeeksQuery,
  now: Temporal.Instant,
): Promise<Weeks> {
  const minutes = await serviceMinutes(tx, office, query.service.split(","));
  const monday = mondayOnOrBefore(Temporal.PlainDate.from(query.from));
  const days = daysFrom(monday, query.weeks * 7);
  const facts = await factsOfOffice(tx, office, monday, monday.add({ days: days.length - 1 }));
  const queues = await namedQueues(tx, office.id, monday);
  return {
    from: monday.toString(),
    service: query.service,
    minutes,
    now: { date: dateOf(now).toString(), time: clockTextOf(now) },
    queues: queues.map(({ number, name }) => ({ number, name, active: isEverActive(facts, number) })),
    days: roomOfDays(facts, days, minutes, epochMinute(now)),
    next: await nextFree(tx, office, minutes, now),
  };
}

const isEverActive = ({ queues, activity }: Facts, queue: number): boolean =>
  queues.some(({ number, active }) => number === queue && active) ||
  activity.some((part) => part.queue === queue && part.active);

export function roomOfDays(
  facts: Facts,
  days: readonly LocalDay[],
  minutes: number | null,
  nowMinute: number,
): DayRoom[] {
  const ofDays = factsByDay(facts, days);
  return days.map((day, index) => roomOfDay(ofDays[index] as Facts, day, minutes, nowMinute));
}

function roomOfDay(facts: Facts, day: LocalDay, minutes: number | null, nowMinute: number): DayRoom {
  const ofQueues = queueDays(facts, day);
  return {
    date: day.date.toString(),
    isPast: day.to <= nowMinute,
    ...holidayOf(facts),
    closed: closingOf(ofQueues),
    queues: ofQueues.map((queueDay) => roomOf(queueDay, day, minutes, nowMinute)),
  };
}

/** One at the counter may have the slot that is running. */
async function nextFree(
  tx: Read,
  office: OperableOffice,
  minutes: number,
  now: Temporal.Instant,
): Promise<Weeks["next"]> {
  const nowMinute = epochMinute(now);
  const facts: FactsBetween = (from, to) => factsOfOffice(tx, office, from, to);
  const first = (channel: Channel, earliest: number): Promise<Alternative | null> =>
    firstFree(facts, { from: dateOf(now), weeks: WEEKS_AHEAD, now: nowMinute, earliest, minutes, channel });
  return {
    byPhone: await first("phone", await earliestByTelephone(tx, office.id, now)),
    inPerson: await first("in-person", Number.NEGATIVE_INFINITY),
  };
}
