import { tidy } from "../../platform/text/names.ts";
import { LEAST_DIGITS, LEAST_LETTERS, MAX_SEARCH } from "../contract.ts";
import { hasSignsAmongLetters } from "../signs.ts";

/** Decides whether the typed text is worth a search. Pure. */
export type Sought =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "too-little" }
  | { readonly kind: "too-long"; readonly length: number };

export function soughtOf(typed: string): Sought {
  const text = tidy(typed);
  const length = [...text].length;
  if (length > MAX_SEARCH) return { kind: "too-long", length };
  return isEnough(text) ? { kind: "text", text } : { kind: "too-little" };
}

/** Letters of words, with the digits in them; digits by themselves; or what a sign such as % tells from all others. */
function isEnough(text: string): boolean {
  if (text.split(" ").some(hasSignsAmongLetters)) return true;
  const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = parts.filter((part) => /\p{L}/u.test(part)).join("");
  return words.length >= LEAST_LETTERS || text.replace(/\D/g, "").length >= LEAST_DIGITS;
}
