import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** Where a range of waiting may be made, and counted on from what was measured. */
const GATE = "src/measures/promises/wait-promise.ts";

/** Who says a range to citizens, each from a `WaitPromise`. */
const SAYING = [
  "src/entrance/number/number-page.ts",
  "src/entrance/number/paper-words.ts",
  "src/entrance/place/place-page.ts",
  "src/public-booking/find/wait/usual-wait-part.ts",
];

/** The words of a range. */
const WORDS =
  /entrance\.(?:estimate-(?:range|means)|likely-|paper-(?:between|range|means))|finder\.wait-(?:\$|short|medium|long|minutes)/;

/**
 * Whatever range of waiting anybody is shown goes through the gate, which notes it. Whoever shows one otherwise needs its words,
 * its type, what was counted, or the rule by which it is computed.
 */
export function promiseFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => isSource(file) && !isTest(file))
    .flatMap(([file, text]) => whyNot(file, text).map((message) => ({ file, message })));
}

function whyNot(file: string, text: string): string[] {
  const why: string[] = [];
  if (file !== GATE && /\bas (?:unknown as )?WaitPromise\b/.test(text)) why.push("makes a promise beside the gate");
  if (file !== GATE && !file.endsWith("/wait-estimate.ts") && /\bwaitEstimates\b/.test(text))
    why.push("estimates a wait that nobody notes");
  if (!SAYING.includes(file) && WORDS.test(text)) why.push("says a range of waiting, and is not among those that do");
  if (SAYING.includes(file) && !/\bWaitPromise\b|\bPlaceView\b|\bNumberPlace\b/.test(text))
    why.push("says a range of waiting that was not promised");
  if (
    !file.startsWith("src/measures/") &&
    !file.startsWith("src/cli/") &&
    /\bday_measure\b|measures\/counts\.ts/.test(text)
  )
    why.push("reads what was measured of waiting, beside the gate");
  return why;
}
