import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { holdFindings } from "./holds.ts";
import { sourceFiles } from "./source-files.ts";

test("every held place has passed the gate, and only accredited systems have no asker", async () => {
  expect(holdFindings(await sourceFiles(["src"])).map(inWords)).toEqual([]);
});

test.each([
  [
    "a page that holds by itself",
    "src/public-booking/visit/planted.ts",
    "await holdPlace(tx, office, place, holding);",
  ],
  [
    "a link without an asker",
    "src/public-booking/visit/planted.ts",
    "holdTime(tx, office, wish, { key, now, asker: null })",
  ],
  ["a clerk's hold", "src/appointments/planted.ts", 'const row = { ...details, status: later ? "expired" : "held" };'],
])("a planted fault is found: %s", (_name, file, text) => {
  expect(holdFindings(new Map([[file, text]])).map(inWords)).toEqual([expect.stringContaining(`${file}: `)]);
});
