import { memoize } from "../memoize.ts";
import { fold } from "./fold.ts";

/** A few thousand words and names make up most that are read. */
const MOST_WORDS = 10_000;

/**
 * A word by its sound in modern Greek, so that ΧΡΗΣΤΟΣ, Χρύστος, xristos, christos and hrhstos meet: one letter to a
 * sound (8 is θ, h is χ, u is ου), no accents, no double letters. Latin letters can be read in several ways; the
 * readings come likeliest first, at most `limit`.
 */
export const soundKeys = (word: string, limit: number): string[] => allKeys(word).slice(0, limit);

const allKeys = memoize("sounds of words", MOST_WORDS, (word: string): readonly string[] =>
  finished(readingsOf(word), settled),
);

/** The likeliest reading of a word that is only tried, and is not worth remembering. */
export const soundOfTry = (word: string): string[] => finished(readingsOf(word), settled, 1);

/** The same for a word that is still being typed: what its last letters may yet become is left open. */
export function openSoundKeys(word: string, limit: number): { readonly keys: string[]; readonly maybe: string[] } {
  const readings = readingsOf(word);
  const keys = finished(readings, settled, limit);
  const open = finished(readings, (reading) => (reading.endsWith("v") ? settled(`${reading.slice(0, -1)}b`) : ""));
  const become = (UNFINISHED[word.at(-1) ?? ""] ?? "").split("");
  const maybe = [...open, ...keys.flatMap((key) => become.map((sound) => collapsed(key.slice(0, -1) + sound)))];
  return { keys, maybe: distinct(maybe).filter((key) => key && !keys.some((known) => startEachOther(known, key))) };
}

/** The words of names as `soundKeys` reads them: folded, hyphens apart, apostrophes gone, look-alike letters repaired. */
export const soundWords = (text: string): string[] => [...split(text)];

/** The same with what stands around an apostrophe apart: D'Orsi is D and Orsi. */
export const wordsApart = (text: string): string[] =>
  text.search(APOSTROPHES) < 0 ? [] : soundWords(text.replace(APOSTROPHES, " "));

const split = memoize("words of names", MOST_WORDS, (text: string): readonly string[] => {
  const joined = fold(text.replace(APOSTROPHES, "")).replace(/[ØŁĐÐÆŒÞ]/g, (letter) => NOT_FOLDED[letter] ?? letter);
  const withoutDots = joined.replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, "$1");
  return (withoutDots.toWellFormed().match(/[\p{L}\p{N}]+/gu) ?? []).map(repaired);
});

/** Latin letters that a Greek word borrowed because they look the same. */
const repaired = (word: string): string =>
  /\p{Script=Greek}/u.test(word) && /\p{Script=Latin}/u.test(word) ? asLookAlikes(word) : word;

