import { soundKeys } from "../../platform/text/sound.ts";
import type { Companion } from "../field/field.ts";
import { type NamePart, nameParts } from "./name-parts.ts";

/** Of an appointment, by what it is found. */
export interface Findable {
  readonly last_name: string;
  readonly first_name: string;
  readonly business_name: string | null;
  readonly phone: string | null;
  readonly business_afm: string | null;
  /** Who comes along is found as well */
  readonly companions: readonly Pick<Companion, "lastName" | "firstName">[];
}

const MOST_WORDS = 12;
const MOST_MORE = 6;

/** Readings of a name that is stored in Latin letters. */
const MOST_READINGS = 3;

/**
 * The words by which an appointment is found: those of its names, by their sound, and its numbers from their beginning
 * (table appointment_word).
 */
export const searchWords = (row: Findable): string[] => [
  ...new Set([
    ...soundsTogether([row.last_name, row.first_name, row.business_name ?? ""].map(soundsOfName)),
    ...row.companions.flatMap(({ lastName, firstName }) => soundsTogether([lastName, firstName].map(soundsOfName))),
  ]),
  ...numberWords(row),
];

/** By how a name sounds it is found. */
export interface NameSounds {
  /** Of its single words, as they have always been kept */
  readonly words: readonly string[];
  /** Of what is written together, or apart */
  readonly more: readonly string[];
}

export function soundsOfName(name: string): NameSounds {
  const parts = nameParts(name);
  return {
    words: soundsOf(parts.filter(({ kind }) => kind === "word" || kind === "second")),
    more: soundsOf(parts.filter(({ kind }) => kind === "apart" || kind === "joined")),
  };
}

/** Of all names of a person, no more than are kept. */
export function soundsTogether(names: readonly NameSounds[]): string[] {
  const words = [...new Set(names.flatMap((name) => name.words))].slice(0, MOST_WORDS);
  const more = [...new Set(names.flatMap((name) => name.more))].filter((word) => !words.includes(word));
  return [...words, ...more.slice(0, MOST_MORE)];
}

const soundsOf = (parts: readonly NamePart[]): string[] => [
  ...new Set(parts.flatMap(({ text }) => soundKeys(text, MOST_READINGS))),
];

export const numberWords = ({ phone, business_afm }: Pick<Findable, "phone" | "business_afm">): string[] => [
  ...(phone ? [phoneWord(phone)] : []),
  ...(business_afm ? [afmWord(business_afm)] : []),
];

/** As people begin to say it: a Greek number without the country. No name's word begins so. */
export const phoneWord = (phone: string): string => `+${phone.replace(/^\+(30)?/, "")}`;

export const afmWord = (afm: string): string => `#${afm}`;
