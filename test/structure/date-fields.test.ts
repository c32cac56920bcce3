import { expect, test } from "vitest";
import { isTest, sourceFiles } from "./source-files.ts";

/** They show dates and times in the browser's language: 12/01 is January or December. */
const OF_THE_BROWSER = /type="(?:date|time|datetime-local|month|week)"/;

test("a date or a time is typed into a field of our own, never into the browser's", async () => {
  const files = [...(await sourceFiles(["src", "trial"]))].filter(([path]) => !isTest(path));
  expect(files.filter(([, text]) => OF_THE_BROWSER.test(text)).map(([path]) => path)).toEqual([]);
  expect(OF_THE_BROWSER.test('<input type="date" value={date} />')).toBe(true);
});
