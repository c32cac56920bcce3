import { expect, test } from "vitest";
import { isTest, sourceFiles } from "./source-files.ts";

/** Firefox leaves the accents on. */
const BY_THE_BROWSER = /toLocaleUpperCase|text-transform:\s*uppercase/;

test("Greek capitals are written by our own rule everywhere, never by the browser", async () => {
  const files = [...(await sourceFiles(["src", "trial"]))].filter(([path]) => !isTest(path));
  expect(files.filter(([, text]) => BY_THE_BROWSER.test(text)).map(([path]) => path)).toEqual([]);
  expect(
    ["name.toLocaleUpperCase('el')", "th { text-transform: uppercase; }"].map((text) => BY_THE_BROWSER.test(text)),
  ).toEqual([true, true]);
});
