import { daysAfter } from "../../../kit/dates.ts";
import { type Span, spanWithout } from "../../../kit/spans.ts";

/** Rows that hold for dates: which dates each content lost and which it won, however its rows were cut. Pure. */

export type RowValues = Readonly<Record<string, unknown>>;
export interface RecordedRow {
  readonly table: string;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

export interface ChangedDates {
  readonly row: RowValues;
  /** null: ever since */
  readonly from: string | null;
  /** The last day, included; null: until further notice */
  readonly last: string | null;
  readonly isGone: boolean;
}

/** Dates that were taken away stand before those that have come. */
export function changedDates(changes: readonly RecordedRow[]): ChangedDates[] {
  const { before, after } = rowsOf(changes);
  return [...lost(before, after, true), ...lost(after, before, false)];
}

export const rowsOf = (
  changes: readonly RecordedRow[],
): { readonly before: RowValues[]; readonly after: RowValues[] } => ({
  before: changes.map((change) => change.before).filter((row) => row !== null),
  after: changes.map((change) => change.after).filter((row) => row !== null),
});

const lost = (rows: readonly RowValues[], others: readonly RowValues[], isGone: boolean): ChangedDates[] =>
  rows.flatMap((row) => {
    const same = others.filter((other) => contentOf(other) === contentOf(row));
    return spanWithout(daysOf(row), same.map(daysOf)).map(({ from, to }) => ({
      row,
      isGone,
      from: dateOfDay(from),
      last: dateOfDay(to - 1),
    }));
  });

const contentOf = ({ valid: _, ...content }: RowValues): string => JSON.stringify(Object.entries(content).toSorted());

const EPOCH = "1970-01-01";
const DAY_MS = 86_400_000;

/** [2026-11-24,2026-12-01) as PostgreSQL writes it; an end that is missing is open. */
function daysOf({ valid }: RowValues): Span {
  const [, from, until] = /^[[(]([\d-]*),([\d-]*)[\])]$/.exec(String(valid)) ?? [];
  return {
    from: from ? Date.parse(from) / DAY_MS : Number.NEGATIVE_INFINITY,
    to: until ? Date.parse(until) / DAY_MS : Number.POSITIVE_INFINITY,
  };
}

const dateOfDay = (day: number): string | null => (Number.isFinite(day) ? daysAfter(EPOCH, day) : null);
