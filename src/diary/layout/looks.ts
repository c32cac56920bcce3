import type { Column } from "../contract.ts";
import { readDay, readDayAndTime, readTime } from "../read-cells.ts";
import { cellsAt, type Line } from "./line.ts";

/** What the columns of a diary without heads are, by what their cells look like. Pure. */

/** The share of a column's cells that must look alike for it to be taken for that. */
const MOST = 0.5;

type Look = "email" | "date" | "phone" | "time" | "date-or-time";

export function looksOf(lines: readonly Line[], today: Temporal.PlainDate): (Column | null)[] {
  const { looks, columns, hasHeadings } = looksIn(lines, today);
  const known = withOneTime(decided(looks, columns, hasHeadings), columns);
  return known.map((look, at) => look ?? (isCounting(columns[at] ?? []) ? "number" : null));
}

/** Those with times in them, of which each may begin a block. */
export function timeColumns(lines: readonly Line[], today: Temporal.PlainDate): number[] {
  const { looks, columns, hasHeadings } = looksIn(lines, today);
  const known = decided(looks, columns, hasHeadings);
  return known.flatMap((look, at) => (look === "time" && hasClocks(columns[at] ?? []) ? [at] : []));
}

/** Minutes are written: numbers of visitors are not. */
const hasClocks = (cells: readonly string[]): boolean =>
  cells.filter((cell) => /\d[:.,]\d{2}/.test(cell)).length >= cells.length * MOST;

function looksIn(lines: readonly Line[], today: Temporal.PlainDate) {
  const width = Math.max(...lines.map(({ cells }) => cells.length), 0);
  const visits = lines.filter((line) => !areDays(line, today));
  const columns = Array.from({ length: width }, (_, at) => {
    const ofVisits = cellsAt(visits, at);
    return ofVisits.length > 0 ? ofVisits : cellsAt(lines, at);
  });
  return {
    looks: columns.map((cells) => lookOf(cells, today)),
    columns,
    hasHeadings: visits.length < lines.length,
  };
}

/** Days alone over their visits, which are no times. */
function areDays({ cells }: Line, today: Temporal.PlainDate): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => saysDay(cell, today) && readTime(cell) === null);
}

function lookOf(cells: readonly string[], today: Temporal.PlainDate): Look | null {
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / Math.max(1, cells.length);
  if (share((cell) => cell.includes("@")) >= MOST) return "email";
  const [days, times] = [share((cell) => saysDay(cell, today)), share((cell) => readTime(cell) !== null)];
  if (days >= MOST && days > times) return "date";
  if (days >= MOST && days === times) return "date-or-time";
  if (share((cell) => cell.replace(/\D/g, "").length >= 10) >= MOST) return "phone";
  return times >= MOST && !isCounting(cells) ? "time" : null;
}

const saysDay = (cell: string, today: Temporal.PlainDate): boolean =>
  readDay(cell, today) !== null || readDayAndTime(cell, today) !== null;

/** 1, 2, 3: the numbers of the lines are no hours. */
const isCounting = (cells: readonly string[]): boolean =>
  cells.length > 2 && cells.every((cell, at) => /^\d+\.?$/.test(cell) && Number.parseInt(cell, 10) === at + 1);

/**
 * A column of 9.10, 10.10, 11.10 has times where the day stands elsewhere or nowhere, and days beside a column of times.
 * Of two such columns the one that changes less has the days; where both do alike, nobody knows.
 */
function decided(
  looks: readonly (Look | null)[],
  columns: readonly string[][],
  hasHeadings: boolean,
): (Column | null)[] {
  const open = looks.flatMap((look, at) => (look === "date-or-time" ? [at] : []));
  const isBesideTimes = looks.includes("time") && !looks.includes("date") && !hasHeadings;
  const isPair = open.length === 2 && !looks.includes("time") && !looks.includes("date") && !hasHeadings;
  const [fewest, most] = open.toSorted((a, b) => kinds(columns[a]) - kinds(columns[b]));
  const isTold = kinds(columns[fewest ?? 0]) < kinds(columns[most ?? 0]);
  return looks.map((look, at) => {
    if (look !== "date-or-time") return look;
    if (isPair && !isTold) return null;
    return isBesideTimes || (isPair && at === fewest) ? "date" : "time";
  });
}

const kinds = (cells: readonly string[] = []): number => new Set(cells).size;

/** Of several columns that may be times, the one with minutes: another counts visitors or minutes. */
function withOneTime(looks: readonly (Column | null)[], columns: readonly string[][]): (Column | null)[] {
  const times = looks.flatMap((look, at) => (look === "time" ? [at] : []));
  const minutes = (at: number) => (columns[at] ?? []).filter((cell) => /\d\D\d{2}|\d{3}/.test(cell)).length;
  const best = times.reduce((one, other) => (minutes(other) > minutes(one) ? other : one), times[0] ?? -1);
  return looks.map((look, at) => (look === "time" && at !== best ? null : look));
}
