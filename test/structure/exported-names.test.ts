import { expect, test } from "vitest";
import { exportedNameFindings } from "./exported-names.ts";
import { inWords } from "./finding.ts";
import { sourceFiles } from "./source-files.ts";

test("a name is exported once", async () => {
  expect(exportedNameFindings(await sourceFiles(["src", "trial"])).map(inWords)).toEqual([]);
});

test("a planted fault is found: a name that means two things", () => {
  const files = new Map([
    ["src/kit/form.ts", "export interface Draft {}\nexport const draft = 1;\n"],
    ["src/kit/form.test.ts", "export const draft = 2;\n"],
    [
      "src/queues/hours.ts",
      "export type Hours = string;\nexport function Hours() {}\nexport async function draft() {}\n",
    ],
    ["src/text/el/queues.ts", "export const queues = {};\n"],
    ["src/text/en/queues.ts", "export const queues = {};\n"],
  ]);
  expect(exportedNameFindings(files).map(inWords)).toEqual([
    "src/queues/hours.ts: draft is exported by src/kit/form.ts as well",
  ]);
});
