/** The part of Markdown in which the manual is written, with the lines where its parts stand. */

export interface Phrase {
  /** label: words of the screen, as they stand there; key: what is pressed on the keyboard */
  readonly kind: "text" | "label" | "key" | "link";
  readonly text: string;
  /** Of a link */
  readonly to?: string;
  /** Where it stands in its line, by which it is told apart */
  readonly at: number;
}

export interface ManualLine {
  readonly phrases: readonly Phrase[];
  readonly line: number;
}

export type Block = { readonly line: number } & (
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly phrases: readonly Phrase[] }
  | { readonly kind: "steps" | "list"; readonly items: readonly ManualLine[] }
  | { readonly kind: "figure"; readonly file: string; readonly words: string }
);

/** Parts stand apart by empty lines. @param firstLine of the text in its file */
export function blocksOf(text: string, firstLine = 1): Block[] {
  const parts: { lines: string[]; line: number }[] = [];
  let isOpen = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") isOpen = false;
    else if (isOpen) parts.at(-1)?.lines.push(line);
    else {
      parts.push({ lines: [line], line: firstLine + index });
      isOpen = true;
    }
  }
  return parts.map(({ lines, line }) => blockOf(lines.join("\n"), line));
}

function blockOf(text: string, line: number): Block {
  const heading = /^## (.+)$/.exec(text);
  if (heading) return { kind: "heading", line, text: heading[1] as string };
  const figure = /^!\[(.+)\]\((?:.*\/)?([\w-]+\.png)\)$/.exec(text);
  if (figure) return { kind: "figure", line, words: figure[1] as string, file: figure[2] as string };
  if (/^\d+\. /.test(text)) return { kind: "steps", line, items: itemsOf(text, line, /^\d+\. /) };
  if (text.startsWith("- ")) return { kind: "list", line, items: itemsOf(text, line, /^- /) };
  return { kind: "paragraph", line, phrases: phrasesOf(joined(text)) };
}

/** An item goes on in lines that are set in. */
function itemsOf(text: string, firstLine: number, mark: RegExp): ManualLine[] {
  const items: { text: string; line: number }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const last = items.at(-1);
    if (mark.test(line)) items.push({ text: line.replace(mark, ""), line: firstLine + index });
    else if (last) last.text += ` ${line.trim()}`;
  }
  return items.map(({ text, line }) => ({ phrases: phrasesOf(text), line }));
}

const joined = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");

const MARKED = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g;

function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let end = 0;
  for (const { 0: whole, 1: label, 2: key, 3: words, 4: to, index: at } of text.matchAll(MARKED)) {
    if (at > end) phrases.push({ kind: "text", text: text.slice(end, at), at: end });
    if (label !== undefined) phrases.push({ kind: "label", text: label, at });
    else if (key !== undefined) phrases.push({ kind: "key", text: key, at });
    else phrases.push({ kind: "link", text: words ?? "", to: to ?? "", at });
    end = at + whole.length;
  }
  if (end < text.length) phrases.push({ kind: "text", text: text.slice(end), at: end });
  return phrases;
}

/** Without its marks. */
export const plain = (phrases: readonly Phrase[]): string => phrases.map(({ text }) => text).join("");
