import type { NumberAnswer } from "./check-messages.ts";
import { element } from "./element.ts";
import type { CheckWords } from "./words.ts";

/** What became of somebody's own wish, and what they compare with what they wrote down. */
export function ownNumber(
  found: NumberAnswer,
  asked: { typed: string; draw: number; of: number },
  words: CheckWords,
): Node {
  const { typed, draw, of } = asked;
  if (!found) return element("p", "note note--warn", words("unknown", { number: typed, draw }));
  const { number, fate, place, fingerprint } = found;
  return element(
    "div",
    "note",
    element("p", "", element("b", "", words(fate, { number }))),
    element("p", "", place === null ? words("no-order") : words("in-order", { place, of })),
    element("p", "small", words("fingerprint", { fingerprint })),
  );
}
