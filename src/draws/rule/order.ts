import { lotOf } from "./hashes.ts";
import { someAtATime } from "./some-at-a-time.ts";

/** Numbers in the order that follows from the seed, whoever was early or late. Browser-safe. */
export async function drawnOrder(seed: string, numbers: readonly string[]): Promise<string[]> {
  const lots = await someAtATime(numbers, async (number) => ({ number, lot: await lotOf(seed, number) }));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ number }) => number);
}
