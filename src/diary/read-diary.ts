import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { DiaryRequest } from "./contract.ts";
import { doubled } from "./doubled.ts";
import type { HeadRow, OfficeQueue } from "./matrix/heads.ts";
import { spreadColumns } from "./matrix/spread-columns.ts";
import { linesOf, requireFewRows } from "./read-lines.ts";
import { type ReadRow, readRows } from "./read-row.ts";
import { type ServiceName, servicesFolded } from "./service-of-cell.ts";

/** Nobody books further ahead in a paper diary; a year that is wrong by one digit would be. */
const DAYS_AHEAD = 400;

export interface Table extends Columns {
  /** Of a diary whose columns are days or queues */
  readonly headRows: readonly HeadRow[];
}

/** The text as it was read, without regard to whether there is room. Takes seconds, and no connection meanwhile. */
export interface ReadDiary {
  readonly read: Table;
  readonly rows: readonly ReadRow[];
  /** Lines that hold no visit */
  readonly skipped: number;
  /** The last day that a readable row names */
  readonly last: Temporal.PlainDate;
  readonly queue: number | null;
}

/** What is known of the office while its diary is read. */
interface OfficeWords {
  readonly services: readonly ServiceName[];
  readonly queues: readonly OfficeQueue[];
}

/** @throws Refusal 422 when the text is no table */
export async function readDiary(request: DiaryRequest, office: OfficeWords, now: Temporal.Instant): Promise<ReadDiary> {
  const { service, queue, corrections = {} } = request;
  const today = dateOf(now);
  const read = tableOf(request, office, today);
  const { services } = office;
  const reading = { columns: read.columns, corrections, services, usualService: service, today };
  const rows = await doubled((await readRows(read.body, reading)).map((row) => nearEnough(row, today)));
  if (rows.length === 0) throw new Refusal(422, "diary-empty");
  return { read, rows, skipped: read.body.length - rows.length, last: lastDate(rows, today), queue };
}

/** Its lines are visits, or its cells are. */
function tableOf(request: DiaryRequest, { services, queues }: OfficeWords, today: Temporal.PlainDate): Table {
  const { text, heads = {}, isByRows } = request;
  const lines = linesOf(text);
  const terms = { today, queues, answers: heads, services: servicesFolded(services) };
  const spread = isByRows ? null : spreadColumns(lines, terms);
  if (!spread) return { ...columnsOf(lines, today), headRows: [] };
  requireFewRows(spread.lines);
  return { columns: spread.columns, hasHeader: true, body: spread.lines, headRows: spread.headRows };
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
