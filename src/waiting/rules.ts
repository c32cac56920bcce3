import type { Appointment, AppointmentInList } from "../appointments/contract.ts";
import { LATE_MINUTES, visitorOf } from "../appointments/statuses.ts";
import { instantOf, localDay, minuteOfDay } from "../platform/time.ts";
import type { SeenVisit, Ticket } from "./contract.ts";

/**
 * In which order those who wait are served (decision 0041). Whoever is due first is next, and nobody is passed over for ever:
 * each waits only for those who were due before. Pure, browser-safe.
 */

/** So many calls are answered by nobody before somebody counts as gone */
export const CALLS_BEFORE_ABSENT = 2;

/** Somebody who waits: with an appointment, or with a number. */
export interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly appointment: Appointment | null;
  readonly ticket: Ticket | null;
  /** In whose plan it stands; null: nobody's */
  readonly queue: number | null;
  /** The queue whose counter has called it: no other one does then */
  readonly counter: number | null;
  /** Since when they wait: nobody waits before the appointed time */
  readonly since: Temporal.Instant;
  /** By which they are served, the earliest first */
  readonly due: Temporal.Instant;
}

/**
 * All of a day who are here and not served yet, in the order in which they are due.
 * @param slackMinutes a number counts as an appointment so many minutes after it was given
 */
export function whoWaits(
  appointments: readonly Appointment[],
  tickets: readonly Ticket[],
  slackMinutes: number,
): Waiting[] {
  return [
    ...appointments.filter(isWaiting).map((one) => withAppointment(one, slackMinutes)),
    ...tickets.filter(isWaiting).map((one) => withNumber(one, slackMinutes)),
  ].sort(byDue);
}

const isWaiting = ({ status }: Pick<Appointment | Ticket, "status">): boolean => visitorOf(status) === "waiting";

/**
 * Of those who wait, in that same order, whom a queue's counter may take: whom it has called, then whoever is due first, in
 * whosever plan they stand. Whom another counter has called is not among them.
 */
export const lineOf = (queue: number, waiting: readonly Waiting[]): Waiting[] =>
  waiting
    .filter(({ counter }) => counter === null || counter === queue)
    .toSorted((a, b) => Number(b.counter === queue) - Number(a.counter === queue) || byDue(a, b));

/** As it was seen: nothing was done with it since. */
export const isSameVisit = (a: SeenVisit, b: SeenVisit): boolean => a.id === b.id && a.version === b.version;

/** At which queue's counter it is, or will be. */
export const servingQueueOf = ({ counter, queue }: Pick<Appointment, "counter" | "queue">): number => counter ?? queue;

export const isBeingServed = (
  queue: number,
  visit: Pick<Appointment, "status" | "queue" | "counter"> | Pick<Ticket, "status" | "queue">,
): boolean =>
  visitorOf(visit.status) === "at-counter" && ("counter" in visit ? servingQueueOf(visit) : visit.queue) === queue;

function withAppointment(appointment: Appointment, slackMinutes: number): Waiting {
  const { id, version, queue, calledAt } = appointment;
  const { arrived, appointed, isWithout, since } = arrivalOf(appointment);
  const due = isWithout ? arrived.add({ minutes: slackMinutes }) : appointed;
  const counter = calledAt === null ? null : servingQueueOf(appointment);
  return { id, version, appointment, ticket: null, queue, counter, since, due };
}

/** Since when somebody who has come with an appointment waits: not before its time, unless they came without one. */
export const waitsSince = (appointment: AppointmentInList): Temporal.Instant => arrivalOf(appointment).since;

function arrivalOf(appointment: AppointmentInList) {
  const arrived = Temporal.Instant.from(appointment.statusAt);
  const appointed = instantOf(localDay(Temporal.PlainDate.from(appointment.date)).at(minuteOfDay(appointment.time)));
  const isWithout = cameWithout(appointment) || minutesFrom(appointed, arrived) > LATE_MINUTES;
  return { arrived, appointed, isWithout, since: isWithout ? arrived : later(appointed, arrived) };
}

/** Booked and arrived at once: a place was free, but others may have waited longer. */
const cameWithout = ({ channel, statusAt, createdAt }: AppointmentInList): boolean =>
  channel === "in-person" && statusAt === createdAt;

function withNumber(ticket: Ticket, slackMinutes: number): Waiting {
  const { id, version, queue, issuedAt, calledAt, statutory } = ticket;
  const since = Temporal.Instant.from(issuedAt);
  const due = statutory ? since : since.add({ minutes: slackMinutes });
  const counter = calledAt === null ? null : queue;
  return { id, version, appointment: null, ticket, queue: null, counter, since, due };
}

const byDue = (a: Waiting, b: Waiting): number =>
  Temporal.Instant.compare(a.due, b.due) || Temporal.Instant.compare(a.since, b.since) || (a.id < b.id ? -1 : 1);

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a);

/** Minutes on the clock: wherever they stand they are the same, also where a page's clock shows no seconds. */
export const minutesOnClock = (since: Temporal.Instant, now: Temporal.Instant): number =>
  Math.floor(now.epochMilliseconds / 60_000) - Math.floor(since.epochMilliseconds / 60_000);

/** Whole minutes from one to the other. */
const minutesFrom = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
