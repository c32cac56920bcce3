import { soundKeys, soundWords } from "../platform/text/sound.ts";
import type { MatchedPerson } from "./people.ts";
import type { SearchWish, SoughtWord } from "./wish.ts";

/** A search typed in Latin letters, in the Greek ones of the person found; null when there was nothing to turn. */
export function asGreek({ words }: SearchWish, best: MatchedPerson | null): string | null {
  if (!words.some(({ text }) => LATIN.test(text))) return null;
  const row = best?.coming[0] ?? best?.past[0];
  const names = row ? soundWords(`${row.last_name} ${row.first_name} ${row.business_name ?? ""}`) : [];
  const greek = words.map((word) => (LATIN.test(word.text) ? greekOf(word, names) : word.text));
  return greek.some((text) => LATIN.test(text)) ? null : greek.join(" ");
}

const LATIN = /\p{Script=Latin}/u;

/** The beginning of a name found that sounds so; failing that, letter by letter. */
function greekOf({ text, keys }: SoughtWord, names: readonly string[]): string {
  const beginnings = names
    .filter((name) => !LATIN.test(name))
    .flatMap((name) => Array.from(name, (_, index) => name.slice(0, name.length - index)));
  const found = beginnings.find((beginning) => soundKeys(beginning, 1).some((key) => keys.includes(key)));
  return found ?? letterByLetter(text);
}

const letterByLetter = (text: string): string =>
  text.replace(/TH|CH|KH|PH|PS|KS|OU|^H(?=[AEIOUYR])|[A-Z3489]/g, (letters) => GREEK[letters] ?? letters);

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  `TH Θ, CH Χ, KH Χ, PH Φ, PS Ψ, KS Ξ, OU ΟΥ, 3 Ξ, 4 Ψ, 8 Θ, 9 Θ, A Α, B Β, C Κ, D Δ, E Ε, F Φ, G Γ, H Η, I Ι, J ΤΖ, K Κ,
   L Λ, M Μ, N Ν, O Ο, P Π, Q Κ, R Ρ, S Σ, T Τ, U Υ, V Β, W Ω, X Χ, Y Υ, Z Ζ`
    .split(/,\s*/)
    .map((pair) => pair.split(" ")),
);
