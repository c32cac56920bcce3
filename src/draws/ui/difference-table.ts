import type { CheckPoint, CheckResult, DrawDifference } from "../rule/verify-draw.ts";
import { element } from "./element.ts";
import type { CheckWords } from "./words.ts";

/** Where a point first differs: what was published beside what comes out. */
export function differenceOf({ point, difference }: CheckResult, words: CheckWords): Node[] {
  if (!difference) return [paragraph(words(point === "order" ? "twice" : "impossible"))];
  const { place } = difference;
  const where = place === null ? [] : [paragraph(words("difference-at", { place }))];
  return [...where, differenceTable(point, difference, words)];
}

const paragraph = (text: string): HTMLElement => element("p", "", text);

function differenceTable(point: CheckPoint, { published, computed }: DrawDifference, words: CheckWords): HTMLElement {
  const headings = [heading(words("published")), heading(words("computed"))];
  const values = [published, computed].map((text) =>
    element("td", "", element("bdi", "", inWords(point, text, words))),
  );
  return element(
    "table",
    "",
    element("thead", "", element("tr", "", ...headings)),
    element("tbody", "", element("tr", "", ...values)),
  );
}

function heading(text: string): HTMLElement {
  const made = element("th", "", text);
  made.scope = "col";
  return made;
}

/** Of the places each line is «4817 9901 2026-12-08 0 3 1», or says that from there on it is what was given after the draw. */
function inWords(point: CheckPoint, text: string, words: CheckWords): string {
  if (text === "") return words("nothing");
  if (point !== "places") return text;
  if (text === "passed on") return words("passed-on");
  const [number = "", office = "", date = "", part, at, choice = ""] = text.split(" ");
  const given = { number, office, date, part: Number(part) + 1, place: Number(at) + 1 };
  return words("given", { ...given, choice: choice === "other" ? "–" : choice });
}
