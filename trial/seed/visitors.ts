import { MANY_NAMES } from "./many-names.ts";
import { FEW_NAMES, person, type SeedPerson } from "./people.ts";
import type { Random } from "./random.ts";

/** The visitor who comes next. */
export type Visitors = () => SeedPerson;

export const strangers =
  (random: Random): Visitors =>
  () =>
    person(random, FEW_NAMES);

/** How many people an office serves, and how unevenly they come: an accountant thirty times a year, most twice. */
const PEOPLE = 7_000;
const UNEVENNESS = 1.4;

export function regulars(random: Random): Visitors {
  const known = new Map<number, SeedPerson>();
  return () => {
    const number = Math.floor(PEOPLE * random.share() ** UNEVENNESS);
    const visitor = known.get(number) ?? person(random, MANY_NAMES);
    known.set(number, visitor);
    return visitor;
  };
}
