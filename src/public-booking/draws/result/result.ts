import { type PublishedDraw, publishedDraw } from "../../../draws/published/published-draw.ts";
import { findWish, type WishFate } from "../../../draws/rule/find-wish.ts";
import type { ReadOnlyDatabase } from "../../../platform/database/transaction.ts";

/** What came out of a draw. */
export interface DrawResult extends PublishedDraw {
  /** The one that was asked for; null: none of the draw has that number; undefined: none was asked for */
  readonly own: WishFate | null | undefined;
}

/** Null: it is not published yet. @param typed a number as people write it; undefined: none was */
export async function resultOfDraw(
  db: ReadOnlyDatabase,
  draw: number,
  typed: string | undefined,
): Promise<DrawResult | null> {
  const published = await publishedDraw(db, draw);
  if (!published) return null;
  const isNumber = typed !== undefined && /\d/.test(typed);
  return { ...published, own: isNumber ? await findWish(published.record, typed) : undefined };
}
