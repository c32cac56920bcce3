import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { ScreenReader } from "./screen-reader.ts";

/** What somebody hears on their way, step by step. */
export interface Transcript {
  /** Does what leads to the next sentences, and writes down what the screen reader says of it. */
  step(what: string, act: () => Promise<unknown>): Promise<void>;
  /** @throws Error where it is not what is kept in the repository */
  expectAsKept(): Promise<void>;
}

/** @param name of the file; `TRANSCRIPTS=write` writes it anew */
export function transcriptOf(reader: ScreenReader, page: Page, name: string): Transcript {
  const file = new URL(`transcripts/${name}.txt`, import.meta.url);
  const steps: string[] = [];
  return {
    step: async (what, act) => {
      await act();
      await page.waitForLoadState("load");
      const lines = withoutRepetition(ofLastPage((await reader.said()).filter(isOfPage).map(onAnyDay)));
      steps.push([`## ${what}`, ...lines.map((line) => `- ${line}`)].join("\n"));
    },
    expectAsKept: async () => {
      const text = `${steps.join("\n\n")}\n`;
      if (process.env.TRANSCRIPTS === "write") await writeFile(file, text);
      expect(text).toBe(await readFile(file, "utf8"));
    },
  };
}

const MONTHS =
  /(Ιανουαρί|Φεβρουαρί|Μαρτί|Απριλί|Μαΐ|Ιουνί|Ιουλί|Αυγούστ|Σεπτεμβρί|Οκτωβρί|Νοεμβρί|Δεκεμβρί)ου|(Ιανουάρι|Φεβρουάρι|Μάρτι|Απρίλι|Μάι|Ιούνι|Ιούλι|Αύγουστ|Σεπτέμβρι|Οκτώβρι|Νοέμβρι|Δεκέμβρι)ο[ςν]?/g;
const WEEKDAYS = /(Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή)/g;

/** Not the window that it stands in, nor what the browser asks and says of its own. */
const isOfPage = (line: string): boolean =>
  !/ - Chromium(?: frame)?$|page tab\.$|Translate this page|Press Alt-Shift A to focus this dialog|^Address and search bar/.test(
    line,
  );

/** How much is still said of a page that is being left is a matter of moments. */
function ofLastPage(lines: readonly string[]): readonly string[] {
  const loaded = lines.findLastIndex((line) => line.startsWith("Finished loading"));
  return lines.slice(Math.max(loaded, 0));
}

/** Whichever day it is, and whatever is free then, it says the same. */
const onAnyDay = (line: string): string =>
  line
    .replaceAll(/\d+/g, "0")
    .replaceAll(MONTHS, "‹μήνας›")
    .replaceAll(WEEKDAYS, "‹ημέρα›")
    .replaceAll(/0(?:[ .:–]0)+/g, "0");

const LONGEST = 6;

/** Days and times, one as the other, are told once. */
function withoutRepetition(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) {
    kept.push(line);
    for (let length = 1; length <= LONGEST; length++) {
      const [before, last] = [kept.slice(-2 * length, -length), kept.slice(-length)];
      if (before.length === length && before.every((each, index) => each === last[index])) kept.length -= length;
    }
  }
  return kept;
}
