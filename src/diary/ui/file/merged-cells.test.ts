import { expect, test } from "vitest";
import { spreadOut } from "./merged-cells.ts";

const cell = (text: string, rows = 1, columns = 1) => ({ text, rows, columns });

test("a merged name stands at each of its times, a merged day beside each of its visits", () => {
  const table = [
    [cell("7/12/2026", 3), cell("9:00"), cell("Καστανάς Άρης", 2)],
    [cell("9:15")],
    [cell("9:30"), cell("Μελισσά Ζωή")],
  ];
  expect(spreadOut(table).split("\n")).toEqual([
    "7/12/2026\t9:00\tΚαστανάς Άρης",
    "7/12/2026\t9:15\tΚαστανάς Άρης",
    "7/12/2026\t9:30\tΜελισσά Ζωή",
  ]);
});

test("a title over several columns is one cell, and lines within a cell stay together", () => {
  const table = [
    [cell("Δευτέρα 7/12/2026", 1, 3)],
    [cell("9:00"), cell("Καστανάς Άρης"), cell("6944123456\n2109098391")],
  ];
  expect(spreadOut(table)).toBe('Δευτέρα 7/12/2026\t\t\n9:00\tΚαστανάς Άρης\t"6944123456\n2109098391"');
});

test("a cell that says it is merged over more rows than there are ends with the table", () => {
  expect(spreadOut([[cell("7/12/2026", 65_534), cell("9:00", 1, 2)]])).toBe("7/12/2026\t9:00\t");
});
