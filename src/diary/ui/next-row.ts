import type { DiaryRow, Verdict } from "../contract.ts";
import type { DiaryDraft, ShownDiary } from "./diary-draft.ts";

/** Which rows are shown, in which order, and which of them needs a person next. Pure. */

export type Shown = Verdict | "all";

const NEEDS_PERSON: readonly Verdict[] = ["unclear", "collides"];

export const needsPerson = ({ verdict }: DiaryRow): boolean => NEEDS_PERSON.includes(verdict);

export function shownRows({ preview, order }: ShownDiary, shown: Shown): DiaryRow[] {
  const place = new Map(order.map((row, at) => [row, at]));
  const placeOf = ({ row }: DiaryRow) => place.get(row) ?? order.length;
  return preview.rows
    .filter(({ verdict }) => shown === "all" || verdict === shown)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.row - b.row);
}

/** The one below, or from the top again; not one that was just put right and is being read. */
export function nextRow(rows: readonly DiaryRow[], after: number, { corrections, read }: DiaryDraft): number | null {
  const at = rows.findIndex(({ row }) => row === after);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  const next = others.find((row) => needsPerson(row) && corrections[row.row] === read?.corrections[row.row]);
  return next?.row ?? null;
}
