import { fold } from "../../platform/text/fold.ts";
import type { Column } from "../contract.ts";
import type { Line } from "./line.ts";

/** What stands for the cell above. Pure. */

const MARKS = /^(?:["″〃»„“”]|'{2}|΄{2}|´{2}|-?\/{2}-?|ΟΜΟΙΩΣ|ΟΜΟΙΑ|ΤΟ ΙΔΙΟ|ΙΔΙΟ|ΟΠΩΣ (?:ΠΑΝΩ|ΑΝΩ|ΠΡΙΝ)|ID(?:EM)?)\.?$/;

const isDitto = (cell: string): boolean => cell !== "" && cell.length < 20 && MARKS.test(fold(cell).trim());

const OF_NAMES: readonly (Column | null)[] = ["fullName", "lastName"];

/** Each with what it stands for; a name that is repeated so is a doubt, for it may be one longer visit. */
export function withoutDittos(lines: readonly Line[], columns: readonly (Column | null)[]): Line[] {
  const above: string[] = [];
  return lines.map((line) => {
    const meant = line.cells.map((text, at) => {
      const isMeant = columns[at] != null && isDitto(text) && above[at];
      const full = isMeant ? (above[at] ?? "") : text;
      if (full !== "") above[at] = full;
      return full;
    });
    const isSameName = meant.some((text, at) => text !== line.cells[at] && OF_NAMES.includes(columns[at] ?? null));
    return { ...line, cells: meant, ...(isSameName && { isSameName }) };
  });
}
