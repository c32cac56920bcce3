import { clockText, clockTextOf, dateOf } from "../../platform/time.ts";
import { type Language, type Text, textIn } from "../../text/text.ts";
import { numericDate, timeOf } from "../../web/dates.ts";
import type { Queues } from "../contract.ts";
import type { RecordedChange } from "./queries.ts";
import { datesWords, weekdayName } from "./weekday-name.ts";

/** A change of rules in words: what, whose, who, when, and what became of the appointments. Pure. */
export interface ChangeWords {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly isTakenBack: boolean;
  readonly lines: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;
interface ChangedRow {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
}
interface Details {
  readonly changes?: readonly ChangedRow[];
  readonly undoes?: string;
  readonly moved?: number;
  readonly kept?: number;
  readonly calls?: number;
  readonly restored?: number;
}
interface Wording {
  readonly t: Text;
  readonly language: Language;
  readonly queues: Queues;
}

export function changeWords(
  changes: readonly RecordedChange[],
  queues: Queues,
  language: Language,
): readonly ChangeWords[] {
  const wording: Wording = { t: textIn(language), language, queues };
  const takenBack = new Set(changes.map(({ details }) => (details as Details).undoes));
  return changes.map((change) => ({
    id: change.id,
    title: titleOf(change, changes, wording),
    by: byWords(change, wording),
    isTakenBack: takenBack.has(change.id),
    lines: linesOf(change.details as Details, wording),
  }));
}

function titleOf({ act, details }: RecordedChange, all: readonly RecordedChange[], { t, queues }: Wording): string {
  const { changes = [], undoes } = details as Details;
  const undone = all.find(({ id }) => id === undoes);
  if (undone) return t("queues.act-undone-of", { act: t(`queues.act-${undone.act}`) });
  const numbers = [...new Set(changes.map(queueOf))].filter((number) => number !== null);
  const names = numbers.map((number) => nameOf(number, queues)).join(", ");
  return names === "" ? t(`queues.act-${act}`) : `${t(`queues.act-${act}`)}: ${names}`;
}

const queueOf = ({ before, after }: ChangedRow): number | null => {
  const row = after ?? before ?? {};
  return Number(row.number ?? row.queue) || null;
};

const nameOf = (number: number, { queues }: Queues): string =>
  queues.find((queue) => queue.number === number)?.name ?? String(number);

const byWords = ({ at, by }: RecordedChange, { t }: Wording): string =>
  t(by === null ? "queues.changed-at" : "queues.changed-by", {
    at: `${numericDate(at.slice(0, 10))}, ${timeOf(at)}`,
    by: by ?? "",
  });

function linesOf({ changes = [], ...outcome }: Details, wording: Wording): string[] {
  const { t } = wording;
  const counts = (["moved", "kept", "calls", "restored"] as const).flatMap((name) =>
    outcome[name] ? [t(`queues.outcome-${name}`, { count: outcome[name] })] : [],
  );
  return [...changes.flatMap((change) => rowWords(change, wording)), ...counts];
}

function rowWords({ table, before, after }: ChangedRow, wording: Wording): string[] {
  switch (table) {
    case "queue":
      return before && after ? queueWords(before, after, wording) : [];
    case "queue_hours":
      return after ? [hoursWords(after, wording)] : [];
    case "queue_activity":
      return after ? [activityWords(after, wording)] : [];
    case "queue_substitute":
      return [substituteWords((after ?? before) as Row, after !== null, wording)];
    default:
      return [exceptionWords((after ?? before) as Row, wording)];
  }
}

function queueWords(before: Row, after: Row, { t, queues }: Wording): string[] {
  const employee = (id: unknown) => queues.employees.find((each) => each.id === id)?.name ?? t("queues.no-employee");
  const shown: Readonly<Record<string, (value: unknown) => string>> = {
    name: String,
    employee_id: employee,
    is_public: (isPublic) => t(isPublic ? "queues.public" : "queues.hidden"),
    slot_minutes: (minutes) => t("queues.minutes-value", { minutes: String(minutes) }),
  };
  return Object.entries(shown).flatMap(([column, words]) =>
    before[column] === after[column]
      ? []
      : [
          t("queues.changed-from-to", {
            field: t(`queues.column-${column as "name"}`),
            from: words(before[column]),
            to: words(after[column]),
          }),
        ],
  );
}

function hoursWords({ weekday, opens_minute, closes_minute, valid }: Row, { t, language }: Wording): string {
  const times = `${clockText(Number(opens_minute))}–${clockText(Number(closes_minute))}`;
  const [from, until] = rangeIn(valid);
  const last = until && lastOf(until);
  return `${weekdayName(Number(weekday), language)} ${times} ${validity(from, last, t)}`.trim();
}

function validity(from: string | null, last: string | null, t: Text): string {
  if (from && from === last) return t("queues.only-on", { date: numericDate(from) });
  const since = from && t("queues.since", { date: numericDate(from) });
  const until = last && t("queues.until", { date: numericDate(last) });
  return [since, until].filter(Boolean).join(" ");
}

function activityWords({ is_active, valid }: Row, { t, language }: Wording): string {
  const [from, until] = rangeIn(valid);
  const dates = from && until ? datesWords(from, lastOf(until), language) : "";
  return `${t(is_active ? "queues.active" : "queues.inactive")} ${dates}`;
}

function substituteWords({ date, employee_id }: Row, isSet: boolean, { t, queues }: Wording): string {
  const name = queues.employees.find(({ id }) => id === employee_id)?.name ?? "";
  return `${numericDate(String(date))}: ${isSet ? name : t("queues.as-ever")}`;
}

function exceptionWords({ starts_at, ends_at, reason }: Row, { language }: Wording): string {
  const [from, to] = [Temporal.Instant.from(String(starts_at)), Temporal.Instant.from(String(ends_at))];
  const last = dateOf(to.subtract({ seconds: 1 })).toString();
  return `${datesWords(dateOf(from).toString(), last, language)}, ${clockTextOf(from)}–${clockTextOf(to)}: ${reason}`;
}

/** [2026-11-24,2026-12-01) as PostgreSQL writes it; an end that is missing is open. */
function rangeIn(valid: unknown): [string | null, string | null] {
  const [, from, until] = /^[[(]([\d-]*),([\d-]*)[\])]$/.exec(String(valid)) ?? [];
  return [from || null, until || null];
}

const lastOf = (until: string): string => Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
