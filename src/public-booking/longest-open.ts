import { factsOfOffice } from "../appointments/place/facts.ts";
import { daysFrom, factsByDay } from "../availability/by-day.ts";
import type { Facts } from "../availability/facts.ts";
import { longestVisit, queueDays, takes } from "../availability/queue-day.ts";
import type { CitizensOffice } from "../identity/citizens/citizens-office.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf, type LocalDay } from "../platform/time.ts";
import { isSeveral } from "./longest-visit.ts";
import { placeToGo } from "./office-sql.ts";
import { type Offering, onlineRoom } from "./online-days.ts";
import { lastOpenDay, type OnlineTerms } from "./terms.ts";

/** Visits that no public queue of an office has room for, whoever gives a time back: nobody can wait for one. */

interface Ahead extends Pick<Offering, "first" | "last" | "counterPercent"> {}

/**
 * The longest visit that citizens could book from `first` to `last`, both included, if nobody had taken anything: by hours and
 * what is closed, and by the share that is given online. In minutes; 0: nothing is open. Pure.
 */
export function longestOpen(facts: Facts, { first, last, counterPercent }: Ahead): number {
  const days = daysFrom(first, Math.max(0, first.until(last, { largestUnit: "day" }).days + 1));
  const ofDays = factsByDay({ ...facts, taken: [] }, days);
  return Math.max(0, ...ofDays.map((ofDay, index) => longestOn(ofDay, days[index] as LocalDay, counterPercent)));
}

function longestOn(facts: Facts, day: LocalDay, counterPercent: number): number {
  const queues = queueDays(facts, day).filter(({ queue }) => takes(queue, true));
  const nobodys = { minutes: 0, span: day, counterPercent, taken: new Map<string, number>() };
  const { left } = onlineRoom(queues, day.date.toString(), nobodys);
  const inRoom = (slotMinutes: number) => Math.floor(left / slotMinutes) * slotMinutes;
  return Math.max(
    0,
    ...queues.map((queueDay) => Math.min(longestVisit(queueDay, day), inRoom(queueDay.queue.slotMinutes))),
  );
}

/** Where nothing is open that is what has to be said, and not how long it takes. */
export const isLongerThanOpen = (minutes: number, longest: number): boolean => longest > 0 && minutes > longest;

export interface LongVisit {
  /** As `visitText` writes it */
  readonly service: string;
  readonly minutes: number;
  /** The appointment that there is stays as it is */
  readonly isMove?: boolean | undefined;
}

/** @throws Refusal 422 `visit-longer-than-open`, or `service-longer-than-open` for one service, with the telephone beside */
export async function requireOpenStretch(
  tx: Read,
  office: Pick<CitizensOffice, "id">,
  { service, minutes, isMove = false }: LongVisit,
  longest: number,
): Promise<void> {
  if (!isLongerThanOpen(minutes, longest)) return;
  const { code, phone } = await placeToGo(tx, office.id);
  const values = { minutes, longest, office: code, phone: phone ?? "", service: isMove ? "" : service };
  const fault = isSeveral(service) ? "visit-longer-than-open" : "service-longer-than-open";
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "service", code: fault, values }] });
}

/** The same for whoever knows nothing of the days that are open. @throws Refusal as above */
export async function requireOpenStretchAhead(
  tx: Read,
  { office, terms }: { readonly office: Pick<CitizensOffice, "id">; readonly terms: OnlineTerms },
  visit: LongVisit,
  now: Temporal.Instant,
): Promise<void> {
  const days = { first: dateOf(now), last: lastOpenDay(terms, now) };
  const facts = await factsOfOffice(tx, office, days.first, days.last);
  await requireOpenStretch(tx, office, visit, longestOpen(facts, { ...days, counterPercent: terms.counterPercent }));
}
