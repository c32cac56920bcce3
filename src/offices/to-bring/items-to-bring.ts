import type { FieldError } from "../../platform/refusal.ts";
import { tidy } from "../../platform/text/names.ts";
import { BRING_MARKS, type ItemToBring, VISIT_CASES } from "../../text/to-bring.ts";
import { type Checked, plainLine, type Rule } from "../cells.ts";

/** What may stand in a service's lines of what to bring, and how a file writes them. Pure. */

const MOST_ITEMS = 30;
const LONGEST_LINE = 500;

/** By field, as a form has them: toBring.2.english */
export function itemErrors(items: readonly ItemToBring[]): FieldError[] {
  if (items.length > MOST_ITEMS)
    return [{ field: "toBring", code: "list-too-long", values: { max: MOST_ITEMS, count: items.length } }];
  const keys = items.map(({ greek, mark }) => JSON.stringify([tidy(greek), mark]));
  return items.flatMap(({ greek, english, cases }, at) => {
    const field = `toBring.${at}`;
    const isTwice = keys.indexOf(keys[at] as string) < at;
    return [
      ...(tidy(greek) === ""
        ? [{ field: `${field}.greek`, code: "field-required" }]
        : faultOf(`${field}.greek`, greek)),
      ...(isTwice ? [{ field: `${field}.greek`, code: "bring-twice" }] : []),
      ...faultOf(`${field}.english`, english ?? ""),
      ...(cases.length === 0 ? [{ field: `${field}.cases`, code: "bring-case-required" }] : []),
    ];
  });
}

function faultOf(field: string, words: string): FieldError[] {
  const checked = itemWords(words);
  return "value" in checked ? [] : [{ field, code: checked.fault, ...(checked.values && { values: checked.values }) }];
}

/** What divides a line of a file can't stand in its words. */
const itemWords: Rule<string> = (cell) => {
  const checked = plainLine(LONGEST_LINE)(cell);
  const [found] = "value" in checked ? (/[|[\]]/.exec(checked.value) ?? []) : [];
  return found === undefined ? checked : { fault: "bring-sign", values: { found } };
};

export const tidyItems = (items: readonly ItemToBring[]) =>
  items.map(({ greek, english, mark, cases }) => ({
    greek: tidy(greek),
    english: tidy(english ?? "") || null,
    mark,
    cases: VISIT_CASES.filter((each) => cases.includes(each)),
  }));

/** A line each: «Ταυτότητα | Identity card [original, minor, proxy]»; without a case it holds for all. Null: there are none. */
export const bringText = (items: readonly ItemToBring[]): string | null =>
  items
    .map(({ greek, english, mark, cases }) => {
      const of = [mark ?? [], cases.length < VISIT_CASES.length ? cases : []].flat().join(", ");
      return `${[greek, english ?? []].flat().join(" | ")}${of && ` [${of}]`}`;
    })
    .join("\n") || null;

export const itemsOfText = (text: string | null): ItemToBring[] =>
  (text ?? "")
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { words, of } = partsOf(line);
      const [greek = "", english = ""] = words.split("|");
      const cases = VISIT_CASES.filter((each) => of.includes(each));
      return {
        greek: tidy(greek),
        english: tidy(english) || null,
        mark: BRING_MARKS.find((mark) => of.includes(mark)) ?? null,
        cases: cases.length > 0 ? cases : VISIT_CASES,
      };
    });

function partsOf(line: string): { readonly words: string; readonly of: readonly string[] } {
  const [, words = "", of = ""] = /^([^[]*)(?:\[([^\]]*)\]\s*)?$/.exec(line) ?? ["", line];
  return { words, of: of.split(",").map(tidy).filter(Boolean) };
}

const KNOWN: readonly string[] = [...BRING_MARKS, ...VISIT_CASES];

/** A cell of an imported file: its lines, in one way of writing. */
export const bringCell: Rule<string> = (cell): Checked<string> => {
  if (typeof cell !== "string") return { fault: "not-text" };
  const unread = cell.split(/\r\n?|\n/).flatMap((each) => faultOfLine(each) ?? [])[0];
  if (unread) return unread;
  const items = itemsOfText(cell);
  const [first] = itemErrors(items);
  if (first) return { fault: first.code, ...(first.values && { values: first.values }) };
  return { value: bringText(items) ?? "" };
};

function faultOfLine(line: string): ReturnType<typeof faulty> | null {
  const { words, of } = partsOf(line);
  const unknown = of.find((each) => !KNOWN.includes(each));
  if (unknown !== undefined) return faulty("bring-unknown", { value: unknown.slice(0, 40), known: KNOWN.join(", ") });
  if (words.split("|").length > 2) return faulty("bring-sign", { found: "|" });
  const marks = of.filter((each) => BRING_MARKS.some((mark) => mark === each));
  return marks.length > 1 ? faulty("bring-marks", {}) : null;
}

const faulty = (fault: string, values: Readonly<Record<string, string>>) => ({ fault, values });
