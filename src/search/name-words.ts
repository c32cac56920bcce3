import { type NamePart, nameParts } from "../appointments/names/name-parts.ts";
import { memoize } from "../platform/memoize.ts";
import { fold } from "../platform/text/fold.ts";
import { soundKeys, soundWords } from "../platform/text/sound.ts";

interface Names {
  readonly last_name: string;
  readonly first_name: string;
  readonly business_name: string | null;
}

/** A part of a name, as it is written and as it sounds. */
export interface NameWord extends NamePart {
  readonly keys: readonly string[];
  readonly of: "last" | "first" | "business";
}

const MOST_READINGS = 3;
/** Of one kind: a few thousand make up most that are read. */
const MOST_NAMES = 10_000;

const reader = (of: NameWord["of"]): ((name: string) => readonly NameWord[]) =>
  memoize("names by their words", MOST_NAMES, (name: string) =>
    nameParts(name).map((part) => ({ ...part, keys: soundKeys(part.text, MOST_READINGS), of })),
  );

const [lastName, firstName, business] = [reader("last"), reader("first"), reader("business")];

/** Of each name a list, the same one whenever it is asked for. */
export const wordsOfNames = ({ last_name, first_name, business_name }: Names): readonly (readonly NameWord[])[] => [
  lastName(last_name),
  firstName(first_name),
  ...(business_name ? [business(business_name)] : []),
];

/** Two spellings of one name: no accents, no case, no look-alike letters. */
export const sameSpelling = memoize(
  "names by their spelling",
  MOST_NAMES,
  (name: string): string => soundWords(name).join(" ") || fold(name),
);
