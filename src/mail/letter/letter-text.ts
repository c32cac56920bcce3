import { withoutLanguages } from "../../text/foreign.ts";
import { textIn } from "../../text/text.ts";
import type { LetterAct, LetterPage } from "./letter-page.ts";
import "../../text/server.ts";

/** Where programs of old break a line anyway */
const WIDTH = 72;

/** The letter for who reads no HTML: the same words in the same order. */
export function letterText(page: LetterPage): string {
  const t = textIn(page.language);
  const width = Math.max(0, ...page.facts.map(({ label }) => label.length)) + 2;
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [[title, ...items.map((item) => wrapped(item, "- ", "  "))].join("\n")];
  const blocks = [
    page.greeting,
    wrapped(page.heading),
    ...page.paragraphs.map((text) => wrapped(text)),
    ...page.asks.map(actText),
    ...(page.facts.length === 0
      ? []
      : [
          page.facts.map(({ label, value }) => wrapped(value, `${label}:`.padEnd(width), " ".repeat(width))).join("\n"),
        ]),
    ...page.acts.map(actText),
    ...list(page.bringTitle, page.bring),
    ...list(t("letter.access"), page.access),
    ...page.next.map((text) => wrapped(text)),
    ...(page.note
      ? [
          page.note
            .split("\n")
            .map((line) => wrapped(line))
            .join("\n"),
        ]
      : []),
    ["-- ", ...page.foot.map((text) => wrapped(text))].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** An address on a line of its own is a link in most programs. */
const actText = ({ label, address }: LetterAct): string => `${label}:\n${address}`;

/** Broken between words; a no-break space holds. */
function wrapped(marked: string, first = "", rest = ""): string {
  const text = withoutLanguages(marked);
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    const isEmpty = line === first || line === rest;
    if (!isEmpty && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = rest + word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
