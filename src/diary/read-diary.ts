import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { DiaryRequest } from "./contract.ts";
import { doubled } from "./doubled.ts";
import { withAnswers } from "./layout/answered-cells.ts";
import { type UnreadCell, unreadCells } from "./layout/claimed-cells.ts";
import type { Line } from "./layout/line.ts";
import { withMonths } from "./layout/months-above.ts";
import { linesOf, requireFewRows } from "./layout/read-lines.ts";
import type { Roles } from "./layout/roles.ts";
import { type DiarySection, sectionsOf } from "./layout/sections.ts";
import { areWordLines, fromWordLines, WORD_COLUMNS } from "./layout/word-lines.ts";
import type { HeadRow, OfficeQueue } from "./matrix/heads.ts";
import { lineOfRow } from "./matrix/row-label.ts";
import { spreadColumns } from "./matrix/spread-columns.ts";
import { type ServiceName, servicesFolded } from "./names/service-of-cell.ts";
import { type ReadRow, readRows } from "./read-row.ts";

/** Nobody books further ahead in a paper diary; a year that is wrong by one digit would be. */
const DAYS_AHEAD = 400;

export interface Table {
  /** Of the first section; rows of others are shown in its order */
  readonly columns: Roles;
  readonly hasHeader: boolean;
  readonly sections: readonly DiarySection[];
  /** Of a diary whose columns are days or queues */
  readonly headRows: readonly HeadRow[];
  /** The cells that name a column, or a month */
  readonly headings: readonly number[];
}

/** The text as it was read, without regard to whether there is room. Takes seconds, and no connection meanwhile. */
export interface ReadDiary {
  readonly read: Table;
  /** As it was written */
  readonly lines: readonly Line[];
  readonly rows: readonly ReadRow[];
  /** Which cells are headings */
  readonly headings: ReadonlySet<number>;
  /** All cells with a letter or a digit that are in no row and in no heading */
  readonly unread: readonly UnreadCell[];
  /** Those of which a person said that they may stay on paper */
  readonly onPaper: readonly UnreadCell[];
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
  const lines = linesOf(request.text);
  const read = tableOf(lines, request, { ...office, today });
  const reading = { corrections, services: office.services, usualService: service, today };
  const parts = [];
  for (const { columns, body } of read.sections) parts.push(await readRows(body, { ...reading, columns }));
  const written = parts.flatMap(({ rows }) => rows);
  const headings = new Set([...read.headings, ...parts.flatMap((part) => part.headings)]);
  const claimed = new Set([...headings, ...written.flatMap(({ sources }) => sources)]);
  const answered = await withAnswers(written, unreadCells(lines, claimed), request.cells ?? {}, reading);
  const rows = await doubled(answered.rows.map((row) => nearEnough(row, today)));
  if (rows.length === 0) throw new Refusal(422, "diary-empty");
  const withRow = new Set(rows.map(({ row }) => lineOfRow(row)));
  return {
    read,
    lines,
    rows,
    headings,
    unread: answered.unread,
    onPaper: answered.onPaper,
    skipped: lines.filter(({ row }) => !withRow.has(row)).length,
    last: lastDate(rows, today),
    queue,
  };
}

interface TableTerms extends OfficeWords {
  readonly today: Temporal.PlainDate;
}

/** Its lines are visits, or its cells are. */
function tableOf(written: readonly Line[], request: DiaryRequest, { services, queues, today }: TableTerms): Table {
  const { text, heads = {}, isByRows } = request;
  const { lines, headings } = withMonths(written);
  const terms = { today, queues, answers: heads, services: servicesFolded(services) };
  if (areWordLines(text)) {
    const section = { columns: WORD_COLUMNS, hasHeader: true, body: fromWordLines(lines, terms.services) };
    return { ...section, sections: [section], headRows: [], headings };
  }
  const spread = isByRows ? null : spreadColumns(lines, terms);
  if (spread) {
    requireFewRows(spread.lines);
    const section = { columns: spread.columns, hasHeader: true, body: spread.lines };
    const ofHeads = [...headings, ...spread.headings];
    return { ...section, sections: [section], headRows: spread.headRows, headings: ofHeads };
  }
  const { sections, headings: ofColumns } = sectionsOf(lines, today);
  const { columns = [], hasHeader = false } = sections[0] ?? {};
  return { columns, hasHeader, sections, headRows: [], headings: [...headings, ...ofColumns] };
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