const asLookAlikes = (word: string): string => word.replace(/[A-Z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);

const APOSTROPHES = /['’‘ʼ`´΄᾽]/g;

const NOT_FOLDED: Readonly<Record<string, string>> = { Ø: "O", Ł: "L", Đ: "D", Ð: "D", Æ: "AE", Œ: "OE", Þ: "TH" };

const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [..."ABEZHIKMNOPTYXVW"].map((letter, index) => [letter, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΝΩ"[index] ?? letter]),
);

/** Letters → their sounds, the likelier before each bar. v is αυ and ευ's second sound, voiced by what follows. */
// biome-ignore format: a table of letters, row by row
const SOUNDS = sounding({
  Α: "a", Β: "b", Γ: "g", Δ: "d", Ε: "e", Ζ: "z", Η: "i", Θ: "8", Ι: "i", Κ: "k", Λ: "l", Μ: "m", Ν: "n",
  Ξ: "ks", Ο: "o", Π: "p", Ρ: "r", Σ: "s", Τ: "t", Υ: "i", Φ: "f", Χ: "h", Ψ: "ps", Ω: "o",
  ΟΥ: "u", ΑΥ: "av", ΕΥ: "ev", ΟΙ: "i", ΜΠ: "b", ΝΤ: "d", ΓΚ: "g",
  A: "a", B: "b", C: "k|s", D: "d", E: "e", F: "f", G: "g", H: "i|h", I: "i", J: "tz|i|gi", K: "k", L: "l",
  M: "m", N: "n", O: "o", P: "p", Q: "k", R: "r", S: "s", T: "t", U: "u|i", V: "v||n", W: "o|v", X: "h|ks",
  Y: "i", Z: "z", 3: "ks|3", 4: "ps|4", 8: "8", 9: "8|9",
  OU: "u", OY: "u", AU: "av|au", EU: "ev|eu", AY: "av|ai", EY: "ev|ei", OI: "i|oi", OE: "oi|oe",
  MP: "b", NT: "d", NK: "nk|g",
  TH: "8|ti", CH: "h", KH: "h|ki", PH: "f|pi", DH: "di|d", GH: "gi|g", SH: "si|s|sh", CK: "k", GK: "g",
});

/** What the last sound becomes when the next letter makes one sound of the two, by the last letter typed. */
// biome-ignore format: a table of letters, row by row
const UNFINISHED: Readonly<Record<string, string>> = {
  Α: "e", Ε: "i", Ο: "ui", Μ: "b", Ν: "dg",
  A: "e", E: "i", O: "ui", M: "b", N: "dg", T: "8", P: "f", K: "h", C: "h",
};

interface Reading {
  readonly sounds: string;
  readonly unlikely: number;
}

const MOST_READINGS = 24;
/** Letters of a word that count */
const LONGEST = 60;

/** Likeliest first. Capitals that are all look-alikes may be a Greek word on a Latin keyboard: MAPIA. */
function readingsOf(word: string): string[] {
  if (/^\d+$/.test(word)) return [word.slice(0, LONGEST)];
  const looks = /^[ABEZHIKMNOPTYX]+$/.test(word) ? read(asLookAlikes(word)) : [];
  return [...read(word), ...looks].map((reading) => reading.sounds);
}

function read(word: string): Reading[] {
  let readings: Reading[] = [{ sounds: "", unlikely: 0 }];
  let sure = "";
  for (let at = 0; at < Math.min(word.length, LONGEST); ) {
    const { length, sounds } = soundsAt(word, at);
    at += length;
    if (sounds.length === 1) {
      sure += sounds[0];
      continue;
    }
    readings = branched(readings, sure, sounds);
    sure = "";
  }
  return readings.map(({ sounds, unlikely }) => ({ sounds: sounds + sure, unlikely }));
}

const branched = (readings: readonly Reading[], sure: string, sounds: readonly string[]): Reading[] =>
  readings
    .flatMap((reading) =>
      sounds.flatMap((sound, index) =>
        sound ? [{ sounds: reading.sounds + sure + sound, unlikely: reading.unlikely + index }] : [],
      ),
    )
    .sort((a, b) => a.unlikely - b.unlikely)
    .slice(0, MOST_READINGS);

/** Whether two letters sound as one. */
export const isPair = (letters: string): boolean => letters.length === 2 && SOUNDS.has(letters);

function soundsAt(word: string, at: number): { length: number; sounds: readonly string[] } {
  if (at === 0 && /^Y[AEOU]/.test(word)) return { length: 1, sounds: ["gi", "i"] };
  if (word[at] === "H" && /[AEIOUYW]/.test(word.charAt(at + 1))) return { length: 1, sounds: ["h", "i"] };
  // Anthi is Ανθή, but levenths is Λεβέντης.
  if (word.startsWith("NTH", at)) return { length: 3, sounds: ["n8", "di"] };
  const pair = at + 1 < word.length ? SOUNDS.get(word.slice(at, at + 2)) : undefined;
  if (pair) return { length: 2, sounds: pair };
  const letter = word[at] ?? "";
  return { length: 1, sounds: SOUNDS.get(letter) ?? [letter.toLowerCase()] };
}

function sounding(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(table).map(([letters, sounds]) => [letters, sounds.split("|")]));
}

function finished(
  readings: readonly string[],
  finish: (reading: string) => string,
  limit = Number.POSITIVE_INFINITY,
): string[] {
  const keys = new Set<string>();
  for (const reading of readings) {
    if (keys.size === limit) break;
    const key = finish(reading);
    if (key !== "") keys.add(key);
  }
  return [...keys];
}

const settled = (reading: string): string => collapsed(UNSETTLED.test(reading) ? settle(reading) : reading);

/** Most readings have nothing to settle. */
const UNSETTLED = /v|[ae]i|ae|mb|n[dgh]/;

/** αϊ, αη and αε are spelt αι as often, εη ει; a nasal is swallowed by the consonant that it belongs to. */
const settle = (reading: string): string =>
  reading
    .replace(/v(?=[8kpstfhv]|$)/g, "f")
    .replace(/v/g, "b")
    .replace(/ei/g, "i")
    .replace(/a[ei]/g, "e")
    .replace(/m(?=b)/g, "")
    .replace(/n(?=[dg])/g, "")
    .replace(/n(?=h)/g, "g");

const collapsed = (key: string): string => (/^\d+$/.test(key) ? key : key.replace(/(.)\1+/gu, "$1"));

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];

const startEachOther = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
