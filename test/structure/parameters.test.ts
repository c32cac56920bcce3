import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { parameterFindings } from "./parameters.ts";
import { sourceFiles } from "./source-files.ts";

test("no function takes more than four parameters by their place", async () => {
  expect(parameterFindings(await sourceFiles(["src", "trial"])).map(inWords)).toEqual([]);
});

test.each([
  ["a function", "export async function book(a: 1, b: 2, c: 3, d: 4, e: 5): Promise<void> {}", "book takes 5"],
  ["an arrow", "const move = (a: () => void, { b, c }: X, d = [1, 2], e?: 3, ...f: 4[]) => a;", "move takes 5"],
  ["a method", "class Desk { tell(a, b, c, d, e, f) {} }", "tell takes 6"],
  ["a member", "const desk = { tell: (a, b, c, d, e) => a };", "tell takes 5"],
])("a planted fault is found: %s", (_name, text, expected) => {
  const files = new Map([["src/diary/planted.ts", text]]);
  expect(parameterFindings(files).map(inWords)).toEqual([expect.stringContaining(`src/diary/planted.ts: ${expected}`)]);
});

test("four, a type of a function, and a test are no fault", () => {
  const files = new Map([
    ["src/diary/four.ts", "export const four = (a: 1, b: 2, c: 3, d: 4) => a;"],
    ["src/diary/type.ts", "export type Five = (a: 1, b: 2, c: 3, d: 4, e: 5) => void;"],
    ["src/diary/five.test.ts", "const five = (a, b, c, d, e) => a;"],
  ]);
  expect(parameterFindings(files)).toEqual([]);
});
