import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { DiaryRequest } from "./contract.ts";
import { doubled } from "./doubled.ts";
import { linesOf } from "./read-lines.ts";
import { type ReadRow, readRows } from "./read-row.ts";
import type { ServiceName } from "./service-of-cell.ts";

/** Nobody books further ahead in a paper diary; a year that is wrong by one digit would be. */
const DAYS_AHEAD = 400;

/** The text as it was read, without regard to whether there is room. Takes seconds, and no connection meanwhile. */
export interface ReadDiary {
  readonly read: Columns;
  readonly rows: readonly ReadRow[];
  /** Lines that hold no visit */
  readonly skipped: number;
  /** The last day that a readable row names */
  readonly last: Temporal.PlainDate;
  readonly queue: number | null;
}

/** @throws Refusal 422 when the text is no table */
export async function readDiary(
  { text, service, queue, corrections = {} }: DiaryRequest,
  services: readonly ServiceName[],
  now: Temporal.Instant,
): Promise<ReadDiary> {
  const lines = linesOf(text);
  const today = dateOf(now);
  const read = columnsOf(lines, today);
  const reading = { columns: read.columns, corrections, services, usualService: service, today };
  const rows = await doubled((await readRows(read.body, reading)).map((row) => nearEnough(row, today)));
  if (rows.length === 0) throw new Refusal(422, "diary-empty");
  return { read, rows, skipped: read.body.length - rows.length, last: lastDate(rows, today), queue };
}

function nearEnough(row: ReadRow, today: Temporal.PlainDate): ReadRow {
  const isFar = row.date && Temporal.PlainDate.compare(row.date, today.add({ days: DAYS_AHEAD })) > 0;
  return isFar ? { ...row, errors: [...row.errors, { field: "date", code: "diary-date-far" }] } : row;
}

const lastDate = (rows: readonly ReadRow[], today: Temporal.PlainDate): Temporal.PlainDate =>
  rows.reduce(
    (last, { date, errors }) =>
      date && errors.length === 0 && Temporal.PlainDate.compare(date, last) > 0 ? date : last,
    today,
  );
