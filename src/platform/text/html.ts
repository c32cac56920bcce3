import { languagesAsMarkup, withoutLanguages } from "../../text/foreign.ts";

/** Markup whose values are escaped: html`<p>${name}</p>`. Words in another language get an element with it. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | null;

export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.reduce((text, part, index) => text + markupAt(strings, index, values[index - 1] ?? null) + part),
});

/** What programs read in a page, and no browser runs. */
export const linkedData = (value: object): Html => ({
  markup: `<script type="application/ld+json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`,
});

interface Head {
  readonly title: string;
  readonly language: string;
  readonly dir?: "ltr" | "rtl";
  /** Whether search engines may list it */
  readonly isListed?: boolean;
}

/** How a page begins, which has no icon; its sheets and scripts follow. */
export const pageBegin = ({ title, language, dir = "ltr", isListed = false }: Head): Html => html`<!doctype html>
<html lang="${language}"${dir === "rtl" ? html` dir="rtl"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isListed ? null : html`<meta name="robots" content="noindex">`}
<title>${title}</title>
<link rel="icon" href="data:,">`;

/** @param index of the part behind it */
function markupAt(strings: TemplateStringsArray, index: number, value: Value): string {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number") {
    const text = escaped(String(value));
    const named = languagesAsMarkup(text);
    return named === text || holdsElements(strings, index) ? named : withoutLanguages(text);
  }
  return "markup" in value ? value.markup : value.map((item) => item.markup).join("");
}

/** Neither in a tag nor in an element of plain text. */
const holdsElements = (strings: TemplateStringsArray, index: number): boolean =>
  !PLAIN.test(strings.slice(0, index).join(""));
const PLAIN = /<[^<>]*$|="[^"]*$|<(title|option|textarea)\b[^<>]*>[^<]*$/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
