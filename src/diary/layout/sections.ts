import { fold } from "../../platform/text/fold.ts";
import { leadingWeekdays } from "../day-of-line.ts";
import { cellNumber } from "../matrix/row-label.ts";
import { readDay } from "../read-cells.ts";
import { areHeads, guessedRoles, headsWithDays, rolesOfHeads } from "./columns.ts";
import { withoutDittos } from "./ditto.ts";
import { cellIds, type Line } from "./line.ts";
import { type ColumnBlock, columnBlocks, type Roles } from "./roles.ts";

/** Lines that are read by the same columns: a table, or one of several blocks that stand side by side in it. */
export interface DiarySection {
  readonly columns: Roles;
  readonly hasHeader: boolean;
  readonly body: readonly Line[];
  /** Where it stands among others side by side */
  readonly block?: Pick<ColumnBlock, "from" | "to"> | undefined;
}

export interface Sections {
  readonly sections: readonly DiarySection[];
  /** The cells that name columns */
  readonly headings: readonly number[];
}

/** By the heads, which may change further down, else by what the cells look like. Pure. */
export function sectionsOf(lines: readonly Line[], today: Temporal.PlainDate): Sections {
  const parts = partsOf(lines, today);
  const sections = parts.flatMap((part) => sectionsOfPart(part, today));
  return { sections, headings: parts.flatMap(({ heads }) => heads.flatMap(headingsIn)) };
}

interface Part {
  /** Equal ones, repeated over every day */
  readonly heads: readonly Line[];
  readonly body: readonly Line[];
}

function partsOf(lines: readonly Line[], today: Temporal.PlainDate): Part[] {
  const parts: { heads: Line[]; body: Line[] }[] = [{ heads: [], body: [] }];
  for (const line of lines) {
    const last = parts.at(-1) ?? { heads: [], body: [] };
    if (!areHeads(line)) last.body.push(line);
    else if (last.heads.length === 0 || textOf(last.heads[0]) === textOf(line)) last.heads.push(line);
    else parts.push({ heads: [line], body: daysAtEnd(last.body, today) });
  }
  return parts;
}

const textOf = (line: Line | undefined): string => line?.cells.join("\t") ?? "";

/** A day right over other heads is of what stands below them. */
function daysAtEnd(body: Line[], today: Temporal.PlainDate): Line[] {
  const isDay = ({ cells }: Line) => cells.every((text) => text === "" || isDayAlone(text, today));
  const from = body.findLastIndex((line) => !isDay(line)) + 1;
  return body.splice(from);
}

const isDayAlone = (text: string, today: Temporal.PlainDate): boolean =>
  readDay(text, today) !== null || (leadingWeekdays(text).length > 0 && fold(text).trim().split(/\s+/).length === 1);

function sectionsOfPart({ heads, body: below }: Part, today: Temporal.PlainDate): DiarySection[] {
  const [head] = heads;
  const roles = head ? rolesOfHeads(head, today) : guessedRoles(below, today);
  const blocks = columnBlocks(roles);
  const days = head ? headsWithDays(head, today) : [];
  return blocks.map((block, at) => {
    const own = days.filter((column) => column >= block.from && column < block.to);
    const lines = head && own.length > 0 ? [onlyAt(head, own), ...below] : below;
    const taken = lines.flatMap((line) => inBlock(line, { block, blocks, isFirst: at === 0, today }));
    const body = withoutDittos(taken, block.columns);
    const beside = blocks.length > 1 ? block : undefined;
    return { columns: block.columns, hasHeader: head !== undefined, body, block: beside };
  });
}

const onlyAt = (line: Line, columns: readonly number[]): Line => ({
  ...line,
  cells: line.cells.map((text, at) => (columns.includes(at) ? text : "")),
});

interface Place {
  readonly block: ColumnBlock;
  readonly blocks: readonly ColumnBlock[];
  readonly isFirst: boolean;
  readonly today: Temporal.PlainDate;
}

/** The line as its block sees it: its own cells and those that hold for all. A day that stands alone is over every block. */
function inBlock(line: Line, { block, blocks, isFirst, today }: Place): Line[] {
  if (blocks.length === 1) return [line];
  const filled = line.cells.flatMap((text, at) => (text === "" ? [] : [at]));
  const [only] = filled;
  const isOverAll = only !== undefined && filled.length === 1 && isDayAlone(line.cells[only] ?? "", today);
  const isOwn = (at: number) => at >= block.from && at < block.to;
  if (isOverAll) return [isOwn(only) ? line : moved(line, only, block)];
  const own = filled.filter(isOwn);
  if (own.length === 0) return [];
  const seen = filled.filter((at) => isOwn(at) || block.columns[at] != null);
  return [isFirst ? onlyAt(line, seen) : { ...withOwnRow(line, block), ...pick(line, seen) }];
}

const pick = (line: Line, columns: readonly number[]): Pick<Line, "cells"> => onlyAt(line, columns);

/** Beside the first block a row is named by its first cell. */
const withOwnRow = (line: Line, { from }: ColumnBlock): Line => ({
  ...line,
  row: cellNumber(line.row, from),
  ids: line.cells.map((_, at) => cellIds(line, at)),
});

/** The day of another block's column, where this one would have its own. */
function moved(line: Line, from: number, block: ColumnBlock): Line {
  const cells = line.cells.map(() => "");
  while (cells.length <= block.from) cells.push("");
  cells[block.from] = line.cells[from] ?? "";
  const ids = cells.map((_, at) => (at === block.from ? cellIds(line, from) : []));
  return { row: cellNumber(line.row, block.from), cells, ids };
}

const headingsIn = (line: Line): number[] => line.cells.flatMap((text, at) => (text === "" ? [] : cellIds(line, at)));
