import { daysFrom, factsByDay, indexAt } from "../../availability/by-day.ts";
import type { Facts } from "../../availability/facts.ts";
import { type QueueDay, queueDays, refusalOf } from "../../availability/queue-day.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOfMinute, epochMinute, type Interval, type LocalDay } from "../../platform/time.ts";
import type { Channel } from "../contract.ts";
import { LONGER } from "../field/visit-services.ts";
import { type AppointmentRow, type ServiceTerms, termsOfServices } from "../sql.ts";
import { offerFacts } from "./facts-sql.ts";
import { minutesTogether } from "./length.ts";
import { type OfferWish, type Place, type Placement, placeFor } from "./offer.ts";

/** Finding a place under the day's lock. What the rules refuse becomes a refusal with its exact reason. */

interface TimedWish extends OfferWish {
  readonly channel: Channel;
  readonly now: Temporal.Instant;
}

/** A wish whose length is still being asked for: it travels with the facts. */
interface PlaceWish extends Omit<TimedWish, "minutes"> {
  readonly minutes: Promise<number>;
}

/** `self` moves: its own old place counts as free. */
export async function placeOrRefuse(
  tx: Read,
  office: ActingOffice,
  { minutes: minutesOf, ...place }: PlaceWish,
  self?: AppointmentRow,
): Promise<Place> {
  const [facts, minutes] = await Promise.all([factsWithout(tx, office, place.date, self), minutesOf]);
  return placeAmong(facts, { ...place, minutes });
}

/** The place by what is known of its day. @throws Refusal as `placeOrRefuse` */
export function placeAmong(facts: Facts, wish: TimedWish): Place {
  const placement = placeFor(facts, wish, wish.channel, epochMinute(wish.now));
  if ("queue" in placement) return placement;
  throw placeRefusal(placement.refused, wish.time, wish.minutes);
}

/** An appointment that stays, but longer, or that comes back. */
export interface Replaced {
  readonly before: AppointmentRow;
  readonly after: AppointmentRow;
}

/** The place of each must be open, and free but for what it leaves itself; it may be past. */
export async function requirePlaces(tx: Read, office: ActingOffice, replaced: readonly Replaced[]): Promise<void> {
  if (replaced.length === 0) return;
  const starts = replaced.map(({ after }) => epochMinute(after.starts_at));
  const [first, last] = [dateOfMinute(Math.min(...starts)), dateOfMinute(Math.max(...starts))];
  const facts = await offerFacts(tx, office.id, first, last);
  const days = daysFrom(first, first.until(last, { largestUnit: "day" }).days + 1);
  const served = factsByDay(facts, days).map((ofDay, index) => {
    const day = days[index] as LocalDay;
    return { day, queues: queueDays(ofDay, day) };
  });
  for (const one of replaced) requireServed(served[indexAt(days, epochMinute(one.after.starts_at))] as ServedDay, one);
}

interface ServedDay {
  readonly day: LocalDay;
  readonly queues: readonly QueueDay[];
}

function requireServed({ day, queues }: ServedDay, { before, after }: Replaced): void {
  const queueDay = queues.find(({ queue }) => queue.number === after.queue);
  const visit = { ...visitOf(after), isOnline: after.channel === "online" };
  const own = visitOf(before);
  const isOwn = ({ from }: Interval) => after.queue === before.queue && from === own.from;
  const refused = queueDay
    ? refusalOf({ ...queueDay, taken: queueDay.taken.filter((part) => !isOwn(part)) }, day, visit)
    : { why: "queue-inactive" as const };
  if (refused) throw placeRefusal(refused, clockTextOf(after.starts_at), visit.to - visit.from);
}

const visitOf = (row: AppointmentRow): Interval => ({ from: epochMinute(row.starts_at), to: epochMinute(row.ends_at) });

async function factsWithout(
  tx: Read,
  office: ActingOffice,
  date: Temporal.PlainDate,
  self: AppointmentRow | undefined,
): Promise<Facts> {
  const facts = await offerFacts(tx, office.id, date, date);
  if (!self) return facts;
  const own = visitOf(self);
  return { ...facts, taken: facts.taken.filter(({ queue, from }) => queue !== self.queue || from !== own.from) };
}

type Refused = Extract<Placement, { refused: unknown }>["refused"];

export function placeRefusal(refused: Refused, time: string, minutes: number): Refusal {
  if (refused.why === "queue-not-found") {
    return new Refusal(422, "fields-invalid", { errors: [{ field: "queue", code: "queue-not-found" }] });
  }
  const reason = "closed" in refused ? refused.closed.reason : "";
  const slotMinutes = "slotMinutes" in refused ? refused.slotMinutes : 0;
  const values = { time, minutes, slotMinutes, reason };
  const code = refused.why === "slot-taken" ? "slot-taken" : "slot-not-offered";
  return new Refusal(409, code, {
    values: { ...values, words: refused.why },
    errors: [{ field: "time", code: refused.why, values }],
  });
}

/** As the catalogue has them; PostgreSQL would take offence at some other texts. */
const SERVICE_CODE = /^[a-z0-9-]{1,40}$/;

/**
 * Minutes of a visit's work here, also of a service that is offered no more: an appointment made for it stays.
 * @throws Refusal 422 at the field
 */
export async function serviceMinutes(tx: Read, office: ActingOffice, work: readonly string[]): Promise<number> {
  return minutesTogether(work, await existingTerms(tx, office, work));
}

/** The same of services newly wished, which the office must offer. Read under the lock: a head may be changing them. */
export async function offeredMinutes(tx: Read, office: ActingOffice, work: readonly string[]): Promise<number> {
  const terms = await existingTerms(tx, office, work);
  const missing = work.find((code) => terms.notOffered.has(code));
  if (missing !== undefined) throw serviceNotOffered(missing);
  return minutesTogether(work, terms);
}

export function serviceNotOffered(service: string): Refusal {
  const error = { field: "service", code: "service-not-offered", values: { service } };
  return new Refusal(422, "fields-invalid", { errors: [error] });
}

async function existingTerms(tx: Read, office: ActingOffice, work: readonly string[]): Promise<ServiceTerms> {
  const services = work.filter((code) => code !== LONGER);
  const terms = services.every((code) => SERVICE_CODE.test(code))
    ? await termsOfServices(tx, office.id, services)
    : null;
  if (terms && services.every((code) => terms.minutes.has(code))) return terms;
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "service", code: "service-unknown" }] });
}

/** The database's constraint spoke: somebody is already there. */
export const slotTaken = (at: Temporal.Instant): Refusal => {
  const time = clockTextOf(at);
  return new Refusal(409, "slot-taken", {
    values: { time },
    errors: [{ field: "time", code: "slot-taken", values: { time } }],
  });
};
