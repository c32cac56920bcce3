import { setImmediate as breathe } from "node:timers/promises";
import type { FieldError } from "../platform/refusal.ts";
import { minuteOfDay } from "../platform/time.ts";
import { rowLabel } from "./matrix/row-label.ts";
import { visitKey } from "./plan.ts";
import type { ReadRow } from "./read-row.ts";

/** So many rows of one name and day are compared with each other: no diary has more, and thousands would take long. */
const MOST = 20;
/** So many rows are compared at a time; then others are served. */
const AT_ONCE = 200;

/**
 * The same person twice on a day is a doubt: the same line written twice, or one long visit that was written over two
 * times. Pure but for its turns.
 */
export async function doubled(rows: readonly ReadRow[]): Promise<ReadRow[]> {
  const doubts = new Map<ReadRow, FieldError>();
  for (const group of await ofOnePersonAndDay(rows)) {
    const first = group.slice(0, MOST);
    for (const visit of group.length > 1 ? group : []) {
      const doubt = doubtOf(visit, first);
      if (doubt) doubts.set(visit.row, doubt);
    }
  }
  return rows.map((row) => {
    const doubt = doubts.get(row);
    return doubt ? { ...row, doubts: [...row.doubts, doubt] } : row;
  });
}

async function ofOnePersonAndDay(rows: readonly ReadRow[]): Promise<Visit[][]> {
  const groups = new Map<string, Visit[]>();
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    const { date, time, lastName, firstName } = row;
    if (!date || !time || row.isLeftOut) continue;
    const key = visitKey(date.toString(), "", lastName, firstName);
    const group = groups.get(key);
    if (group) group.push(visitOf(row, time));
    else groups.set(key, [visitOf(row, time)]);
  }
  return [...groups.values()];
}

interface Visit {
  readonly row: ReadRow;
  readonly time: string;
  readonly minute: number;
  readonly digits: string;
}

const visitOf = (row: ReadRow, time: string): Visit => ({
  row,
  time,
  minute: minuteOfDay(time),
  digits: (row.phone ?? "").replace(/\D/g, "").slice(-10),
});

/** The first one of a twin stands. */
function doubtOf(visit: Visit, others: readonly Visit[]): FieldError | null {
  const twin = others.find(
    (other) => other.minute === visit.minute && other.row.row < visit.row.row && isSamePerson(visit, other),
  );
  if (twin) return { field: "row", code: "diary-twice", values: { row: rowLabel(twin.row.row) } };
  const other = others.find((each) => isBeside(visit, each) && isSamePerson(visit, each));
  return other
    ? { field: "row", code: "diary-again", values: { row: rowLabel(other.row.row), time: other.time } }
    : null;
}

/** Unless their telephones speak against it; this is asked of every row, so the digits must do. */
const isSamePerson = ({ digits }: Visit, other: Visit): boolean =>
  digits === "" || other.digits === "" || digits === other.digits;

/** No diary has longer lines; two visits further apart are two. */
const LONGEST_LINE = 30;
const isBeside = ({ minute }: Visit, other: Visit): boolean =>
  minute !== other.minute && Math.abs(minute - other.minute) <= LONGEST_LINE;
