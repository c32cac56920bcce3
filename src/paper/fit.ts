/** How a text finds its room on paper. Nothing is cut: what is long gets somewhat smaller letters, and then further rows. Pure. */
export interface Fit {
  /** The smaller ones can still be read at arm's length: 8 points */
  readonly size: "normal" | "compact";
  /** Rows of the sheet that it needs */
  readonly rows: number;
}

/** Millimetres of a letter's height, as the sheet has them */
const LETTERS = { normal: 3.18, compact: 2.82 };
/** What the breaking of lines leaves empty, and other typefaces take more */
const USED = 0.95;
/** Of a line of the smaller letters, and of a low row */
const [LINE, ROW] = [2.94, 4.6];

export function fitOf(text: string, millimetres: number): Fit {
  const width = widthOf(text);
  const room = millimetres * USED;
  if (width * LETTERS.normal <= room) return { size: "normal", rows: 1 };
  const lines = Math.ceil((width * LETTERS.compact) / room);
  return { size: "compact", rows: Math.ceil((lines * LINE) / ROW) };
}

/** In letters' heights, of a wide typeface: capitals stand in bold. */
function widthOf(text: string): number {
  const small = text.toLowerCase();
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text[at] === small[at] ? SMALL_LETTER : CAPITAL;
  return width;
}

const CAPITAL = 0.7;
const SMALL_LETTER = 0.56;
