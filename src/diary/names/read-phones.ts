import { normalizePhone } from "../../platform/text/phone.ts";
import { takePhones } from "./read-name.ts";

interface ReadPhones {
  readonly phone: string | null;
  /** Further numbers and words: they go with the notes */
  readonly rest: string | null;
}

/**
 * «694 412 3456 / 210 123 4567», «τηλ. 694 412 3456 (σύζυγος)»: the first number. What is no whole number before it is a
 * fault of the cell. «-» is none, and so are words alone.
 */
export function readPhones(cell: string): ReadPhones {
  if (!/\d/.test(cell)) return { phone: null, rest: /\p{L}/u.test(cell) ? cell : null };
  if ("e164" in normalizePhone(cell)) return { phone: cell, rest: null };
  const { name: words, phones } = takePhones(cell);
  const [first, ...others] = phones;
  if (first === undefined || !digitsOf(cell).startsWith(digitsOf(first))) return { phone: cell, rest: null };
  return { phone: first, rest: [...others, words].filter(Boolean).join(" / ") || null };
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");
