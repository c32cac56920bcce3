import type { Reason } from "../../availability/facts.ts";
import { type ReleaseTerms, releaseOf } from "../terms.ts";
import type { DayChoice } from "./when.ts";

/** Why days can't be had, said once for those that share it. Pure. */
export interface SharedReason {
  /** All that are shown of that weekday */
  readonly isWeekly: boolean;
  readonly dates: readonly string[];
  readonly why: Why;
}

export type Why =
  | { readonly is: "full" }
  /** It opens so many days before */
  | { readonly is: "later" }
  /** What is left of it opens today or tomorrow */
  | { readonly is: "opens"; readonly date: string; readonly time: string }
  /** The office's weekly hours have none */
  | { readonly is: "no-hours" }
  | ({ readonly is: "closed" } & Reason)
  /** Open in part: minutes of the day, half-open */
  | ({ readonly is: "closed-part"; readonly from: number; readonly to: number } & Reason);

/** By what it is known when a day opens. */
export interface DayOpening {
  readonly terms: ReleaseTerms;
  readonly today: Temporal.PlainDate;
}

export function sharedReasons(days: readonly DayChoice[], opening: DayOpening): SharedReason[] {
  const groups = new Map<string, { dates: string[]; why: Why }>();
  for (const day of days) {
    const why = whyOf(day, opening);
    if (!why) continue;
    const key = why.is === "no-hours" ? `${why.is} ${weekdayOf(day.date)}` : JSON.stringify(why);
    const group = groups.get(key) ?? { dates: [], why };
    group.dates.push(day.date);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ dates, why }) => ({ dates, why, isWeekly: why.is === "no-hours" && dates.length > 1 }))
    .sort((a, b) => Number(a.isWeekly) - Number(b.isWeekly));
}

/** Null: it can be had whole, is over, or has times at which they can not come. */
export function whyOf(day: DayChoice, opening: DayOpening): Why | null {
  const { state, closed } = day;
  if (state === "past" || state === "other") return null;
  if (state === "later") return opensSoon(day, opening) ?? { is: "later" };
  const [first] = closed;
  if (state === "full") return { is: "full" };
  if (state === "closed")
    return first ? { is: "closed", reason: first.reason, reasonEn: first.reasonEn } : { is: "no-hours" };
  return first ? { is: "closed-part", ...first } : null;
}

/** Null: neither today nor tomorrow, or nothing is left of it */
export function opensSoon(
  { date: day, opens }: DayChoice,
  { terms, today }: DayOpening,
): (Why & { is: "opens" }) | null {
  const { date, time } = releaseOf(Temporal.PlainDate.from(day), terms);
  const isSoon = Temporal.PlainDate.compare(date, today.add({ days: 1 })) <= 0;
  return isSoon && opens !== null ? { is: "opens", date: date.toString(), time: time ?? opens } : null;
}

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;
