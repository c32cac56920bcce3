import { soundKeys } from "../../platform/text/sound.ts";
import { skeletonsOf } from "./skeleton.ts";
import { soundStemOf, stemOf } from "./stem.ts";

/** In how many ways a word may be heard */
const MOST_READINGS = 6;

/** All that a word is compared by. */
export interface WordForms {
  readonly word: string;
  readonly stem: string;
  readonly sounds: readonly string[];
  readonly soundStems: readonly string[];
  readonly skeletons: readonly string[];
}

export function formsOf(word: string): WordForms {
  const sounds = soundKeys(word, MOST_READINGS);
  return {
    word,
    stem: stemOf(word),
    sounds,
    soundStems: [...new Set(sounds.map(soundStemOf))],
    skeletons: skeletonsOf(word),
  };
}

/** A word of so many letters may have a slip, and without one of them it is still the same */
const SLIPS_FROM = 5;

/** What is left of a word when one letter falls out: words of which these meet differ by one letter. */
export function slipsOf(key: string): string[] {
  if (key.length < SLIPS_FROM || /\d/.test(key)) return [];
  return [key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))];
}
