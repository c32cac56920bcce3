import type { QueueHeading, SheetLine } from "./lines.ts";

/** Lines on sheets of paper. By the server, because not every browser can number the pages of what it prints. Pure. */
export interface LaidOut {
  /** Rows are low, so that more find room on one page */
  readonly isDense: boolean;
  readonly pages: readonly (readonly PageLine[])[];
}

export type PageLine = SheetLine | ContinuedLine;

/** A queue that has begun on the page before */
export interface ContinuedLine extends Omit<QueueHeading, "kind"> {
  readonly kind: "continued";
}

/** That fit a page, on Letter too and with wider margins: of low ones, and of others */
const DENSE_ROWS = 50;
const ROOMY_ROWS = 40;
/** The rest of a page is for the names of queues, for closed time, and for whoever comes without an appointment */
const MOST_VISITS = 48;
const LEAST_BLANK = 4;

/** @param headRows that the head of the first page takes beyond its usual height */
export function pagesOf(lines: readonly SheetLine[], headRows = 0): LaidOut {
  const needed = rowsOf(lines) + headRows;
  if (needed + LEAST_BLANK <= ROOMY_ROWS) return { isDense: false, pages: [filledUp(lines, ROOMY_ROWS - headRows)] };
  const pages = split(lines, headRows);
  const last = pages.at(-1) ?? [];
  const room = DENSE_ROWS - (pages.length === 1 ? headRows : 0);
  return { isDense: true, pages: [...pages.slice(0, -1), filledUp(last, room)] };
}

function split(lines: readonly SheetLine[], headRows: number): PageLine[][] {
  let page: PageLine[] = [];
  let queue: QueueHeading | null = null;
  const pages = [page];
  for (const [index, line] of lines.entries()) {
    // The name of a queue is never the last line of a page.
    const together = line.kind === "queue" ? lines.slice(index, index + 2) : [line];
    const room = DENSE_ROWS - (pages.length === 1 ? headRows : 0);
    if (page.length > 0 && !fits(page, together, room)) {
      page = queue && line.kind !== "queue" ? [{ ...queue, kind: "continued" }] : [];
      pages.push(page);
    }
    page.push(line);
    if (line.kind === "queue") queue = line;
  }
  return pages;
}

const fits = (page: readonly PageLine[], more: readonly SheetLine[], room: number): boolean =>
  rowsOf(page) + rowsOf(more) <= room && visitsOf(page) + visitsOf(more) <= MOST_VISITS;

const filledUp = (page: readonly PageLine[], room: number): PageLine[] => [
  ...page,
  ...Array.from({ length: Math.max(0, room - rowsOf(page)) }, () => ({ kind: "blank", rows: 1 }) as const),
];

const rowsOf = (lines: readonly PageLine[]): number => lines.reduce((sum, { rows }) => sum + rows, 0);

const visitsOf = (lines: readonly PageLine[]): number => lines.filter(({ kind }) => kind === "visit").length;
