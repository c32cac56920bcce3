import type { Reason } from "../../availability/facts.ts";
import type { OnlineDay } from "../online-days.ts";

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
  /** The office's weekly hours have none */
  | { readonly is: "no-hours" }
  | ({ readonly is: "closed" } & Reason)
  /** Open in part: minutes of the day, half-open */
  | ({ readonly is: "closed-part"; readonly from: number; readonly to: number } & Reason);

export function sharedReasons(days: readonly OnlineDay[]): SharedReason[] {
  const groups = new Map<string, { dates: string[]; why: Why }>();
  for (const day of days) {
    const why = whyOf(day);
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

/** Null: it can be had whole, or is over. */
export function whyOf({ state, closed }: OnlineDay): Why | null {
  if (state === "past") return null;
  if (state === "later") return { is: "later" };
  const [first] = closed;
  if (state === "full") return { is: "full" };
  if (state === "closed")
    return first ? { is: "closed", reason: first.reason, reasonEn: first.reasonEn } : { is: "no-hours" };
  return first ? { is: "closed-part", ...first } : null;
}

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;
