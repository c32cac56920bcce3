import { numericDate } from "../../../kit/dates.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import type { Text } from "../../../text/text.ts";
import type { Queue } from "../../contract.ts";
import type { HoursDraft, Scope } from "./hours-draft.ts";
import { type OpeningTimes, WEEKDAYS, type Week } from "./hours-week.ts";

/** Hours as texts, a weekday for each: those that are typed, and those that stand. Pure. */

export const newHours = (today: string): Texts => ({ scope: "always", from: today, to: today, ...weekTexts({}) });

/** @param edits a weekday that is not in it stays as it is */
export const weekTexts = (edits: Week): Texts =>
  Object.fromEntries(WEEKDAYS.map((day) => [dayField(day), edits[day] ? JSON.stringify(edits[day]) : ""]));

export const dayField = (day: number): string => `week.${day}`;

export function draftIn(values: Texts): HoursDraft {
  const { scope, from = "", to = "" } = values;
  const edits = WEEKDAYS.flatMap((day): [number, readonly OpeningTimes[]][] => {
    const text = values[dayField(day)];
    return text ? [[day, JSON.parse(text)]] : [];
  });
  return { scope: scope as Scope, from, to, edits: Object.fromEntries(edits) };
}

type Hours = Queue["hours"];

/** What the queue has by weekday, for whatever dates. */
export const standingTexts = ({ hours }: Queue): Texts =>
  Object.fromEntries(
    WEEKDAYS.map((day) => {
      const own = hours.filter(({ weekday }) => weekday === day);
      return [`hours.${day}`, JSON.stringify(own.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)))];
    }),
  );

const orderOf = ({ from, opens }: Hours[number]): string => `${from ?? ""} ${opens}`;

export const weekdayIn = (field: string): number => Number(field.split(".")[1]);

export function hoursWords(text: string, t: Text): string {
  const words = (JSON.parse(text || "[]") as Hours).map(({ opens, closes, from, to }) =>
    [`${opens}–${closes}`, from && t("queues.since", { date: numericDate(from) }), untilWords(to, t)]
      .filter(Boolean)
      .join(" "),
  );
  return words.join(", ") || t("queues.closed");
}

const untilWords = (to: string | null, t: Text): string | null => to && t("queues.until", { date: numericDate(to) });
