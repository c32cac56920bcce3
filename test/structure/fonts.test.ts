import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { FONTS, fontFiles } from "../../scripts/fonts/font-files.ts";
import { catalogues } from "./catalogues.ts";
import { sourceFiles } from "./source-files.ts";
import { staffSheets } from "./styles.ts";

test("the fonts are those that their declarations make", async () => {
  const made = await fontFiles();
  expect((await readdir(FONTS)).sort()).toEqual([...made.keys()].sort());
  for (const [name, font] of made) {
    expect(font.equals(await readFile(FONTS + name)), `${name} is behind: npm run fonts`).toBe(true);
  }
});

/** Drawn by the system's fonts, as they always were: arrows, marks of charts, and what stands for a damaged sign. */
const OF_THE_SYSTEM = "↑→↓↵▲▼●\ufffd";

test("each sign that the program's Greek and English use is in a declared range", async () => {
  const styles = await readFile(`${FONTS}../fonts.css`, "utf8");
  const ranges = [...styles.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = "", last = first]) =>
    [first, last].map((code) => Number.parseInt(code, 16)),
  );
  const words = JSON.stringify([...(await catalogues("el")), ...(await catalogues("en"))]);
  const isDrawn = (sign: string) =>
    OF_THE_SYSTEM.includes(sign) ||
    ranges.some(([first = 0, last = 0]) => (sign.codePointAt(0) ?? 0) >= first && (sign.codePointAt(0) ?? 0) <= last);
  expect([...new Set(words)].filter((sign) => !isDrawn(sign))).toEqual([]);
});

test("no style asks for a weight that the fonts lack", async () => {
  const styles = [...staffSheets(await sourceFiles(["src"]))].filter(([file]) => !file.endsWith("/fonts.css"));
  const weights = styles.flatMap(([, text]) =>
    [...text.matchAll(/font-weight: *([^;]+);/g)].map(([, weight]) => weight),
  );
  expect([...new Set(weights)].sort()).toEqual(["400", "500", "600", "700"]);
});
