/** How a text finds its room on paper. Nothing is cut: what is long gets small letters, and then further rows. Pure. */
export interface Fit {
  readonly size: "normal" | "compact" | "small";
  /** Rows of the sheet that it needs */
  readonly rows: number;
}

/** Millimetres of a letter's height, as the sheet has them */
const LETTERS = { normal: 3.18, compact: 2.47, small: 2.12 };
/** What the breaking of lines leaves empty, and other typefaces take more */
const USED = 0.95;
const SMALL_LINES_A_ROW = 2;

export function fitOf(text: string, millimetres: number): Fit {
  const width = widthOf(text);
  const room = millimetres * USED;
  if (width * LETTERS.normal <= room) return { size: "normal", rows: 1 };
  if (width * LETTERS.compact <= room) return { size: "compact", rows: 1 };
  const lines = Math.ceil((width * LETTERS.small) / room);
  return { size: "small", rows: Math.ceil(lines / SMALL_LINES_A_ROW) };
}

/** In letters' heights, of a wide typeface: capitals stand in bold. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.toLowerCase() === letter ? SMALL_LETTER : CAPITAL), 0);

const CAPITAL = 0.7;
const SMALL_LETTER = 0.56;
