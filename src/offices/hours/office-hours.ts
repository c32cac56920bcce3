import { without } from "../../availability/intervals.ts";
import { clockText, dateOf, epochMinute, type Interval, localDay } from "../../platform/time.ts";
import { type DatedHours, datedHours } from "./dated-hours.ts";
import type { DayHours } from "./day-hours.ts";
import { type WeekHours, weekHours } from "./week-hours.ts";

/** When an office is open and when its telephone is answered. Pure. */
export interface OfficeHours {
  /** Null: not known */
  readonly counter: WeekHours | null;
  readonly telephone: WeekHours | null;
  /** In order, a day in one of them alone */
  readonly exceptions: readonly DatedHours[];
}

export type Side = "counter" | "telephone";

/** Columns of an office. */
export interface StoredHours {
  readonly counterHours: string | null;
  readonly telephoneHours: string | null;
  readonly hoursExceptions: string | null;
}

export const officeHours = ({ counterHours, telephoneHours, hoursExceptions }: StoredHours): OfficeHours => ({
  counter: weekHours(counterHours),
  telephone: weekHours(telephoneHours),
  exceptions: datedHours(hoursExceptions),
});

/** By the office's own word, before anything closes it; null: not known. */
export function ownHoursOn(
  { exceptions, ...weeks }: OfficeHours,
  side: Side,
  date: Temporal.PlainDate,
): { readonly hours: DayHours | null; readonly exception: DatedHours | null } {
  const day = date.toString();
  const exception = exceptions.find(({ first, last, ...own }) => first <= day && day <= last && own[side]) ?? null;
  return { hours: exception?.[side] ?? weeks[side]?.[date.dayOfWeek - 1] ?? null, exception };
}

/** What closes a whole office for a time, in epoch minutes. */
export interface OfficeClosing extends Interval {
  readonly reason: string;
}

/** In epoch minutes, without what is closed; null: not known. */
export function openOn(
  hours: OfficeHours,
  side: Side,
  date: Temporal.PlainDate,
  closed: readonly Interval[],
): Interval[] | null {
  const own = ownHoursOn(hours, side, date).hours;
  const day = localDay(date);
  return (
    own &&
    without(
      own.map(({ from, to }) => ({ from: day.at(from), to: day.at(to) })),
      closed,
    )
  );
}

export type OpenState<Why extends OfficeClosing> =
  | { readonly is: "unknown" }
  /** Until a time of the day */
  | { readonly is: "open"; readonly until: string }
  | {
      readonly is: "closed";
      /** Why it is not open the whole day, where it usually would be: what closes it, or the office's own day */
      readonly why: Why | DatedHours | null;
      /** Null: not in the days looked at */
      readonly opens: { readonly date: string; readonly time: string } | null;
    };

/** An instant of opening is open, one of closing closed. @param closed of all the days that are looked at */
export function stateAt<Why extends OfficeClosing>(
  hours: OfficeHours,
  side: Side,
  { now, closed, days }: { readonly now: Temporal.Instant; readonly closed: readonly Why[]; readonly days: number },
): OpenState<Why> {
  const [today, minute] = [dateOf(now), epochMinute(now)];
  const parts = openOn(hours, side, today, closed);
  if (!parts) return { is: "unknown" };
  const present = parts.find(({ from, to }) => from <= minute && minute < to);
  if (present) return { is: "open", until: clockText(clockMinute(present.to, today)) };
  return { is: "closed", why: parts.length > 0 ? null : whyClosed(), opens: nextOpening() };

  function whyClosed(): Why | DatedHours | null {
    const { hours: own, exception } = ownHoursOn(hours, side, today);
    if (own?.length === 0) return exception;
    return closed.find(({ from, to }) => from < localDay(today).to && localDay(today).from < to) ?? null;
  }

  function nextOpening() {
    for (let ahead = 0; ahead <= days; ahead++) {
      const date = today.add({ days: ahead });
      const next = openOn(hours, side, date, closed)?.find(({ from }) => from > minute);
      if (next) return { date: date.toString(), time: clockText(clockMinute(next.from, date)) };
    }
    return null;
  }
}

/** Of a minute within a day or at its end. */
function clockMinute(epoch: number, date: Temporal.PlainDate): number {
  const day = localDay(date);
  return epoch === day.to ? 1440 : day.minuteOf(epoch);
}
