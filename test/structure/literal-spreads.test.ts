import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { literalSpreadFindings } from "./literal-spreads.ts";
import { sourceFiles } from "./source-files.ts";

test("lines are as long as the formatter has them", async () => {
  const files = await sourceFiles(["src", "trial", "test", "bench", "scripts"]);
  expect(literalSpreadFindings(files).map(inWords)).toEqual([]);
});

test.each(["const a = { ...{ b, c }, d };", "f(...[b, c]);", "const a = [...(['b'] as const), c];"])(
  "a planted fault is found: %s",
  (text) => {
    const message = "x.ts: line 1 spreads a literal: write out what is in it";
    expect(literalSpreadFindings(new Map([["x.ts", text]])).map(inWords)).toEqual([message]);
  },
);

test("what may be empty is spread", () => {
  const text = "const a = { ...(b && { c }), ...(b ? [c] : []), ...d };";
  expect(literalSpreadFindings(new Map([["x.ts", text]]))).toEqual([]);
});
