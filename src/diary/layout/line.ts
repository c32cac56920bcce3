import { cellNumber } from "../matrix/row-label.ts";

export interface Line {
  /** From 1, as an editor counts */
  readonly row: number;
  readonly cells: readonly string[];
  /** As it was written, where the cells were put in another order */
  readonly written?: readonly string[];
  /** The head of a column of which nobody knows whose queue it is */
  readonly unknownColumn?: string;
  /** Which cells of the sheet each of its cells stands for, where they are not those of its own line */
  readonly ids?: readonly (readonly number[])[];
  /** Its name stands for the one above */
  readonly isSameName?: boolean;
}

/** By their numbers in the sheet */
export const cellIds = ({ row, ids }: Line, at: number): readonly number[] =>
  ids ? (ids[at] ?? []) : [cellNumber(row, at)];

/** What is written in one column. */
export const cellsAt = (lines: readonly Line[], at: number): string[] =>
  lines.map(({ cells }) => cells[at] ?? "").filter((cell) => cell !== "");
