import { soundKeys, soundWords } from "../../platform/text/sound.ts";

const MOST_WORDS = 12;

/** Readings of a name that is stored in Latin letters. */
const MOST_READINGS = 3;

/** The words by which an appointment is found: those of its names, by their sound (table appointment_word). */
export function searchWords(names: {
  readonly last_name: string;
  readonly first_name: string;
  readonly business_name: string | null;
}): string[] {
  const words = soundWords(`${names.last_name} ${names.first_name} ${names.business_name ?? ""}`);
  const keys = words.flatMap(withSecondPart).flatMap((word) => soundKeys(word, MOST_READINGS));
  return [...new Set(keys)].slice(0, MOST_WORDS);
}

/** Χατζηπαπαδόπουλος is found as Παπαδόπουλος too: the part after the surname's common beginning is a word of its own. */
function withSecondPart(word: string): string[] {
  const second = COMPOUND.exec(word)?.[1];
  return second ? [word, ...withSecondPart(second)] : [word];
}

const COMPOUND = /^(?:ΧΑΤΖΗ|ΧΑΤΖΙ|ΠΑΠΑ(?!Δ)|ΚΑΡΑ|ΓΕΡΟ|ΓΕΡΩ|ΜΑΥΡΟ|ΚΟΝΤΟ|ΔΕΛΗ|ΜΠΑΡΜΠΑ)(.{4,})$/;
