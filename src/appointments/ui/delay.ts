import { minuteOf, timeOf } from "../../kit/dates.ts";
import type { Moment } from "../acts.ts";
import type { Appointment } from "../contract.ts";
import { visitorOf } from "../statuses.ts";
import { actsOn } from "./acts/next-acts.ts";

/**
 * How long a visitor has waited, been at the counter or been missed, in minutes of the server's clock. Early: came before
 * the time, which is said instead, for nobody waits too long for what has not begun.
 */
export type Delay =
  | { readonly kind: "waiting" | "at-counter" | "late"; readonly minutes: number }
  | { readonly kind: "early"; readonly at: string };

/** Null: another day, over, or not due yet. Pure. */
export function delayOf({ status, statusAt, date, time }: Appointment, now: Moment): Delay | null {
  if (date !== now.date) return null;
  const since = (moment: string) => Math.max(0, minuteOf(now.time) - minuteOf(moment));
  switch (visitorOf(status)) {
    case "at-counter":
      return { kind: "at-counter", minutes: since(timeOf(statusAt)) };
    case "waiting":
      return now.time < time
        ? { kind: "early", at: timeOf(statusAt) }
        : { kind: "waiting", minutes: since(timeOf(statusAt)) };
    case "awaited":
      return since(time) > 0 ? { kind: "late", minutes: since(time) } : null;
    default:
      return null;
  }
}

/** Late enough that somebody must decide whether the citizen still comes. */
export const isOverdue = (appointment: Appointment, now: Moment): boolean =>
  delayOf(appointment, now)?.kind === "late" && actsOn(appointment, now).steps.includes("no-show");
