import { type AnyAct, type Hindrance, type Moment, STEPS } from "./acts.ts";
import type { Appointment } from "./contract.ts";
import { hindranceBy, INITIAL_STATUS, type Status, visitorOf } from "./statuses.ts";

/** As much of an appointment as it takes to tell what may be done with it */
export type ActedOn = Pick<Appointment, "status" | "date" | "time"> & { readonly anonymizedAt: unknown };

/**
 * Why an act can't be done now; null when it can: by the status, the clock, and whether anybody knows whose it is. The
 * server asks before it writes and the desk before it offers. Pure.
 */
export function hindrance(act: AnyAct, visit: ActedOn, now: Moment): Hindrance | null {
  if (visit.anonymizedAt !== null) return { why: "anonymous" };
  const why = hindranceBy(visit.status, act);
  if (why) return { why };
  // To a counter people are called who are there now.
  if (act === "call") return visit.date === now.date ? null : { why: "day-over" };
  return (STEPS as readonly AnyAct[]).includes(act) ? tooEarly(act, visit, now) : null;
}

const NO_SHOW_AFTER = 10;

/**
 * Nobody arrives or is served on a day that is still to come, and nobody is marked as absent before ten minutes have
 * passed. What was forgotten at the counter may be entered later.
 */
function tooEarly(act: AnyAct, { date, time }: Moment, now: Moment): Hindrance | null {
  if (date > now.date) return { why: "day-to-come" };
  if (act !== "no-show") return null;
  const from = Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes: NO_SHOW_AFTER });
  if (Temporal.PlainDateTime.compare(from, `${now.date}T${now.time}`) <= 0) return null;
  return { why: "too-early", from: from.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** A visitor who waits and is given another day is awaited again. */
export const statusOn = (date: string, visit: Pick<Appointment, "status" | "date">): Status =>
  visitorOf(visit.status) === "waiting" && visit.date !== date ? INITIAL_STATUS : visit.status;
