import type { FieldError } from "../../platform/refusal.ts";
import type { Moment } from "../acts.ts";

/** What can be wrong with the times of a visit that is over. Pure, browser-safe; the fields are those of the request. */
export function walkInErrors(
  { time, until }: { readonly time: string; readonly until: string | null },
  date: string,
  now: Moment,
): FieldError[] {
  const isToCome = (at: string) => date > now.date || (date === now.date && at > now.time);
  if (isToCome(time)) return [{ field: "time", code: "walk-in-to-come", values: { now: now.time } }];
  if (until === null) return [];
  if (until <= time) return [{ field: "until", code: "walk-in-inverted" }];
  return isToCome(until) ? [{ field: "until", code: "walk-in-to-come", values: { now: now.time } }] : [];
}
