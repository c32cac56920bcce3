/** Latin letters that look like Greek ones, typed with the wrong keyboard: they hide a person from every search. */

const LATIN = "ABEZHIKMNOPTYXaeikopvux";
const GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικορνυχ";

/** The name in Greek letters, when Greek and look-alike Latin letters are mixed; null when there is nothing to correct. */
export function inGreekLetters(name: string): string | null {
  if (!/\p{Script=Greek}/u.test(name) || !/\p{Script=Latin}/u.test(name)) return null;
  const corrected = name.replace(/\p{Script=Latin}/gu, (letter) => GREEK[LATIN.indexOf(letter)] ?? letter);
  return /\p{Script=Latin}/u.test(corrected) ? null : corrected;
}
