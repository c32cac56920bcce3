import { numberWords, soundsOfName, soundsTogether } from "../../src/appointments/names/search-words.ts";
import { memoize } from "../../src/platform/memoize.ts";
import type { SeedPerson } from "./people.ts";

/** Surnames, first names and firms repeat, each in many a whole name: some megabytes of them. */
const soundsOf = memoize("seed: sounds of names", 50_000, soundsOfName);

/** As `searchWords` answers for the whole. */
export const wordsOfName = ({ last_name, first_name, business_name, ...numbers }: SeedPerson): string[] => [
  ...soundsTogether([last_name, first_name, business_name ?? ""].map(soundsOf)),
  ...numberWords(numbers),
];
