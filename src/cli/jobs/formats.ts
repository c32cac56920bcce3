import { writtenNumber } from "../../platform/text/written-number.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../platform/time.ts";
import type { Language } from "../../text/text.ts";

/** How times and numbers are written in what the operator reads. */

/** 0,3 in Greek, and from ten on whole ones */
export function secondsText(ms: number, language: Language): string {
  const fraction = ms < 10_000 ? 1 : 0;
  return writtenNumber(ms / 1_000, language, { minimumFractionDigits: fraction, maximumFractionDigits: fraction });
}

/** 5.210 in Greek; – where it is not counted */
export const countText = (count: number | null | undefined, language: Language): string =>
  typeof count === "number" ? writtenNumber(count, language) : "–";

/** 10:42:04, or with its day */
export function momentText(at: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = String(at.toZonedDateTimeISO("Europe/Athens").second).padStart(2, "0");
  const time = `${clockTextOf(at)}:${seconds}`;
  if (dateOf(at).equals(dateOf(now))) return time;
  const [, month, day] = dateTextOf(at).split("-");
  return `${day}/${month} ${time}`;
}
