import { createHmac } from "node:crypto";

/**
 * Small counts are moved by one at most, before anything is added up (docs/decisions/0063-open-data-of-months.md). All that is
 * published of offices is made of the counts so moved, so that whoever takes figures from each other, however many and of
 * whatever versions, comes upon nothing that was counted. Pure, but for the key.
 */

/** A figure of fewer people is not shown */
export const FEWEST = 8;

/** Of whom there are so few that a figure would be of somebody */
export const isSmall = (count: number): boolean => count > 0 && count < FEWEST;

/**
 * What a small count becomes, each as likely as the others in its row: never none, and never so many as are shown. In the long
 * run sums stay what they are, for ones are about as many as twos, threes and sevens.
 */
const BECOMES: readonly (readonly number[])[] = [
  [1, 1, 1, 2],
  [1, 1, 2, 3],
  [2, 2, 3, 4],
  [3, 4, 5],
  [4, 5, 6],
  [5, 6, 7],
  [6, 7, 7, 7],
];

/**
 * @param cell whose count it is, such as an office, a month, a group and an outcome: with the same count it becomes the same in
 *   every version
 */
export function disturb(count: number, cell: string, key: Uint8Array): number {
  if (!isSmall(count)) return count;
  const becomes = BECOMES[count - 1] as readonly number[];
  const drawn = createHmac("sha256", key).update(`${cell} ${count}`).digest().readUInt32BE(0);
  return becomes[Math.floor((drawn / 2 ** 32) * becomes.length)] as number;
}

/** From the least to the most that was counted where so many are seen: what whoever knew all disturbed counts would know. */
export const possibleCounts = (seen: number): CountRange =>
  isSmall(seen) ? (POSSIBLE[seen - 1] as CountRange) : { least: seen, most: seen };

interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** Asked a million times for a month. */
const POSSIBLE: readonly CountRange[] = BECOMES.map((_, index) => {
  const counts = BECOMES.flatMap((becomes, before) => (becomes.includes(index + 1) ? [before + 1] : []));
  return { least: Math.min(...counts), most: Math.max(...counts) };
});
