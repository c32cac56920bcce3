import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { inWords } from "./finding.ts";
import { type Files, isSource, isTest, sourceFiles } from "./source-files.ts";

const BY_LETTER = /\.key(?:\.to(?:Locale)?(?:Lower|Upper)Case\(\))?\s*[!=]==?\s*"\p{L}"/gu;

/** By the letter that a key writes: under a Greek layout none of these keys is there. By `code` it is the place of the key. */
const letterKeyFindings = (files: Files): Finding[] =>
  [...files]
    .filter(([file]) => isSource(file) && !isTest(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(BY_LETTER)].map(([found]) => ({ file, message: `${found}: compare its code` })),
    );

test("a key acts under a Greek layout too", async () => {
  expect(letterKeyFindings(await sourceFiles(["src"])).map(inWords)).toEqual([]);
});

test.each(['event.key === "z"', 'event.key.toLowerCase() === "n"', 'nativeEvent.key !== "ζ"'])(
  "a planted fault is found: %s",
  (text) => {
    expect(letterKeyFindings(new Map([["src/kit/planted.ts", text]]))).toHaveLength(1);
  },
);
