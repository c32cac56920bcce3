import { MARKS, type PaperMark } from "../../appointments/paper/marks.ts";
import { along, directionOf } from "../../kit/roving.ts";
import type { SheetRow } from "./sheet-rows.ts";

/** What a key does in a row of the sheet: 1 to 4 tick it, ↑ and ↓ go from row to row. Pure. */

/** As it stands, and then the ticks that the row allows */
export const choicesOf = ({ options }: SheetRow): readonly (PaperMark | null)[] => [null, ...options];

type Pressed = Parameters<typeof directionOf>[0];

export type MarkKey =
  | { readonly does: "mark"; readonly mark: PaperMark | null }
  | { readonly does: "go"; readonly to: number };

/** null: no key of ours, or one for which the row has no tick. */
export function markKey(event: Pressed, rows: readonly SheetRow[], at: number): MarkKey | null {
  const row = rows[at];
  if (row && /^[1-4]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const mark = [null, ...MARKS][Number(event.key) - 1] ?? null;
    return choicesOf(row).includes(mark) ? { does: "mark", mark } : null;
  }
  const direction = directionOf(event);
  if (direction !== "up" && direction !== "down") return null;
  const to = along(direction, at, rows.length);
  return to === null ? null : { does: "go", to };
}
