/**
 * Capitals as Greek writes them, in every browser: Firefox leaves the accents on (ΠΑΠΑΔΟΠΟΎΛΟΥ, ΚΑΪ́ΚΑΣ) where
 * Chromium follows the rule. No accents; the dialytika stay, and where an accent kept two vowels apart they come
 * instead: Μάιος, ΜΑΪΟΣ. The «ή» that means "or" keeps its accent. What is not Greek goes by its own rules.
 */
export const inCapitals = (text: string): string =>
  text
    .normalize("NFD")
    .replace(OR, "Ή")
    .replace(DIVIDED, `$1${DIALYTIKA}`)
    .replace(LOST, "")
    .toUpperCase()
    .normalize("NFC");

const DIALYTIKA = "\u0308";
/** An accented vowel, and the one that its accent keeps apart: acute, grave, circumflex in its two forms */
const DIVIDED =
  /([αεηιουωΑΕΗΙΟΥΩ](?:(?!\u0308)\p{M})*[\u0301\u0300\u0342\u0302\u0303](?:(?!\u0308)\p{M})*[ιυΙΥ])(?!\p{M}*\u0308)/gu;
/** Of a Greek letter, all but the dialytika and the iota below, which becomes a letter */
const LOST = /(?<=\p{Script=Greek}\p{M}*)(?![\u0308\u0345])\p{M}/gu;
/** Alone in its word */
const OR = /(?<!\p{Cased}\p{Case_Ignorable}*)[ηΗ]\u0301(?!\p{Case_Ignorable}*\p{Cased})/gu;
