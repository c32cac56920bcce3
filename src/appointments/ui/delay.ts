import { minuteOf, timeOf } from "../../kit/dates.ts";
import { instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import { minutesOnClock, waitsSince } from "../../waiting/rules.ts";
import type { Moment } from "../acts.ts";
import type { AppointmentInList } from "../contract.ts";
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
export function delayOf(appointment: AppointmentInList, now: Moment): Delay | null {
  const { status, statusAt, date, time } = appointment;
  if (date !== now.date) return null;
  const since = (moment: string) => Math.max(0, minuteOf(now.time) - minuteOf(moment));
  switch (visitorOf(status)) {
    case "at-counter":
      return { kind: "at-counter", minutes: since(timeOf(statusAt)) };
    case "waiting": {
      const minutes = minutesOnClock(waitsSince(appointment), instantAt(now));
      return minutes < 0 ? { kind: "early", at: timeOf(statusAt) } : { kind: "waiting", minutes };
    }
    case "awaited":
      return since(time) > 0 ? { kind: "late", minutes: since(time) } : null;
    default:
      return null;
  }
}

const instantAt = ({ date, time }: Moment): Temporal.Instant =>
  instantOf(localDay(Temporal.PlainDate.from(date)).at(minuteOfDay(time)));

/** Late enough that somebody must decide whether the citizen still comes. */
export const isOverdue = (appointment: AppointmentInList, now: Moment): boolean =>
  delayOf(appointment, now)?.kind === "late" && actsOn(appointment, now).steps.includes("no-show");
