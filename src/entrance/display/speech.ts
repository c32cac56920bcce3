/** What is said aloud of a call, in Greek: voices read «Β117» each in a way of their own. Pure. */

const LETTERS: Readonly<Record<string, string>> = { Α: "Άλφα", Β: "Βήτα", Ε: "Έψιλον", Κ: "Κάπα" };

const ONES = ["", "ένα", "δύο", "τρία", "τέσσερα", "πέντε", "έξι", "επτά", "οκτώ", "εννέα"];
const TEENS = ["δέκα", "έντεκα", "δώδεκα", "δεκατρία", "δεκατέσσερα", "δεκαπέντε", "δεκαέξι", "δεκαεπτά", "δεκαοκτώ"];
const TENS = ["", "", "είκοσι", "τριάντα", "σαράντα", "πενήντα", "εξήντα", "εβδομήντα", "ογδόντα", "ενενήντα"];
const HUNDREDS = ["τετρα", "πεντα", "εξα", "επτα", "οκτα", "εννια"];

/** «Βήτα εκατόν δεκαεπτά, θυρίδα τρία» */
export const speechOf = (letter: string, number: number, counter: number): string =>
  `${LETTERS[letter] ?? letter} ${numberInWords(number)}, θυρίδα ${numberInWords(counter)}`;

/** From 1 to 999, as one counts. */
export function numberInWords(number: number): string {
  const rest = number % 100;
  return [hundredsInWords(Math.floor(number / 100), rest > 0), belowHundred(rest)].filter(Boolean).join(" ");
}

function hundredsInWords(hundreds: number, isFollowed: boolean): string {
  if (hundreds === 0) return "";
  if (hundreds === 1) return isFollowed ? "εκατόν" : "εκατό";
  if (hundreds < 4) return hundreds === 2 ? "διακόσια" : "τριακόσια";
  return `${HUNDREDS[hundreds - 4]}κόσια`;
}

function belowHundred(number: number): string {
  if (number < 10) return ONES[number] as string;
  if (number < 20) return TEENS[number - 10] ?? "δεκαεννέα";
  return [TENS[Math.floor(number / 10)], ONES[number % 10]].filter(Boolean).join(" ");
}
