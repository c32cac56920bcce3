/** Markup whose values are escaped: html`<p>${name}</p>`. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | null;

export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part),
});

interface Head {
  readonly title: string;
  readonly language: string;
  readonly dir?: "ltr" | "rtl";
}

/** How a page begins that no search engine is to list, and that has no icon; its sheets and scripts follow. */
export const pageBegin = ({ title, language, dir = "ltr" }: Head): Html => html`<!doctype html>
<html lang="${language}"${dir === "rtl" ? html` dir="rtl"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">`;

function markupOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return "markup" in value ? value.markup : value.map((item) => item.markup).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
