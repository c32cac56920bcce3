import { expect, test } from "vitest";
import { cellNumber, partNumber } from "../matrix/row-label.ts";
import { correctionsAfter } from "./corrections-after.ts";

const corrections = { 1: { time: "09:30" }, 3: { isLeftOut: true } };

test("a changed line loses its correction, the others keep theirs", () => {
  expect(correctionsAfter("α\nβ\nδ", { text: "α\nβ\nγ", corrections })).toEqual({ 1: { time: "09:30" } });
});

test("so do those of single cells, and of the second person in one", () => {
  const [cell, second] = [cellNumber(3, 4), partNumber(3, 1)];
  const ofCells = { [cell]: { isLeftOut: true }, [second]: { isConfirmed: true }, 1: { time: "09:30" } };
  expect(correctionsAfter("α\nβ\nδ", { text: "α\nβ\nγ", corrections: ofCells })).toEqual({ 1: { time: "09:30" } });
});

test("another diary begins without corrections", () => {
  expect(correctionsAfter("δ\nε", { text: "α\nβ\nγ", corrections })).toEqual({});
});

test("where quotes may hold lines together, none is trusted", () => {
  expect(correctionsAfter('α\n"β\nγ"\nδ', { text: 'α\n"β\nγ"', corrections })).toEqual({});
});
