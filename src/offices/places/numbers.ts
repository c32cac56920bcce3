/** Postcodes, telephones and codes of offices in what somebody typed, however they are written. Pure. */

export interface TypedNumbers {
  readonly postcode: string | null;
  /** Its ten digits */
  readonly phone: string | null;
  /** Those that it may be: 0377, 377Π and 0377P are one */
  readonly codes: readonly string[];
  /** What is left: words, and numbers of houses */
  readonly rest: string;
}

/** Digits with what is written between them, as they stand together. */
const RUN = /(?:\+|\(\+?)?\d(?:[\d\s()./\-–]*\d)?/g;

export function typedNumbers(typed: string): TypedNumbers {
  const runs = typed.match(RUN) ?? [];
  const phoneRun = runs.find((run) => phoneIn(run) !== null);
  const phone = phoneRun === undefined ? null : phoneIn(phoneRun);
  const postcodeRun = runs.find((run) => run !== phoneRun && postcodeIn(run) !== null);
  const found = postcodeRun === undefined ? null : postcodeIn(postcodeRun);
  const rest = typed.replace(phoneRun ?? "", " ").replace(postcodeRun ?? "", ` ${found?.rest ?? ""} `);
  return { postcode: found?.postcode ?? null, phone, codes: found || phone ? [] : codesIn(typed), rest };
}

function phoneIn(run: string): string | null {
  const digits = run.replaceAll(/\D/g, "").replace(/^(00)?30(?=\d{10}$)/, "");
  return /^[26]\d{9}$/.test(digits) ? digits : null;
}

/** Five digits in one group or in neighbouring ones; the last of a line, behind the number of a house. */
function postcodeIn(run: string): { readonly postcode: string; readonly rest: string } | null {
  const groups = run.match(/\d+/g) ?? [];
  for (let from = groups.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= groups.length; to++) {
      const joined = groups.slice(from, to).join("");
      if (/^[1-9]\d{4}$/.test(joined))
        return { postcode: joined, rest: [...groups.slice(0, from), ...groups.slice(to)].join(" ") };
    }
  }
  return null;
}

/** Letters that stand behind a code, as another keyboard has them. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "Α",
  B: "Β",
  G: "Γ",
  D: "Δ",
  E: "Ε",
  Z: "Ζ",
  H: "Η",
  I: "Ι",
  K: "Κ",
  L: "Λ",
  M: "Μ",
  N: "Ν",
  O: "Ο",
  P: "ΠΡ",
  R: "Ρ",
  S: "Σ",
  T: "Τ",
  Y: "Υ",
  F: "Φ",
  X: "ΧΞ",
};

/** The number alone, but for what tells that it is the code of an office. */
function codesIn(typed: string): string[] {
  const [, digits = "", letter = ""] =
    /^\D*?(\d{3,4})\s?(\p{L}?)\s*$/u.exec(typed.toUpperCase().replaceAll(/\s+/g, " ").trim()) ?? [];
  if (digits === "") return [];
  const letters = letter === "" ? [""] : [...(LETTERS[letter] ?? letter)];
  return letters.map((each) => digits.padStart(4, "0") + each);
}
