import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { ScreenReader } from "./screen-reader.ts";

/** What somebody hears on their way, step by step. */
export interface Transcript {
  /** Does what leads to the next sentences, and writes down what the screen reader says of it. */
  step(what: string, act: () => Promise<unknown>): Promise<void>;
  /** @throws Error where something is not heard, or not in its turn, that was heard each time before */
  expectAsKept(): Promise<void>;
}

type Step = readonly [what: string, lines: readonly string[]];

/**
 * @param name of the file, which has what was heard each time: how much more is said is a matter of moments. With
 *   `TRANSCRIPTS=write` what is not heard this time leaves it; where its steps are others it is written anew
 */
export function transcriptOf(reader: ScreenReader, page: Page, name: string): Transcript {
  const file = new URL(`transcripts/${name}.txt`, import.meta.url);
  const steps: Step[] = [];
  return {
    step: async (what, act) => {
      await act();
      await page.waitForLoadState("load");
      const lines = (await saidOfPage(reader)).map(onAnyDay);
      steps.push([what, withoutRepetition(ofLastPage(lines))]);
    },
    expectAsKept: async () => {
      const kept = stepsIn(await readFile(file, "utf8"));
      if (process.env.TRANSCRIPTS === "write") return await writeFile(file, textOf(heardEachTime(kept, steps)));
      expect(steps.map(([what]) => what)).toEqual(kept.map(([what]) => what));
      expect(heardEachTime(kept, steps)).toEqual(kept);
    },
  };
}

const textOf = (steps: readonly Step[]): string =>
  `${steps.map(([what, lines]) => [`## ${what}`, ...lines.map((line) => `- ${line}`)].join("\n")).join("\n\n")}\n`;

const stepsIn = (text: string): Step[] =>
  text
    .trim()
    .split("\n\n")
    .map((step) => {
      const [what = "", ...lines] = step.split("\n");
      return [what.replace("## ", ""), lines.map((line) => line.replace("- ", ""))];
    });

function heardEachTime(kept: readonly Step[], heard: readonly Step[]): readonly Step[] {
  const areAlike = kept.length === heard.length && kept.every(([what], index) => what === heard[index]?.[0]);
  if (!areAlike) return heard;
  return kept.map(([what, lines], index) => [what, inBoth(lines, heard[index]?.[1] ?? [])]);
}

/** The most lines that stand in both, in the order of both. */
function inBoth(a: readonly string[], b: readonly string[]): string[] {
  // For each beginning of the two, the most that it has in common.
  const most = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (row: number, column: number) => most[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++)
    for (let column = 1; column <= b.length; column++)
      (most[row] as number[])[column] =
        a[row - 1] === b[column - 1] ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1));
  const common: string[] = [];
  for (let [row, column] = [a.length, b.length]; row > 0 && column > 0; ) {
    if (a[row - 1] === b[column - 1]) {
      common.unshift(a[row - 1] as string);
      row--;
      column--;
    } else if (at(row - 1, column) >= at(row, column - 1)) row--;
    else column--;
  }
  return common;
}

/** A page that takes long is announced, and told once it is there. */
async function saidOfPage(reader: ScreenReader): Promise<string[]> {
  const lines: string[] = [];
  do lines.push(...(await reader.said()).filter(isOfPage));
  while (lines.at(-1)?.startsWith("Loading."));
  return lines;
}

const MONTHS =
  /(Ιανουαρί|Φεβρουαρί|Μαρτί|Απριλί|Μαΐ|Ιουνί|Ιουλί|Αυγούστ|Σεπτεμβρί|Οκτωβρί|Νοεμβρί|Δεκεμβρί)ου|(Ιανουάρι|Φεβρουάρι|Μάρτι|Απρίλι|Μάι|Ιούνι|Ιούλι|Αύγουστ|Σεπτέμβρι|Οκτώβρι|Νοέμβρι|Δεκέμβρι)ο[ςν]?/g;
const WEEKDAYS = /(Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή)/g;

/** Not the window that it stands in, nor what the browser asks and says of its own. */
const isOfPage = (line: string): boolean =>
  !/ - Chromium(?: frame)?$|page tab\.$|Translate this page|Press Alt-Shift A to focus this dialog|^Address and search bar/.test(
    line,
  );

/** How much is still said of a page that is being left, and whether the next one is announced, is a matter of moments. */
function ofLastPage(lines: readonly string[]): readonly string[] {
  const loaded = lines.findLastIndex((line) => line.startsWith("Finished loading"));
  return lines.slice(loaded + 1).filter((line) => !line.startsWith("Page has "));
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
