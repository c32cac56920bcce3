/** Names of people and businesses, kept as typed but for what nobody sees: form of the accents, stray spaces. */

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** NFC, single spaces, no margins. */
export const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[ \u00a0\t]+/g, " ")
    .trim();

/** Notes as they are kept: one end of line for all that there are. */
export const tidyLines = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/**
 * Control, format, private and unpaired-surrogate characters, and such as are none: nothing a name needs, and what forges
 * lines and order.
 */
export const hasUnseenCharacters = (text: string): boolean => UNSEEN.test(text.replaceAll("\t", " "));

/** Notes may have lines, and pictures that are joined of several. */
export const hasUnseenCharactersBesidesLines = (text: string): boolean =>
  hasUnseenCharacters(text.replace(/\r\n?|\n/g, " ").replace(JOINED, "$1"));

const JOINED = /(\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/gu;

export const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
