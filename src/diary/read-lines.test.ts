import { expect, test } from "vitest";
import { MAX_ROWS } from "./contract.ts";
import { linesOf } from "./read-lines.ts";

test("a line of a million cells is read no further than a diary has columns", () => {
  const [line] = linesOf(`11:30${";".repeat(1_000_000)}`);
  expect(line?.cells).toHaveLength(50);
});

test("empty lines are passed over, and too many of them refused before they are read", () => {
  expect(linesOf(`11:30\tΠαπαδοπούλου${"\n".repeat(100)}12:00\tΚαστανάς`).map(({ row }) => row)).toEqual([1, 101]);
  expect(() => linesOf(`11:30\tΠαπαδοπούλου${"\n".repeat(5 * MAX_ROWS + 1)}`)).toThrow("diary-too-long");
});

test("quotes that nothing ends are told by the row in which they begin", () => {
  const details = { values: { row: 3 } };
  const opened = '11:30\tΠαπαδοπούλου\n12:00\t"Καστανάς\nΆρης"\n12:30\t"Μελισσά\n12:45\tΡήγα\n13:00\tΣάββα';
  expect(() => linesOf(opened)).toThrow(expect.objectContaining({ code: "diary-quotes", details }));
});

test("a diary that is too long is told how long it is, and how long it may be", () => {
  const details = { values: { rows: MAX_ROWS + 1, max: MAX_ROWS } };
  expect(() => linesOf("11:30\tΠαπαδοπούλου\n".repeat(MAX_ROWS + 1))).toThrow(expect.objectContaining({ details }));
  expect(linesOf("11:30\tΠαπαδοπούλου\n".repeat(MAX_ROWS))).toHaveLength(MAX_ROWS);
});

test.each([
  [
    "pasted cells with more commas than tabs",
    "9:00\tΚαστανά, Ζωή, κόρη, γιος, Λένα\n9:15\tΛυγαριά, Άννα, μόνη, της",
    2,
  ],
  ["under a title", "Ραντεβού, Δεκέμβριος, 2026, όλα\n9:00\tΚαστανά, Ζωή\n9:15\tΛυγαριά, Άννα, μόνη", 2],
  ["semicolons beside commas", "9:00;Καστανά, Ζωή, κόρη\n9:15;Λυγαριά, Άννα", 2],
  ["commas alone", "9:00,Καστανά Ζωή\n9:15,Λυγαριά Άννα; η κόρη της", 2],
])("%s are divided by their own mark", (_, text, cells) => {
  expect(linesOf(text).at(-1)?.cells).toHaveLength(cells);
});
