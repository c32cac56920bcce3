import type { Column } from "../contract.ts";
import { cellNumber } from "../matrix/row-label.ts";
import { visitOfCell } from "../matrix/visit-of-cell.ts";
import type { FoldedService } from "../names/service-of-cell.ts";
import { readTime } from "../read-cells.ts";
import type { Line } from "./line.ts";

/** «1. 9:15 - Ζάβρας Ρ. - 694… - γνήσιο»: a diary that was written as lines of words. Pure. */

const NUMBERED = "(?:\\d{1,3}[.)]\\s+|[•·*●▪–—-]\\s*)?";
const CLOCK = "\\d{1,2}[:.]\\d{2}(?:\\s*[πμ]\\.?\\s?μ\\.?)?";
const TIMED = new RegExp(`^\\s*${NUMBERED}(${CLOCK})(?:\\s*[-–—:]\\s*|\\s+)(\\p{L}.*)$`, "u");
const TIME_ALONE = new RegExp(`^\\s*${NUMBERED}(${CLOCK})\\s*[-–—:]?\\s*$`, "u");

/** «9 και μισή - Ζάβρας Ρήγας»: any time, up to a dash */
const DASHED = new RegExp(`^\\s*${NUMBERED}(.{1,20}?)\\s+[-–—]\\s*(\\p{L}.*)?$`, "u");

/** The share of lines that begin with a time, and go on with a word if with anything */
const MOST = 0.4;

/** A diary is written in one way from its beginning on. */
const LOOKED_AT = 8_000;

export function areWordLines(text: string): boolean {
  const lines = text
    .slice(0, LOOKED_AT)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const isTable = lines.some((line) => /[\t;]/.test(line.trim()));
  if (isTable) return false;
  const visits = lines.filter((line) => partsOf(line)?.rest);
  const free = lines.filter((line) => partsOf(line)?.rest === "");
  return visits.length > 0 && visits.length + free.length >= lines.length * MOST;
}

/** Its time and what stands behind it; null: it does not begin with a time. */
function partsOf(line: string): { readonly time: string; readonly rest: string } | null {
  if (readTime(line) !== null) return { time: line, rest: "" };
  const [, time = "", rest = ""] = TIMED.exec(line) ?? TIME_ALONE.exec(line) ?? DASHED.exec(line) ?? [];
  return readTime(time) === null ? null : { time, rest };
}

export const WORD_COLUMNS: readonly (Column | null)[] = ["time", "fullName", "service", "notes", null];

/** Each visit in cells; what has no time stays over those below it. */
export function fromWordLines(lines: readonly Line[], services: readonly FoldedService[]): Line[] {
  return lines.map(({ row, cells: [text = ""] }) => {
    const ids = [cellNumber(row, 0)];
    const parts = partsOf(text);
    if (!parts) return { row, cells: ["", "", "", "", text], ids: [[], [], [], [], ids], written: [text] };
    const { name, service, notes } = visitOfCell(parts.rest, services);
    return { row, cells: [parts.time, name, service, notes, ""], ids: [ids, ids, ids, ids, []], written: [text] };
  });
}
