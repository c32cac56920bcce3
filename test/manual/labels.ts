import type { Words } from "../structure/catalogues.ts";

/** How the manual writes a text of the screen: what changes from time to time is «…». */
export const asLabel = (text: string): string =>
  text
    .replaceAll(/\{\{.*?\}\}/g, "…")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?…( ?…)* ?/g, "…")
    .trim();

/** All texts of a catalogue, as the manual may write them. */
export function labelsOf(words: Words): ReadonlySet<string> {
  const texts = Object.values(words).flatMap((value) =>
    typeof value === "string" ? [asLabel(value)] : [...labelsOf(value)],
  );
  return new Set(texts);
}

/** What stands on the screen where the manual writes this. @param end what else may follow */
export function patternOf(label: string, end = ""): RegExp {
  const literal = label.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`^\\s*${literal.replaceAll(/\s*…\s*/g, "\\s*.*").replaceAll(/\s+/g, "\\s+")}${end}`, "su");
}
