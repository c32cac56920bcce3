import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { folderSizeFindings } from "./folder-sizes.ts";
import { sourceFiles } from "./source-files.ts";

// Migrations only ever grow in number.
test("no folder of the program holds more than 25 files", async () => {
  const found = folderSizeFindings(await sourceFiles(["src", "trial", "scripts"]));
  expect(found.map(inWords)).toEqual([]);
});

test("a planted fault is found: one file too many", () => {
  const folder = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => [`${name}/part-${at}.ts`, ""] as const);
  const files = new Map([
    ...folder("src/full", 25),
    ...folder("src/fuller", 26),
    ["src/full/part-1.test.ts", ""] as const,
  ]);
  expect(folderSizeFindings(files).map(inWords)).toEqual(["src/fuller: 26 files; which of them belong together?"]);
});
