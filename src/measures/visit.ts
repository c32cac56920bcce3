import type { Status, TicketStatus } from "../appointments/statuses.ts";

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
  /** null: without an appointment */
  readonly appointed: Temporal.Instant | null;
  /** Of the place that was kept for it; none for a number */
  readonly placeMinutes: number;
  /** Whoever has one has no place */
  readonly isTicket: boolean;
  /** The only one of the visit; null: several, or nobody noted which */
  readonly service: string | null;
  readonly channel: string;
  readonly queue: number | null;
  readonly status: Status | TicketStatus;
  /** Of the service, by the catalogue */
  /** In whose plan it stands; of a number as `counter` */
  readonly minutes: number;
  /** The queue whose counter serves or served it; its own where no other one called it */
  readonly counter: number | null;
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
}

/** An act that was taken back did not happen; of several that stand the last one counts. */
export function measuredVisit({ acts, ...recorded }: RecordedVisit): MeasuredVisit {
  const standing = standingOf(acts);
  const at = (...kinds: readonly string[]) => standing.findLast(({ kind }) => kinds.includes(kind))?.at ?? null;
  const booked = at("booked", "transferred");
  const arrived = at("arrived", "issued");
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
    called: at("called"),
    started: at("service-started"),
    completed: at("completed"),
    left: at("left"),
    missed: at("no-show"),
    turnedAway: at("turned-away"),
    since: arrived && appointed && !isLate ? appointed : arrived,
    isFromPaper: standing.some(({ isFromPaper }) => isFromPaper),
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
