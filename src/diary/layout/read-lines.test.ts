import { expect, test } from "vitest";
import { MAX_ROWS } from "../contract.ts";
import { linesOf } from "./read-lines.ts";

test("of a line of a million cells only those are cells in which something stands, and no diary has so many", () => {
  const [line] = linesOf(`11:30${";".repeat(1_000_000)}`);
  expect(line?.cells).toEqual(["11:30"]);
  const details = { values: { row: 1, max: 50 } };
  const wide = `11:30${";".repeat(50)}Καστανάς`;
  expect(() => linesOf(wide)).toThrow(expect.objectContaining({ code: "diary-too-wide", details }));
});

test("empty lines are passed over, and too many of them refused before they are read", () => {
  expect(linesOf(`11:30\tΠαπαδοπούλου${"\n".repeat(100)}12:00\tΚαστανάς`).map(({ row }) => row)).toEqual([1, 101]);
  expect(() => linesOf(`11:30\tΠαπαδοπούλου${"\n".repeat(5 * MAX_ROWS + 1)}`)).toThrow("diary-too-long");
});

test("a quote that nothing ends is a letter, one alone repeats what stands above, and the others hold lines together", () => {
  const opened = '11:30\tΠαπαδοπούλου\n12:00\t"Καστανάς\nΆρης"\n"\tΡήγα\n12:30\t"Μελισσά\n13:00\tΣάββα "ο ψηλός"';
  expect(linesOf(opened).map(({ cells }) => cells)).toEqual([
    ["11:30", "Παπαδοπούλου"],
    ["12:00", "Καστανάς\nΆρης"],
    ["〃", "Ρήγα"],
    ["12:30", "“Μελισσά"],
    ["13:00", 'Σάββα "ο ψηλός"'],
  ]);
});

test("thousands of quotes that nothing ends take no time", () => {
  expect(linesOf('11:30\t"Παπαδοπούλου\n'.repeat(MAX_ROWS))).toHaveLength(MAX_ROWS);
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
