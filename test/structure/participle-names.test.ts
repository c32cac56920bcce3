import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { participleNameFindings } from "./participle-names.ts";
import { PARTICIPLE_NAMES_LEFT } from "./participle-names-left.ts";
import { sourceFiles } from "./source-files.ts";

test("files, types and what is exported are named by the words of the trade", async () => {
  expect(participleNameFindings(await sourceFiles(["src", "trial"]), PARTICIPLE_NAMES_LEFT).map(inWords)).toEqual([]);
});

test.each([
  ["a file", "src/diary/kept-rows.ts", "", "kept-rows.ts"],
  ["a sheet", "src/diary/ui/told.css", "", "told.css"],
  ["a test", "src/diary/known.test.ts", "", "known.test.ts"],
  ["a type that only its file knows", "src/diary/rows.ts", "interface Asked {}", "Asked"],
  ["a type within a function", "src/diary/rows.ts", "function rows() { type RowsTold = 1; }", "RowsTold"],
  ["a function", "src/diary/rows.ts", "export async function keptRows() {}", "keptRows"],
  ["a constant", "src/diary/rows.ts", "export const ROWS_KEPT = 1;", "ROWS_KEPT"],
  ["a constant among others", "src/diary/rows.ts", "export const { rows, of: saidOf } = all;", "saidOf"],
  ["a class", "src/diary/rows.ts", "export class KnownRow {}", "KnownRow"],
  ["an export by another name", "src/diary/rows.ts", "const rows = 1; export { rows as rowsAsked };", "rowsAsked"],
])("a planted fault is found: %s", (_name, file, text, name) => {
  expect(participleNameFindings(new Map([[file, text]]), {}).map(inWords)).toEqual([
    `${file}: ${name} does not say what it is`,
  ]);
});

test("a variable, a member, another word and a name that is left are no fault", () => {
  const files = new Map([
    ["src/diary/rows.ts", "const kept = 1; interface Row { readonly told: string } export type Stored = Row;"],
    ["src/diary/unknown-rows.ts", "export const isUnknown = 1; export const asking = 2;"],
    ["src/diary/left.ts", "export type Known = 1;"],
  ]);
  expect(participleNameFindings(files, { "src/diary/left.ts": ["Known"] })).toEqual([]);
});

test("a planted fault is found: leave for a name that is there no more", () => {
  expect(participleNameFindings(new Map(), { "src/diary/left.ts": ["Known"] }).map(inWords)).toEqual([
    "src/diary/left.ts: Known needs no leave",
  ]);
});
