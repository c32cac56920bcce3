import { type NamePart, nameParts } from "../appointments/names/name-parts.ts";
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

/** The same name stands in many appointments; it is read once. */
export function nameReader(): (names: Names) => readonly NameWord[] {
  const known = new Map<string, readonly NameWord[]>();
  return (names) => {
    const { last_name, first_name, business_name } = names;
    const name = [last_name, first_name, business_name ?? ""].join("\n");
    const words = known.get(name) ?? [
      ...read(last_name, "last"),
      ...read(first_name, "first"),
      ...read(business_name ?? "", "business"),
    ];
    known.set(name, words);
    return words;
  };
}

const read = (name: string, of: NameWord["of"]): NameWord[] =>
  nameParts(name).map((part) => ({ ...part, keys: soundKeys(part.text, MOST_READINGS), of }));

/** Two spellings of one name: no accents, no case, no look-alike letters. */
export const sameSpelling = (name: string): string => soundWords(name).join(" ") || fold(name);
