import { expect, test } from "vitest";
import { correctionsAfter } from "./corrections-after.ts";

const corrections = { 1: { time: "09:30" }, 3: { isLeftOut: true } };

test("a changed line loses its correction, the others keep theirs", () => {
  expect(correctionsAfter("α\nβ\nδ", { text: "α\nβ\nγ", corrections })).toEqual({ 1: { time: "09:30" } });
});

test("another diary begins without corrections", () => {
  expect(correctionsAfter("δ\nε", { text: "α\nβ\nγ", corrections })).toEqual({});
});

test("where quotes may hold lines together, none is trusted", () => {
  expect(correctionsAfter('α\n"β\nγ"\nδ', { text: 'α\n"β\nγ"', corrections })).toEqual({});
});
