/**
 * The consonants of a word of Arabic, Urdu or Ukrainian, and of what somebody types for it in Latin letters: رخصة and
 * rukhsa, довідка and dovidka meet. Vowels are heard by each in another way, so they are left out. Null: too little is left.
 */
export function skeletonsOf(word: string): string[] {
  if (/\p{Script=Arabic}/u.test(word)) return named("a", ofArabic(word));
  if (/\p{Script=Cyrillic}/u.test(word)) return named("c", ofCyrillic(word));
  if (/^[A-Z0-9]+$/.test(word)) return [...named("a", latinAsArabic(word)), ...named("c", latinAsCyrillic(word))];
  return [];
}

const SHORTEST = 2;

function named(script: string, skeleton: string): string[] {
  const once = skeleton.replace(/(.)\1+/gu, "$1");
  return once.length >= SHORTEST ? [`${script}:${once}`] : [];
}

const spelt = (letters: Readonly<Record<string, string>>) => (word: string) =>
  [...word].map((letter) => letters[letter] ?? "").join("");

// biome-ignore format: a table of letters, row by row
const ofArabic = spelt({
  ب: "b", پ: "p", ت: "t", ث: "t", ج: "j", چ: "c", خ: "x", د: "d", ذ: "z", ر: "r", ز: "z", ژ: "z", س: "s", ش: "$", ص: "s",
  ض: "d", ط: "t", ظ: "z", غ: "g", ف: "f", ق: "k", ك: "k", ل: "l", م: "m", ن: "n", ٹ: "t", ڈ: "d", ڑ: "r", گ: "g",
});

/** As on a phone: 7 and h are breath and fall silent, 3 is ع, 5 is خ, 9 is ص. */
const latinAsArabic = (word: string): string =>
  word
    .replace(/KH|5/g, "x")
    .replace(/SH/g, "$")
    .replace(/CH/g, "c")
    .replace(/[GJ]H/g, "g")
    .replace(/9/g, "s")
    .replace(/6/g, "t")
    .replace(/8|Q|C|K/g, "k")
    .replace(/DH/g, "z")
    .replace(/X/g, "ks")
    .replace(/V/g, "f")
    .replace(/[AEIOUYWH0-9]/g, "")
    .toLowerCase();

// biome-ignore format: a table of letters, row by row
const ofCyrillic = spelt({
  Б: "b", В: "v", Г: "h", Ґ: "h", Д: "d", Ж: "z", З: "z", К: "k", Л: "l", М: "m", Н: "n", П: "p", Р: "r", С: "s", Т: "t",
  Ф: "f", Х: "h", Ц: "c", Ч: "c", Ш: "s", Щ: "sc",
});

const latinAsCyrillic = (word: string): string =>
  word
    .replace(/ZH/g, "z")
    .replace(/KH/g, "h")
    .replace(/CH/g, "c")
    .replace(/SH/g, "s")
    .replace(/TS/g, "c")
    .replace(/[WV]/g, "v")
    .replace(/G/g, "h")
    .replace(/X/g, "ks")
    .replace(/[AEIOUYJ0-9]/g, "")
    .toLowerCase();
