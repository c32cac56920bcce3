import type { Status, TicketStatus } from "../appointments/statuses.ts";
import type { ServiceGroup } from "../catalogue/service-groups.ts";
import { dateTextOf } from "../platform/time.ts";

/** What is known of one visit, from the acts that stand. Pure. */

/** How somebody came: with an appointment and by its time, with one but later, or without */
export type VisitClass = "appointment" | "late-appointment" | "walk-in";

export interface VisitAct {
  readonly version: number;
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly isFromPaper: boolean;
  readonly undoes: number | null;
  readonly changesStatus: boolean;
}

/** As it is stored. */
export interface RecordedVisit {
  /** ISO text, in Athens */
  readonly date: string;
  /** Of the appointment or the number */
  readonly id: string;
  /** null: without an appointment */
  readonly appointed: Temporal.Instant | null;
  /** Of the place that was kept for it; none for a number */
  readonly placeMinutes: number;
  /** Whoever has one has no place */
  readonly isTicket: boolean;
  /** The only one of the visit; null: several, or nobody noted which */
  readonly service: string | null;
  /** Under which the ministry has that service; a number without one: what was said at the entrance. null: nobody has said */
  readonly group: ServiceGroup | null;
  readonly channel: string;
  /** In whose plan it stands; of a number as `counter` */
  readonly queue: number | null;
  /** The queue whose counter serves or served it; its own where no other one called it */
  readonly counter: number | null;
  readonly status: Status | TicketStatus;
  /** Of the service, by the catalogue; of its place, where those are more */
  readonly minutes: number;
  readonly acts: readonly VisitAct[];
}

export interface MeasuredVisit extends Omit<RecordedVisit, "acts"> {
  readonly class: VisitClass;
  readonly booked: Temporal.Instant | null;
  readonly arrived: Temporal.Instant | null;
  readonly called: Temporal.Instant | null;
  readonly started: Temporal.Instant | null;
  readonly completed: Temporal.Instant | null;
  readonly left: Temporal.Instant | null;
  readonly missed: Temporal.Instant | null;
  readonly turnedAway: Temporal.Instant | null;
  /** Nobody waits before the appointed time */
  readonly since: Temporal.Instant | null;
  readonly isFromPaper: boolean;
  /** Whether it was seen when they came, and when they left: neither told by paper nor noted on a later day */
  readonly hasTimes: boolean;
}

/**
 * An act that was taken back did not happen; of several that stand the last one counts. What was noted on a later day than the
 * visit's says that it was, not when.
 */
export function measuredVisit({ acts, ...recorded }: RecordedVisit): MeasuredVisit {
  const standing = standingOf(acts);
  const at = (...kinds: readonly string[]) => standing.findLast(({ kind }) => kinds.includes(kind))?.at ?? null;
  const isOfDay = (moment: Temporal.Instant | null) => moment !== null && dateTextOf(moment) === recorded.date;
  const onItsDay = (kind: string) => (isOfDay(at(kind)) ? at(kind) : null);
  const booked = at("booked", "transferred");
  const arrived = at("arrived", "issued");
  const left = at("left");
  const isFromPaper = standing.some((act) => act.isFromPaper);
  const isWithout =
    recorded.appointed === null ||
    (recorded.channel === "in-person" && booked !== null && arrived?.equals(booked) === true);
  const appointed = isWithout ? null : recorded.appointed;
  const isLate = appointed !== null && arrived !== null && Temporal.Instant.compare(arrived, appointed) > 0;
  const withAppointment = isLate ? "late-appointment" : "appointment";
  return {
    ...recorded,
    appointed,
    booked,
    arrived,
    class: isWithout ? "walk-in" : withAppointment,
    called: onItsDay("called"),
    started: onItsDay("service-started"),
    completed: onItsDay("completed"),
    left,
    missed: at("no-show"),
    turnedAway: at("turned-away"),
    since: arrived && appointed && !isLate ? appointed : arrived,
    isFromPaper,
    hasTimes: !isFromPaper && [arrived, left].every((moment) => moment === null || isOfDay(moment)),
  };
}

/** Given another day, who had come is awaited again, and nobody is called to a counter that they left. */
function standingOf(acts: readonly VisitAct[]): VisitAct[] {
  const undone = new Set(acts.map(({ undoes }) => undoes));
  const standing = acts.filter(({ kind, version }) => kind !== "undone" && !undone.has(version));
  const anew = standing.findLastIndex(({ kind, changesStatus }) => kind === "moved" && changesStatus);
  const moved = standing.findLastIndex(({ kind }) => kind === "moved");
  return standing.filter(
    ({ kind }, index) =>
      (index > anew || kind === "booked" || kind === "transferred") && (index > moved || kind !== "called"),
  );
}
