import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import greek from "../../src/text/el/refusals/problems.json" with { type: "json" };
import english from "../../src/text/en/refusals/problems.json" with { type: "json" };

const KNOWN = new URL("problem-codes.txt", import.meta.url);

/** Clients decide by these codes: a new one is written down, a known one stays and keeps its words. */
test("no refusal loses its code or its words", async () => {
  const known = (await readFile(KNOWN, "utf8")).trimEnd().split("\n");
  for (const words of [greek.problem, english.problem]) {
    const saying = Object.entries(words).filter(([, sentence]) => sentence.trim() !== "");
    expect(saying.map(([code]) => code).sort()).toEqual(known);
  }
});
