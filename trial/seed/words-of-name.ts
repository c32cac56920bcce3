import {
  type NameSounds,
  numberWords,
  soundsOfName,
  soundsTogether,
} from "../../src/appointments/names/search-words.ts";
import type { SeedPerson } from "./people.ts";

/** Surnames, first names and firms repeat, each in many a whole name, so their sounds are kept, some megabytes of them. */
const MOST_NAMES = 50_000;
const known = new Map<string, NameSounds>();

/** As `searchWords` answers for the whole. */
export const wordsOfName = ({ last_name, first_name, business_name, ...numbers }: SeedPerson): string[] => [
  ...soundsTogether([last_name, first_name, business_name ?? ""].map(keptSounds)),
  ...numberWords(numbers),
];

function keptSounds(name: string): NameSounds {
  const kept = known.get(name);
  if (kept) return kept;
  if (known.size >= MOST_NAMES) known.clear();
  const sounds = soundsOfName(name);
  known.set(name, sounds);
  return sounds;
}
