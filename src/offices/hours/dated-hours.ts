import { type Checked, line, type Rule } from "../cells.ts";
import { type DayHours, dayHoursIn, dayHoursText } from "./day-hours.ts";

/** Days on which an office is open otherwise than in every week. Pure, browser-safe. */
export interface DatedHours {
  /** Both included */
  readonly first: string;
  readonly last: string;
  /** Null: as always; none: closed */
  readonly counter: DayHours | null;
  readonly telephone: DayHours | null;
  /** In Greek */
  readonly reason: string;
}

/** As somebody types it, a text for each part. */
export interface DatedTexts {
  readonly first: string;
  /** Blank: the first alone */
  readonly last: string;
  /** Blank: as always */
  readonly counter: string;
  readonly telephone: string;
  readonly reason: string;
}

export const MOST_EXCEPTIONS = 60;
const LONGEST_REASON = 120;

export const datedLines = (text: string): DatedTexts[] =>
  text
    .split("\n")
    .filter((each) => each !== "")
    .map((each) => {
      const [dates = "", counter = "", telephone = "", ...reason] = each.split("|");
      const [first = "", last = ""] = dates.split("/");
      return { first, last, counter, telephone, reason: reason.join("|") };
    });

/** Whatever was typed: what divides the parts can't be part of one but the last. */
export const linesText = (rows: readonly DatedTexts[]): string =>
  rows
    .map(({ first, last, counter, telephone, reason }) => {
      const dates = last === "" ? first : `${first}/${last}`;
      return [dates, ...[counter, telephone].map((each) => each.replaceAll("|", " ")), reason]
        .join("|")
        .replaceAll("\n", " ");
    })
    .join("\n");

/** Lines as they are stored: in order, a day in one of them alone. */
export const exceptions: Rule<string> = (cell) => {
  if (typeof cell !== "string") return { fault: "not-text" };
  const rows = datedLines(cell);
  if (rows.length > MOST_EXCEPTIONS) return { fault: "hours-too-many", values: { max: MOST_EXCEPTIONS } };
  const read: DatedHours[] = [];
  for (const row of rows) {
    const checked = datedHoursIn(row);
    if ("fault" in checked) return checked;
    read.push(checked.value);
  }
  const sorted = read.sort((a, b) => (a.first < b.first ? -1 : 1));
  const twice = sorted.find(({ first }, index) => index > 0 && first <= (sorted[index - 1] as DatedHours).last);
  if (twice) return { fault: "hours-day-twice", values: { date: twice.first } };
  return { value: sorted.map(storedLine).join("\n") };
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function datedHoursIn({ first, last, counter, telephone, reason }: DatedTexts): Checked<DatedHours> {
  const end = last === "" ? first : last;
  if (![first, end].every(isDate)) return { fault: "hours-date-unread" };
  if (end < first) return { fault: "hours-date-backwards", values: { date: first } };
  const [atCounter, byTelephone] = [counter, telephone].map(sideIn) as [
    Checked<DayHours | null>,
    Checked<DayHours | null>,
  ];
  if ("fault" in atCounter) return atCounter;
  if ("fault" in byTelephone) return byTelephone;
  if (atCounter.value === null && byTelephone.value === null)
    return { fault: "hours-as-always", values: { date: first } };
  const why = line(LONGEST_REASON)(reason);
  if ("fault" in why) return why;
  return { value: { first, last: end, counter: atCounter.value, telephone: byTelephone.value, reason: why.value } };
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 2000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const sideIn = (text: string): Checked<DayHours | null> => (text.trim() === "" ? { value: null } : dayHoursIn(text));

const storedLine = ({ first, last, counter, telephone, reason }: DatedHours): string =>
  [first === last ? first : `${first}/${last}`, sideText(counter), sideText(telephone), reason].join("|");

function sideText(hours: DayHours | null): string {
  if (hours === null) return "";
  return hours.length === 0 ? "closed" : dayHoursText(hours);
}

/** Of what is stored. */
export const datedHours = (stored: string | null): DatedHours[] =>
  datedLines(stored ?? "").flatMap((row) => {
    const read = datedHoursIn(row);
    return "value" in read ? [read.value] : [];
  });
