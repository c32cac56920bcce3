import type { Appointment } from "../appointments/contract.ts";
import { visitorOf } from "../appointments/statuses.ts";
import { instantOf, localDay, minuteOfDay } from "../platform/time.ts";
import type { Ticket } from "./contract.ts";

/** In which order those who wait are served. Pure, browser-safe. */

/** Who came without an appointment counts as an appointment so many minutes later */
export const SLACK_MINUTES = 15;
/** Who comes later than so many minutes after the appointed time counts as without an appointment */
export const LATE_MINUTES = 10;

/** Somebody who waits: with an appointment, or with a number. */
export interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly appointment: Appointment | null;
  readonly ticket: Ticket | null;
  /** Which serves it; null: any */
  readonly queue: number | null;
  /** Since when they wait: nobody waits before the appointed time */
  readonly since: Temporal.Instant;
  /** By which they are served, the earliest first */
  readonly due: Temporal.Instant;
  readonly isCalled: boolean;
}

/** All of a day who are here and not served yet, in the order in which they are due. */
export function whoWaits(appointments: readonly Appointment[], tickets: readonly Ticket[]): Waiting[] {
  return [
    ...appointments.filter(({ status }) => visitorOf(status) === "waiting").map(withAppointment),
    ...tickets.filter(({ status }) => visitorOf(status) === "waiting").map(withNumber),
  ].sort(byDue);
}

/** Those whom a queue may serve, the next one first: whoever it has called before anybody else. */
export function lineOf(queue: number, waiting: readonly Waiting[]): Waiting[] {
  const own = waiting.filter((each) => each.queue === queue || each.queue === null);
  return own.toSorted((a, b) => Number(b.isCalled) - Number(a.isCalled));
}

export const isBeingServed = (
  queue: number,
  visit: { readonly status: Ticket["status"] | Appointment["status"]; readonly queue: number | null },
): boolean => visitorOf(visit.status) === "at-counter" && visit.queue === queue;

function withAppointment(appointment: Appointment): Waiting {
  const { id, version, queue, calledAt } = appointment;
  const arrived = Temporal.Instant.from(appointment.statusAt);
  const appointed = instantOf(localDay(Temporal.PlainDate.from(appointment.date)).at(minuteOfDay(appointment.time)));
  const isWithout = cameWithout(appointment) || minutesFrom(appointed, arrived) > LATE_MINUTES;
  const since = isWithout ? arrived : later(appointed, arrived);
  const due = isWithout ? arrived.add({ minutes: SLACK_MINUTES }) : appointed;
  return { id, version, appointment, ticket: null, queue, since, due, isCalled: calledAt !== null };
}

/** Booked and arrived at once: a place was free, but others may have waited longer. */
const cameWithout = ({ channel, statusAt, createdAt }: Appointment): boolean =>
  channel === "in-person" && statusAt === createdAt;

function withNumber(ticket: Ticket): Waiting {
  const { id, version, queue, issuedAt, calledAt } = ticket;
  const since = Temporal.Instant.from(issuedAt);
  const due = since.add({ minutes: SLACK_MINUTES });
  return { id, version, appointment: null, ticket, queue, since, due, isCalled: calledAt !== null };
}

const byDue = (a: Waiting, b: Waiting): number =>
  Temporal.Instant.compare(a.due, b.due) || Temporal.Instant.compare(a.since, b.since) || (a.id < b.id ? -1 : 1);

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a);

/** Whole minutes from one to the other. */
export const minutesFrom = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
