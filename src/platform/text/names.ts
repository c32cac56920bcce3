/** Names of people and businesses, kept as typed but for what nobody sees: form of the accents, stray spaces. */

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** NFC, single spaces, no margins. */
export const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[ \u00a0\t]+/g, " ")
    .trim();

/** Control, format, private and unpaired-surrogate characters: nothing a name needs, and what forges lines and order. */
export const hasUnseenCharacters = (text: string): boolean => UNSEEN.test(text.replaceAll("\t", " "));

/** Notes may have lines. */
export const hasUnseenCharactersBesidesLines = (text: string): boolean =>
  hasUnseenCharacters(text.replace(/\r?\n/g, " "));

export const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
