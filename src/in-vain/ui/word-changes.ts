/** Which words of our sentence became others. Pure. */

export interface WordRun {
  readonly text: string;
  /** Only before, or only after */
  readonly isChanged: boolean;
}

/** Each line in runs of words, as they stand before and after. */
export interface WordChanges {
  readonly before: readonly (readonly WordRun[])[];
  readonly after: readonly (readonly WordRun[])[];
}

/** A line that kept more than half of the words of the shorter one is the same line in other words; else it is another one. */
const KEPT_SHARE = 0.5;

export function wordChanges(before: readonly string[], after: readonly string[]): WordChanges {
  const [first, second] = [before.map(wordsOf), after.map(wordsOf)];
  const [keptBefore, keptAfter] = [before, after].map((lines) => lines.map((): Place[] => [])) as [
    Place[][],
    Place[][],
  ];
  for (const { at, other, common } of partnersOf(first, second)) {
    keptBefore[at] = common.map(([place]) => place);
    keptAfter[other] = common.map(([, place]) => place);
  }
  return {
    before: before.map((line, at) => runsOf(line, new Set(keptBefore[at]))),
    after: after.map((line, at) => runsOf(line, new Set(keptAfter[at]))),
  };
}

/** Which of the words of a line, from 0 */
type Place = number;
type Words = readonly string[];

/** Words and marks, without the spaces between. */
const wordsOf = (line: string): Words => line.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? [];

interface Partners {
  /** Which line before, which after, and what they have in common */
  readonly at: number;
  readonly other: number;
  readonly common: readonly (readonly [Place, Place])[];
}

/** Those most alike first, each once. */
function partnersOf(before: readonly Words[], after: readonly Words[]): Partners[] {
  const pairs = before.flatMap((line, at) =>
    after.map((second, other) => ({ at, other, common: commonWords(line, second), share: shareKept(line, second) })),
  );
  const partners: Partners[] = [];
  for (const pair of pairs.toSorted((a, b) => b.share - a.share)) {
    const isTaken = partners.some(({ at, other }) => at === pair.at || other === pair.other);
    if (pair.share > KEPT_SHARE && !isTaken) partners.push(pair);
  }
  return partners;
}

/** Of the words of the shorter line; the same line is more than any other. */
function shareKept(line: Words, other: Words): number {
  if (line.join(" ") === other.join(" ")) return 2;
  const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
  const [words, others] = [line.filter(isWord), other.filter(isWord)];
  return commonWords(words, others).length / Math.max(1, Math.min(words.length, others.length));
}

/** Places of the same words in the same order, as many as can be. */
function commonWords(first: Words, second: Words): (readonly [Place, Place])[] {
  const most = Array.from({ length: first.length + 1 }, () => new Array<number>(second.length + 1).fill(0));
  const at = (row: Place, column: Place): number => most[row]?.[column] ?? 0;
  for (let row = first.length - 1; row >= 0; row--)
    for (let column = second.length - 1; column >= 0; column--)
      (most[row] as number[])[column] =
        first[row] === second[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const common: (readonly [Place, Place])[] = [];
  for (let row = 0, column = 0; row < first.length && column < second.length; ) {
    if (first[row] === second[column]) common.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return common;
}

/** A space belongs to a change that goes on after it; at its edge it is not marked. */
function runsOf(line: string, kept: ReadonlySet<Place>): WordRun[] {
  const all: WordRun[] = [];
  let place = 0;
  for (const [, space = "", text = ""] of line.matchAll(/(\s*)([\p{L}\p{N}]+|[^\s\p{L}\p{N}]+|$)/gu)) {
    const last = all.at(-1);
    const isChanged = text !== "" && !kept.has(place++);
    if (last && last.isChanged === isChanged) all[all.length - 1] = { text: last.text + space + text, isChanged };
    else if (last && !last.isChanged) all.splice(-1, 1, { ...last, text: last.text + space }, { text, isChanged });
    else if (isChanged && space) all.push({ text: space, isChanged: false }, { text, isChanged });
    else if (space + text) all.push({ text: space + text, isChanged });
  }
  return all;
}
