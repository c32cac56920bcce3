import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { patienceFindings } from "./patience.ts";
import { sourceFiles } from "./source-files.ts";

test("what a test waits for may take longer on a busy machine", async () => {
  expect(patienceFindings(await sourceFiles(["src", "test"])).map(inWords)).toEqual([]);
});

test.each([
  ["in a line", "src/mail/planted.test.ts", "await expect.poll(arrived, { timeout: 5_000 }).toBe(1);"],
  [
    "over several",
    "test/races/planted.test.ts",
    "await expect\n  .poll(arrived, { interval: 5, timeout: 20_000 })\n  .toBe(1);",
  ],
])("a planted fault is found: %s", (_name, file, text) => {
  expect(patienceFindings(new Map([[file, text]])).map(inWords)).toEqual([expect.stringContaining(`${file}: `)]);
});
