import { soundKeys, soundWords } from "../../src/platform/text/sound.ts";

/** Texts that stand nowhere else, and all forms in which they might be found again. */
export interface Planter {
  name(): string;
  /** Words of a note or a reason */
  words(): string;
  phone(): string;
  email(): string;
  afm(): string;
  /** What must not be found, once all is forgotten */
  readonly secrets: ReadonlySet<string>;
}

const LETTERS = "αβγδεζηθικλμνξοπρστυφχψω";
const random = (letters: string, length: number): string =>
  Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");

export function planter(): Planter {
  const secrets = new Set<string>();
  const kept = (...texts: readonly string[]): string => {
    for (const text of texts) secrets.add(text);
    return texts[0] as string;
  };
  return {
    secrets,
    name: () => {
      const name = `Κρυφ${random(LETTERS, 12)}`;
      return kept(name, ...soundWords(name).flatMap((word) => soundKeys(word, 3)));
    },
    words: () => kept(`απόρρητο${random(LETTERS, 12)}`),
    phone: () => {
      const number = `694${random("0123456789", 7)}`;
      kept(number, [...number].reverse().join(""));
      return number;
    },
    email: () => kept(`kryfi.${random("abcdefghijklmnopqrstuvwxyz", 12)}@example.gr`),
    afm: () => {
      const digits = `9${random("0123456789", 7)}`;
      const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * 2 ** (8 - index), 0);
      return kept(`${digits}${(sum % 11) % 10}`);
    },
  };
}
