/**
 * Words of another language among those of a page: they travel in the text, between characters that no text may have, until
 * the page is written. There they become an element with its language; in an attribute, in plain text and in a letter's
 * subject nothing is left of it.
 */
const [BEGIN, NAMED, END] = ["\ufdd0", "\ufdd1", "\ufdd2"];
const MARKS = new RegExp(`${BEGIN}[a-z]{2}${NAMED}|${END}`, "g");
const RIGHT_TO_LEFT = ["ar", "ur"];

/** @param language two letters, as HTML names it */
export const inLanguage = (text: string, language: string): string => `${BEGIN}${language}${NAMED}${text}${END}`;

export const withoutLanguages = (text: string): string => (text.includes(END) ? text.replace(MARKS, "") : text);

/** @param escaped text of a page, outside of any tag */
export const languagesAsMarkup = (escaped: string): string =>
  escaped.includes(END)
    ? escaped.replace(MARKS, (mark) => (mark === END ? "</span>" : beginOf(mark.slice(1, 3))))
    : escaped;

const beginOf = (language: string): string =>
  `<span lang="${language}" dir="${RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr"}">`;
