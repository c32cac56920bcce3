import { minuteOf } from "../../../kit/dates.ts";
import type { Span } from "../../../kit/spans.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { timeIn } from "../../../platform/text/typed-time.ts";
import type { HoursRequest, Queue } from "../../contract.ts";
import { hoursErrors } from "../../rules.ts";
import { asRequested, isSameTimes, type OpeningTimes, WEEKDAYS, type Week, weekdayOf, weekFrom } from "./hours-week.ts";

/** New hours as they are being typed: since when, and the weekdays that were touched. Pure. */

export const SCOPES = ["always", "from", "date", "season"] as const;
export type Scope = (typeof SCOPES)[number];

export interface HoursDraft {
  readonly scope: Scope;
  readonly from: string;
  readonly to: string;
  /** Only what was touched, as typed; the rest stays as it is */
  readonly edits: Week;
}

export function datesOf({ scope, from, to }: HoursDraft, today: string): { from: string; to: string | null } {
  if (scope === "always") return { from: today, to: null };
  if (scope === "from") return { from, to: null };
  return { from, to: scope === "date" ? from : to };
}

export function shownDays({ scope, from }: HoursDraft): readonly number[] {
  return scope === "date" && from !== "" ? [weekdayOf(from)] : WEEKDAYS;
}

/** The hours from then on, with what was typed over them. */
export const shownWeek = (draft: HoursDraft, queue: Queue, today: string): Week => ({
  ...standing(draft, queue, today),
  ...draft.edits,
});

const standing = (draft: HoursDraft, { hours }: Queue, today: string): Week =>
  weekFrom(hours, datesOf(draft, today).from || today);

/** What would be sent: the shown weekdays that differ. Intervals keep their places, for what is wrong is said there. */
export function requestOf(draft: HoursDraft, queue: Queue, today: string): HoursRequest {
  const before = standing(draft, queue, today);
  const changed = shownDays(draft).flatMap((day): [string, OpeningTimes[]][] => {
    const times = draft.edits[day]?.map(asRead);
    return times && !isSameTimes(times, before[day] ?? []) ? [[String(day), times]] : [];
  });
  return { ...datesOf(draft, today), week: asRequested(Object.fromEntries(changed)) };
}

const asRead = ({ opens, closes }: OpeningTimes): OpeningTimes => ({
  opens: timeIn(opens) ?? opens,
  closes: timeIn(closes) ?? closes,
});

export function faultsOf(draft: HoursDraft, queue: Queue, today: string): FieldError[] {
  const request = requestOf(draft, queue, today);
  const undated = (["from", "to"] as const).filter((field) => request[field] === "");
  if (undated.length > 0) return undated.map((field) => ({ field, code: "date-required" }));
  const unread = Object.entries(request.week).flatMap(([day, times]) => unreadIn(day, times));
  const readable = Object.entries(request.week).filter(([day]) => unreadIn(day, request.week[day] ?? []).length === 0);
  return [...unread, ...hoursErrors({ ...request, week: Object.fromEntries(readable) }, queue.slotMinutes, today)];
}

const unreadIn = (day: string, times: readonly OpeningTimes[]): FieldError[] =>
  times.flatMap(({ opens, closes }, index) => {
    if (timeIn(opens) && timeIn(closes)) return [];
    const isBlank = opens.trim() === "" || closes.trim() === "";
    return [{ field: `week.${day}.${index}`, code: isBlank ? "time-required" : "time-unread" }];
  });

/** As a band can show it; null while it is no interval. */
export function spanOfTimes({ opens, closes }: OpeningTimes): Span | null {
  const [from, to] = [timeIn(opens), timeIn(closes)];
  if (!from || !to || to <= from) return null;
  return { from: minuteOf(from), to: minuteOf(to) };
}

/** A further interval begins an hour after the last one: what one expects of an afternoon. */
export function furtherTimes(times: readonly OpeningTimes[]): OpeningTimes {
  const last = times.map(spanOfTimes).reduce((latest, span) => Math.max(latest, span?.to ?? 0), 0);
  if (last === 0) return { opens: "08:00", closes: "15:00" };
  return { opens: last + 120 <= 1440 ? clock(last + 60) : "", closes: last + 120 <= 1440 ? clock(last + 120) : "" };
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
