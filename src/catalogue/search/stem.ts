import { stemmer as arabicStem } from "@orama/stemmers/arabic";
import { stemmer as englishStem } from "@orama/stemmers/english";
import { stemmer as greekStem } from "@orama/stemmers/greek";
import { stemmer as ukrainianStem } from "@orama/stemmers/ukrainian";
import { memoize } from "../../platform/memoize.ts";

const SCRIPTS: readonly { readonly of: RegExp; readonly stem: (word: string) => string }[] = [
  { of: /\p{Script=Greek}/u, stem: greekStem },
  { of: /\p{Script=Cyrillic}/u, stem: ukrainianStem },
  { of: /\p{Script=Arabic}/u, stem: arabicStem },
  { of: /\p{Script=Latin}/u, stem: englishStem },
];

const MOST_WORDS = 10_000;

/** A word without its endings, by the language that its letters are most often of. */
export const stemOf = memoize("stems of words", MOST_WORDS, (word: string): string => {
  const small = word.toLowerCase();
  return SCRIPTS.find(({ of }) => of.test(word))?.stem(small) ?? small;
});

/** Of a word by its sound: γέννησης, gennhshs and γέννηση come to the same. */
export const soundStemOf = (key: string): string => {
  const stem = key.replace(/[aeiou]+[sn]?$/, "");
  return stem.length >= 3 ? stem : key;
};
