import type { DrawWish } from "./draw-record.ts";

/** As drawn; of a number that is none of theirs there is nothing. Browser-safe. */
export function wishesInOrder(wishes: readonly DrawWish[], order: readonly string[]): DrawWish[] {
  const byNumber = new Map(wishes.map((wish) => [wish.number, wish]));
  return order.flatMap((number) => byNumber.get(number) ?? []);
}
