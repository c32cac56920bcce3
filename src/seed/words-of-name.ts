import { numberWords, soundsOfNames } from "../appointments/names/search-words.ts";
import type { SeedPerson } from "./people.ts";

/** Surnames, first names and firms repeat, each in many a whole name, so their words are kept, some megabytes of them. */
const MOST_NAMES = 50_000;
const known = new Map<string, readonly string[]>();

/** As `searchWords` answers for the whole name, whose words are those of its parts. */
export function wordsOfName({ last_name, first_name, business_name, ...numbers }: SeedPerson): string[] {
  const parts = [last_name, first_name, business_name ?? ""].flatMap(wordsOfPart);
  return [...new Set(parts), ...numberWords(numbers)];
}

function wordsOfPart(name: string): readonly string[] {
  const kept = known.get(name);
  if (kept) return kept;
  if (known.size >= MOST_NAMES) known.clear();
  const words = soundsOfNames([name]);
  known.set(name, words);
  return words;
}
