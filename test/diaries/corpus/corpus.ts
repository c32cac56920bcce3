import { ODD } from "./odd.ts";
import { DITTO_MARKS, MONTHS_ABOVE, SHEET_NAMES, WRITTEN_DAYS } from "./of-days.ts";
import { CANCELLATIONS, FIRMS, SHAPES_OF_NAMES } from "./of-names.ts";
import { TIMES } from "./of-times.ts";
import { TWO_IN_A_CELL, WORD_LINES } from "./of-words.ts";
import type { Shape } from "./shape.ts";
import { DAYS_ACROSS, TWO_BLOCKS, TWO_DAYS } from "./side-by-side.ts";

/** Shapes of diaries, by what is special about them. */
export const CORPUS: Readonly<Record<string, readonly Shape[]>> = {
  "two blocks of columns": TWO_BLOCKS,
  "two days side by side": TWO_DAYS,
  "days across": DAYS_ACROSS,
  "lines of words": WORD_LINES,
  "two people in a cell": TWO_IN_A_CELL,
  "names of sheets": SHEET_NAMES,
  "a month above its days": MONTHS_ABOVE,
  "days as they are written": WRITTEN_DAYS,
  "ditto marks": DITTO_MARKS,
  times: TIMES,
  "firms and offices": FIRMS,
  "shapes of names": SHAPES_OF_NAMES,
  cancellations: CANCELLATIONS,
  odd: ODD,
};
