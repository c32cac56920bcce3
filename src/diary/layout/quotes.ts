/**
 * A quote that begins a cell and stands alone in it is a mark of repetition, and one that nothing closes is a letter; only
 * the others hold line ends together. Pure.
 */
export function withSafeQuotes(text: string, delimiter: string): string {
  if (!text.includes('"')) return text;
  const ends = new RegExp(`[\\n${delimiter}]`, "g");
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    const cell = text.slice(at, end);
    const closed = /^\s*"/.test(cell) && cell.trim() !== '"' ? closingEnd(text, at, delimiter) : null;
    const next = closed ?? end;
    parts.push(closed === null ? asLetters(cell) : text.slice(at, closed), text[next] ?? "");
    at = next + 1;
  }
  return parts.join("");
}

function asLetters(cell: string): string {
  if (cell.trim() === '"') return "〃";
  return /^\s*"/.test(cell) ? cell.replace('"', "“") : cell;
}

/** No cell is longer. */
const LONGEST = 20_000;

/** Where the cell ends whose quotes are closed right before a delimiter or the line's end; null: they never are. */
function closingEnd(text: string, from: number, delimiter: string): number | null {
  const start = text.indexOf('"', from) + 1;
  const cell = text.slice(start, start + LONGEST).replaceAll('""', "__");
  const close = new RegExp(`"(?=[\\n${delimiter}]|$)`).exec(cell)?.index;
  if (close === undefined) return null;
  const within = cell.slice(0, close);
  // Pasted cells have no tabs of their own: such a quote was closed by another line's.
  if (within.includes("\n") && delimiter !== "," && within.includes(delimiter)) return null;
  return start + close + 1;
}
