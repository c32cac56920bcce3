import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { problems as greek } from "../../src/text/el/problems.ts";
import { problems as english } from "../../src/text/en/problems.ts";

const KNOWN = new URL("problem-codes.txt", import.meta.url);

/** Clients decide by these codes: a new one is written down, a known one stays and keeps its words. */
test("no refusal loses its code or its words", async () => {
  const known = (await readFile(KNOWN, "utf8")).trimEnd().split("\n");
  for (const words of [greek, english]) {
    const saying = Object.entries(words).filter(([, sentence]) => sentence.trim() !== "");
    expect(saying.map(([code]) => code).sort()).toEqual(known);
  }
});
