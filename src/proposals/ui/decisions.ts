import type { Alternative, Appointment } from "../../appointments/contract.ts";
import { isSamePlace } from "../../appointments/ui/plan-marks.ts";
import { minuteOf } from "../../kit/dates.ts";
import { isOverlapping, type Span } from "../../kit/spans.ts";
import type { Decision, Proposal } from "../contract.ts";
import { isByCall, isByEmail, noticeOf } from "../notice.ts";

/** The head's decision about each appointment of a proposal. Pure. */

export type ConcernedAppointment = Proposal["appointments"][number];
export type Choice = { readonly act: "move"; readonly to: Alternative } | { readonly act: "keep" | "call" };
/** «Μεταφέρονται τα υπάρχοντα», or else only «σταματούν τα νέα» */
export type Mode = "move" | "stay";
/** By the appointment's id */
export type Choices = ReadonlyMap<string, Choice>;

/**
 * One choice for each citizen who is not being served: the head's own where it is still possible, or else what is proposed.
 * No two get the same place.
 */
export function choicesFor({ appointments, ...bounds }: Proposal, mode: Mode, own: Choices): Choices {
  const chosen = new Map<string, Choice>();
  const asked = appointments.filter(({ isUnderWay }) => !isUnderWay);
  for (const one of asked) {
    const wish = own.get(one.appointment.id);
    if (wish && isPossible(one, wish, asked, chosen)) chosen.set(one.appointment.id, wish);
  }
  for (const one of asked.filter(({ appointment }) => !chosen.has(appointment.id)))
    chosen.set(one.appointment.id, mode === "stay" ? { act: "keep" } : startingChoice(one, bounds, asked, chosen));
  return chosen;
}

function isPossible(
  one: ConcernedAppointment,
  choice: Choice,
  all: readonly ConcernedAppointment[],
  chosen: Choices,
): boolean {
  if (choice.act !== "move") return true;
  return placesOf(one).some((place) => isSamePlace(place, choice.to)) && !isGiven(one, choice.to, all, chosen);
}

type EarlierBounds = Pick<Proposal, "earlierMinutes" | "urgentUntil">;

/** The place proposed, or the next one in time that nobody has; without any it stays on the call list. */
function startingChoice(
  one: ConcernedAppointment,
  bounds: EarlierBounds,
  all: readonly ConcernedAppointment[],
  chosen: Choices,
): Choice {
  if (!one.place) return { act: "call" };
  const to = placesOf(one).find(
    (place) => isUnasked(one.appointment, place, bounds) && !isGiven(one, place, all, chosen),
  );
  return to ? { act: "move", to } : { act: "call" };
}

/** Not so much earlier, nor so soon, that only the head may choose it. */
function isUnasked(
  now: Pick<Appointment, "date" | "time">,
  to: Alternative,
  { earlierMinutes, urgentUntil }: EarlierBounds,
): boolean {
  const earlier = earlierBy(now, to);
  return earlier === 0 || (earlier <= earlierMinutes && !isBefore(to, urgentUntil));
}

/** @param moment date and time, as `urgentUntil` has them */
const isBefore = ({ date, time }: Pick<Alternative, "date" | "time">, moment: string): boolean =>
  `${date}T${time}` < moment;

/** Minutes by which the citizen would have to come sooner; no place is of an earlier day. */
export const earlierBy = (now: Pick<Appointment, "date" | "time">, to: Pick<Alternative, "date" | "time">): number =>
  now.date === to.date ? Math.max(0, minuteOf(now.time) - minuteOf(to.time)) : 0;

/** The places that are open to this appointment, the proposed one first. */
export function placesOf({ place, choices }: ConcernedAppointment): Alternative[] {
  if (!place) return [...choices];
  return [place, ...choices.filter((choice) => !isSamePlace(choice, place))];
}

/** Whether another one of them goes where this one would. */
export function isGiven(
  one: ConcernedAppointment,
  place: Alternative,
  all: readonly ConcernedAppointment[],
  chosen: Choices,
): boolean {
  const { id, minutes } = one.appointment;
  return all.some(({ appointment: other }) => {
    const choice = chosen.get(other.id);
    return other.id !== id && choice?.act === "move" && isAtOnce(place, minutes, choice.to, other.minutes);
  });
}

function isAtOnce(a: Alternative, aMinutes: number, b: Alternative, bMinutes: number): boolean {
  return a.date === b.date && a.queue === b.queue && isOverlapping(spanFrom(a, aMinutes), spanFrom(b, bMinutes));
}

function spanFrom({ time }: Alternative, minutes: number): Span {
  const from = minuteOf(time);
  return { from, to: from + minutes };
}

export type NotificationOutcome = ConcernedAppointment["notice"] | "kept";

/** The way in which the citizen is told: only of another time, and by a call where nothing was found. */
export function notificationAfter(
  { appointment, isUnderWay }: ConcernedAppointment,
  choice: Choice | undefined,
  urgentUntil: string,
): NotificationOutcome {
  if (isUnderWay || !choice || choice.act === "keep") return "kept";
  const to = choice.act === "move" ? choice.to : null;
  if (to && isSameTime(appointment, to)) return "none";
  const reach = { hasEmail: appointment.email !== null, hasPhone: appointment.phone !== null };
  const isUrgent = isBefore(appointment, urgentUntil) || (to !== null && isBefore(to, urgentUntil));
  return noticeOf(reach, { hasPlace: to !== null, isUrgent });
}

export const isSameTime = (a: Pick<Appointment, "date" | "time">, b: Pick<Alternative, "date" | "time">): boolean =>
  a.date === b.date && a.time === b.time;

export interface Counts {
  readonly concerned: number;
  readonly moved: number;
  readonly kept: number;
  readonly sameTime: number;
  readonly emails: number;
  /** Some of them beside an e-mail */
  readonly calls: number;
  /** On the call list too, for somebody to think of a way */
  readonly withoutPhone: number;
  /** Those that move nowhere for want of a place */
  readonly withoutPlace: number;
}

export function countsOf({ appointments, urgentUntil }: Proposal, chosen: Choices): Counts {
  const decided = appointments.map((one) => {
    const choice = chosen.get(one.appointment.id);
    return { act: choice?.act ?? "keep", notice: notificationAfter(one, choice, urgentUntil), place: one.place };
  });
  const count = (is: (one: (typeof decided)[number]) => boolean) => decided.filter(is).length;
  const moved = count(({ act }) => act === "move");
  return {
    concerned: decided.length,
    moved,
    kept: decided.length - moved,
    sameTime: count(({ notice }) => notice === "none"),
    emails: count(({ notice }) => isByEmail(notice)),
    calls: count(({ notice }) => isByCall(notice)),
    withoutPhone: count(({ notice }) => notice === "impossible"),
    withoutPlace: count(({ act, place }) => act === "call" && place === null),
  };
}

/** As the server wants them: in the version that was seen, and a citizen who is being served stays. */
export function decisionsOf({ appointments }: Proposal, chosen: Choices): Decision[] {
  return appointments.flatMap(({ appointment: { id, version }, isUnderWay }): Decision[] => {
    const choice = isUnderWay ? { act: "keep" as const } : chosen.get(id);
    return choice ? [{ ...choice, id, version }] : [];
  });
}
