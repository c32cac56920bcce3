import { numericDate } from "../../../kit/dates.ts";
import { clockText, offsetText } from "../../../platform/time.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { Queue, Queues } from "../../contract.ts";
import { exceptionTime } from "../exceptions/exception-words.ts";
import { datesWords, weekdayName } from "../weekday-name.ts";
import { type ChangedDates, changedDates, type RecordedRow, type RowValues, rowsOf } from "./changed-dates.ts";

/** The rows that a change of rules wrote, in words: how it was and how it is now. Pure. */

export interface RuleWording {
  readonly t: Text;
  readonly language: Language;
  readonly queues: Queues["queues"];
  /** Name by id, also of employees who have left the office since */
  readonly people: ReadonlyMap<number, string>;
}

export function rowLines(changes: readonly RecordedRow[], wording: RuleWording): string[] {
  const changesIn = (table: string) => changes.filter((change) => change.table === table);
  return [
    ...changesIn("queue").flatMap(({ before, after }) => (before && after ? queueWords(before, after, wording) : [])),
    ...hoursLines(changesIn("queue_hours"), wording),
    ...changedDates(changesIn("queue_activity")).map((dates) => goneOr(dates, activityWords(dates, wording), wording)),
    ...changesIn("queue_substitute").map(({ before, after }) =>
      substituteWords((after ?? before) as RowValues, after !== null, wording),
    ),
    ...exceptionLines(changesIn("exception"), wording),
  ];
}

export const nameOfQueue = (number: number, queues: Queues["queues"]): string =>
  queues.find((queue) => queue.number === number)?.name ?? String(number);

function queueWords(before: RowValues, after: RowValues, { t, people }: RuleWording): string[] {
  const shown = {
    name: String,
    employee_id: (id: unknown) => people.get(Number(id)) ?? t("queues.no-employee"),
    is_public: (isPublic: unknown) => t(isPublic ? "queues.public" : "queues.hidden"),
    slot_minutes: (minutes: unknown) => t("queues.minutes-value", { minutes: String(minutes) }),
    arrow: (arrow: unknown) => t(`queues.arrow-${(arrow as Queue["arrow"]) ?? "none"}`),
  };
  const columns = Object.keys(shown) as (keyof typeof shown)[];
  return columns
    .filter((column) => (before[column] ?? null) !== (after[column] ?? null))
    .map((column) =>
      t("queues.changed-from-to", {
        field: t(`queues.column-${column}`),
        from: shown[column](before[column]),
        to: shown[column](after[column]),
      }),
    );
}

const hoursLines = (changes: readonly RecordedRow[], wording: RuleWording): string[] =>
  changedDates(changes)
    .toSorted((a, b) => Number(a.row.weekday) - Number(b.row.weekday))
    .map((dates) => goneOr(dates, hoursWords(dates, wording), wording));

const goneOr = ({ isGone }: ChangedDates, words: string, { t }: RuleWording): string =>
  isGone ? t("queues.no-longer", { what: words }) : words;

function hoursWords({ row, from, last }: ChangedDates, { t, language }: RuleWording): string {
  const times = `${clockText(Number(row.opens_minute))}–${clockText(Number(row.closes_minute))}`;
  return `${weekdayName(Number(row.weekday), language)} ${times} ${validity(from, last, t)}`.trim();
}

function validity(from: string | null, last: string | null, t: Text): string {
  if (from && from === last) return t("queues.only-on", { date: numericDate(from) });
  const since = from && t("queues.since", { date: numericDate(from) });
  const until = last && t("queues.until", { date: numericDate(last) });
  return [since, until].filter(Boolean).join(" ");
}

function activityWords({ row, from, last }: ChangedDates, { t, language }: RuleWording): string {
  const dates = from && last ? datesWords(from, last, language) : validity(from, last, t);
  return `${t(row.is_active ? "queues.active" : "queues.inactive")} ${dates}`;
}

function substituteWords({ date, employee_id }: RowValues, isSet: boolean, { t, people }: RuleWording): string {
  const name = people.get(Number(employee_id)) ?? t("queues.no-employee");
  return `${numericDate(String(date))}: ${isSet ? name : t("queues.as-ever")}`;
}

/** One that took another's place says which was which, and whose, if that is what differs. */
function exceptionLines(changes: readonly RecordedRow[], wording: RuleWording): string[] {
  const { before, after } = rowsOf(changes);
  const isMoved = new Set([...before, ...after].map(({ queue }) => queue)).size > 1;
  const words = (row: RowValues) => exceptionWords(row, isMoved, wording);
  if (before.length === 0 || after.length === 0) return [...before, ...after].map(words);
  return [
    ...before.map((row) => wording.t("queues.was", { what: words(row) })),
    ...after.map((row) => wording.t("queues.is-now", { what: words(row) })),
  ];
}

function exceptionWords(row: RowValues, isMoved: boolean, { t, language, queues }: RuleWording): string {
  const [from, to] = [row.starts_at, row.ends_at].map((at) => offsetText(Temporal.Instant.from(String(at))));
  const whose = row.queue === null ? t("rules.whole-office") : nameOfQueue(Number(row.queue), queues);
  const facts = [
    ...(isMoved ? [whose] : []),
    ...(row.kind === "extra" ? [t("rules.kind-extra")] : []),
    exceptionTime({ from: from as string, to: to as string }, language, t),
  ];
  return `${facts.join(", ")}: ${row.reason}`;
}
