import { soundWords, wordsApart } from "../../platform/text/sound.ts";
import { joinedWords } from "./joined-words.ts";

/** What one field of a name is found by: a word, what is within a compound one, or several words written together. */
export interface NamePart {
  readonly text: string;
  /** A word, the second part of a compound one, what stands beside an apostrophe, or several words in one */
  readonly kind: "word" | "second" | "apart" | "joined";
  /** The words that it is made of, half-open; none: it stands for itself */
  readonly from: number;
  readonly to: number;
}

/** Χατζη-Πέτρου has two words, and is written Χατζηπέτρου as well; D'Orsi has one, and Orsi within. Pure. */
export function nameParts(name: string): NamePart[] {
  const words = soundWords(name);
  const within = (kind: "second" | "apart", texts: readonly string[]): NamePart[] =>
    texts.filter((text) => !words.includes(text)).map((text) => ({ text, kind, from: 0, to: 0 }));
  return [
    ...words.flatMap((text, index): NamePart[] => [
      { text, kind: "word", from: index, to: index + 1 },
      ...within("second", secondParts(text)),
    ]),
    ...within("apart", wordsApart(name).filter(isLonger)),
    ...joinedWords(words, MOST_JOINED).map((joined) => ({ ...joined, kind: "joined" as const })),
  ];
}

/** Behind these nobody writes words together. */
const MOST_JOINED = 4;

const isLonger = (text: string): boolean => text.length > 1;

/** Χατζηπαπαδόπουλος is found as Παπαδόπουλος too: what follows the surname's common beginning is a word of its own. */
function secondParts(word: string): string[] {
  const second = COMPOUND.exec(word)?.[1];
  return second ? [second, ...secondParts(second)] : [];
}

const COMPOUND = /^(?:ΧΑΤΖΗ|ΧΑΤΖΙ|ΠΑΠΑ(?!Δ)|ΚΑΡΑ|ΓΕΡΟ|ΓΕΡΩ|ΜΑΥΡΟ|ΚΟΝΤΟ|ΔΕΛΗ|ΜΠΑΡΜΠΑ)(.{4,})$/;
