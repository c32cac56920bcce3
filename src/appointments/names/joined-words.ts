/** Several words in one, in place of those from `from` to `to`, half-open. */
export interface JoinedText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Each two neighbours, and all of them: De La Cruz is DELA CRUZ, DE LACRUZ and DELACRUZ. In what is stored and in what is
 * looked for. Pure.
 *
 * @param most words behind which nobody writes them together
 */
export function joinedWords(words: readonly string[], most: number): JoinedText[] {
  const pairs = words.slice(1, most).map((_, index): [number, number] => [index, index + 2]);
  const all: [number, number][] = words.length > 2 ? [[0, words.length]] : [];
  return [...pairs, ...all].map(([from, to]) => ({ text: words.slice(from, to).join(""), from, to }));
}
