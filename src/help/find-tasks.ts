import { fold } from "../platform/text/fold.ts";
import { type Manual, type Task, wordsIn } from "./manual.ts";

/** The tasks in which every word that was typed begins a word; first those whose titles have them all. */
export function findTasks(manual: Manual, text: string): readonly Task[] {
  const sought = wordsOfText(text);
  if (sought.length === 0) return [];
  const has = (words: string) => {
    const known = wordsOfText(words);
    return sought.every((word) => known.some((each) => each.startsWith(word)));
  };
  const inTitle = manual.filter(({ title }) => has(title));
  return [...inTitle, ...manual.filter((task) => !inTitle.includes(task) && has(wordsIn(task)))];
}

const wordsOfText = (text: string): string[] => fold(text).match(/[\p{L}\d]+/gu) ?? [];
