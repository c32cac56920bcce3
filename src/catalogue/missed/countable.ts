import { foldedWords } from "../search/folded-words.ts";
import { stemOf } from "../search/stem.ts";

const LONGEST_LINE = 60;
const MOST_WORDS = 6;
const SHORTEST = 4;
const LONGEST = 20;

/**
 * What of a line that somebody typed may be counted: its one word that nobody understands, without its ending. Nothing of a line with
 * a digit or a sign of an address in it, of a long one, or where two words are unknown: those may be a name. Null: nothing.
 */
export function countableWord(typed: string, unknown: readonly string[]): string | null {
  const [only = "", ...others] = unknown;
  if (others.length > 0 || typed.length > LONGEST_LINE || /[\p{N}@/\\:_.]/u.test(typed)) return null;
  const [word = "", ...parts] = foldedWords(only);
  if (parts.length > 0 || foldedWords(typed).length > MOST_WORDS || !/^\p{L}+$/u.test(word)) return null;
  const stem = stemOf(word);
  return stem.length >= SHORTEST && word.length <= LONGEST ? stem : null;
}
