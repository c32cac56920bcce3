import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";
import { promiseFindings } from "./wait-promises.ts";

test("every range of waiting goes through the gate that notes it", async () => {
  expect(promiseFindings(await sourceFiles(["src"]))).toEqual([]);
});

const PAGE = "src/entrance/display/page.ts";
test.each([
  ["its words", PAGE, 't("entrance.likely-range", { from, to })', "says a range"],
  ["its type", PAGE, "const promise = { from, to } as WaitPromise;", "makes a promise"],
  ["the rule", PAGE, "const { from, to } = waitEstimates(days)(0);", "estimates a wait"],
  ["what was counted", "src/partners/wait-sql.ts", "select half_hours from day_measure", "reads what was measured"],
  ["the sum of counts", PAGE, 'import { quantile } from "../../measures/counts.ts";', "reads what was measured"],
  [
    "numbers of its own where others say a range",
    "src/entrance/number/paper-words.ts",
    't("entrance.paper-range", { from: 10, to: 20 })',
    "was not promised",
  ],
])("whoever shows a range by %s is found", (_way, file, text, message) => {
  expect(promiseFindings(new Map([[file, text]]))).toEqual([{ file, message: expect.stringContaining(message) }]);
});
