import type { Moment } from "../../acts.ts";
import { hasPlace, isOver } from "../../statuses.ts";
import type { DayLook } from "../look.ts";
import type { ListedRow } from "./rows.ts";

export interface FoldedRows {
  /** Over by now: they stand behind one line until they are wanted */
  readonly earlier: readonly ListedRow[];
  readonly rows: readonly ListedRow[];
  /** How many of the rows stand above the line of now; null: it has no place */
  readonly before: number | null;
}

interface Looked extends Pick<DayLook, "sort" | "statuses"> {
  /** The appointment beside the table: it is never folded away */
  readonly panel?: string;
}

/** Today by time the table opens at now. In another order, or when states are what is looked for, nothing is folded. Pure. */
export function foldedRows(all: readonly ListedRow[], date: string, now: Moment, look: Looked): FoldedRows {
  if (date !== now.date || look.sort !== undefined) return { earlier: [], rows: all, before: null };
  const isEarlier = ({ visit: { id, status, time } }: ListedRow) =>
    time < now.time && id !== look.panel && (isOver(status) || !hasPlace(status));
  const earlier = look.statuses ? [] : all.filter(isEarlier);
  const rows = all.filter((row) => !earlier.includes(row));
  return { earlier, rows, before: rows.filter(({ visit }) => visit.time < now.time).length };
}
