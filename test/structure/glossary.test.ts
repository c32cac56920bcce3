import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { glossaryFindings } from "./glossary.ts";
import { ROOT, sourceFiles } from "./source-files.ts";

test("what the glossary calls a word of the code is one", async () => {
  const files = await sourceFiles(["src", "trial", "db"]);
  expect(glossaryFindings(await readFile(`${ROOT}docs/glossary.md`, "utf8"), files).map(inWords)).toEqual([]);
});

test("a planted fault is found: a word that the code has given up", () => {
  const files = new Map([
    ["src/queues/week-strip.ts", '/** Not rehomed. */\nexport const week = { kind: "moved" };'],
    ["src/queues/week-strip.test.ts", "const carryOut = 1;"],
  ]);
  const glossary = ["| Greek | In code |", '| α | `week-strip`, `kind: "moved"` |', "| β | `rehomed`, `carryOut` |"];
  expect(glossaryFindings(glossary.join("\n"), files).map(inWords)).toEqual([
    expect.stringContaining('"rehomed" is no word'),
    expect.stringContaining('"carryOut" is no word'),
  ]);
});
