import { lotOf } from "./hashes.ts";

/** Numbers in the order that follows from the seed, whoever was early or late. Browser-safe. */
export async function drawnOrder(seed: string, numbers: readonly string[]): Promise<string[]> {
  const lots = await Promise.all(numbers.map(async (number) => ({ number, lot: await lotOf(seed, number) })));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ number }) => number);
}
