import { lineOfRow } from "../matrix/row-label.ts";
import type { DiaryWish } from "./diary-draft.ts";

/** Corrections go by line. Where the text was changed, those of lines that are as before stay. Pure. */
export function correctionsAfter(
  text: string,
  { text: before, corrections }: Pick<DiaryWish, "text" | "corrections">,
): DiaryWish["corrections"] {
  const entries = Object.entries(corrections);
  // Between quotes a line may end within a cell: then lines are not rows.
  if (entries.length === 0 || text === before) return corrections;
  if (text.includes('"') || before.includes('"')) return {};
  const [old, now] = [linesOf(before), linesOf(text)];
  return Object.fromEntries(
    entries.filter(([row]) => old[lineOfRow(Number(row)) - 1] === now[lineOfRow(Number(row)) - 1]),
  );
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);
