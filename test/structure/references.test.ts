import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { referenceFindings } from "./references.ts";
import { ROOT, sourceFiles } from "./source-files.ts";

const DOCUMENTS = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];

test("what a comment or a document points to is in the repository", async () => {
  const files = new Map(await sourceFiles(["src", "trial", "test", "docs", "db", "bench", "scripts"]));
  for (const name of DOCUMENTS) files.set(name, await readFile(ROOT + name, "utf8"));
  expect(referenceFindings(files).map(inWords)).toEqual([]);
});

test.each([
  ["a document of somebody's desk", "/** One deadline (design.md §4). */", "design.md is not in the repository"],
  ["a file that is gone", "// As in src/queues/old-hours.ts", "src/queues/old-hours.ts is not"],
  ["a decision that nobody took", "// docs/decisions/0099", "docs/decisions/0099 is not"],
])("a planted fault is found: %s", (_name, text, expected) => {
  expect(referenceFindings(new Map([["src/kit/store.ts", text]])).map(inWords)).toEqual([
    expect.stringContaining(expected),
  ]);
});
