import type { GreekWords } from "../../text/greek-words.ts";

/** What the script says, of the words of `draws`: the page brings them along in its own language, in this order and without keys. */
export const CHECK_WORDS = [
  "checking",
  "of",
  "sums",
  "sums-withheld",
  "follows",
  "follows-not",
  "point-secret",
  "point-list",
  "point-seed",
  "point-order",
  "point-places",
  "not-secret",
  "not-list",
  "not-seed",
  "not-order",
  "not-places",
  "depends",
  "withheld",
  "difference-at",
  "published",
  "computed",
  "nothing",
  "twice",
  "impossible",
  "given",
  "passed-on",
  "what-now",
  "stands",
  "again",
  "send",
  "fraud",
  "too-large",
  "unreadable",
  "no-json",
  "other-rule",
  "no-draw",
  "no-draw-at",
  "failed",
  "number-missing",
  "unknown",
  "drawn",
  "waits",
  "gave-back",
  "left",
  "in-order",
  "no-order",
  "fingerprint",
] as const satisfies readonly (keyof GreekWords["draws"])[];

export type CheckWord = (typeof CHECK_WORDS)[number];

/** The words of a key, with values in them. */
export type CheckWords = (key: CheckWord, values?: Readonly<Record<string, string | number>>) => string;

/** @param words in the order of `CHECK_WORDS`. A value is put in as it is: nothing of it is looked for once more */
export const wordsFrom =
  (words: readonly string[]): CheckWords =>
  (key, values = {}) =>
    (words[CHECK_WORDS.indexOf(key)] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (mark, name) => String(values[name] ?? mark));
