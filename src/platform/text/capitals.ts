/**
 * Capitals as Greek writes them, in every browser: Firefox leaves the accents on (ΠΑΠΑΔΟΠΟΎΛΟΥ, ΚΑΪ́ΚΑΣ) where
 * Chromium follows the rule. No accents; the dialytika stay, and where an accent kept two vowels apart they come
 * instead: Μάιος, ΜΑΪΟΣ. The «ή» that means "or" keeps its accent. What is not Greek goes by its own rules.
 */
export function inCapitals(text: string): string {
  let isAfterAccent = false;
  return text
    .normalize("NFD")
    .replace(OR, "Ή")
    .replace(/(\P{Script=Greek}+)|(\p{Script=Greek})(\p{M}*)/gu, (whole, other?: string, letter = "", marks = "") => {
      if (other !== undefined || letter === "Ή") {
        isAfterAccent = false;
        return whole.toUpperCase();
      }
      const upper = letter.toUpperCase();
      const isDivided = marks.includes(DIALYTIKA) || (isAfterAccent && (upper === "Ι" || upper === "Υ"));
      isAfterAccent = !isDivided && VOWELS.includes(upper) && ACCENTS.test(marks);
      return upper + (isDivided ? DIALYTIKA : "") + (marks.includes(IOTA_BELOW) ? "Ι" : "");
    })
    .normalize("NFC");
}

const DIALYTIKA = "\u0308";
const IOTA_BELOW = "\u0345";
const VOWELS = "ΑΕΗΙΟΥΩ";
/** Acute, grave, circumflex in its two forms */
const ACCENTS = /[\u0301\u0300\u0342\u0302\u0303]/;
/** Alone in its word */
const OR = /(?<!\p{Cased}\p{Case_Ignorable}*)[ηΗ]\u0301(?!\p{Case_Ignorable}*\p{Cased})/gu;
