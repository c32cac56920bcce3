import type { Read } from "../../platform/database/sql.ts";
import { type DrawRow, drawAfter } from "../draw-sql.ts";
import { type DrawWishRow, wishesOfVisits } from "./wish-sql.ts";
import { type Odds, oddsOf, stateOfWish, type WishState } from "./wish-state.ts";
import { wasPassedOn } from "./wish-state-sql.ts";

/** A wish as its owner is written of it. */
export interface WishNews extends WishState {
  /** Null: there is no order yet */
  readonly odds: Odds | null;
  /** It can be confirmed and changed still */
  readonly isOpen: boolean;
  /** Those who were drawn first answer no more */
  readonly isAnswerTimeOver: boolean;
  /** Somebody had given up a place before theirs was given to them */
  readonly isPassedOn: boolean;
  /** The next draw of the service, open or not yet; null: none is planned */
  readonly next: DrawRow | null;
}

/** Of all that have a wish among these rows of an office, by those. */
export async function wishNews(
  tx: Read,
  office: number,
  visits: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, WishNews>> {
  const wishes = visits.length === 0 ? [] : await wishesOfVisits(tx, office, visits);
  return new Map(await Promise.all(wishes.map(async (wish) => [wish.visit, await newsOf(tx, wish, now)] as const)));
}

async function newsOf(tx: Read, wish: DrawWishRow, now: Temporal.Instant): Promise<WishNews> {
  const state = await stateOfWish(tx, wish, now);
  const [odds, isPassedOn, next] = await Promise.all([
    wish.place === null ? null : oddsOf(tx, wish),
    state.result !== null && wasPassedOn(tx, state.result),
    drawAfter(tx, state.draw),
  ]);
  const isOpen = state.draw.state === "open" && Temporal.Instant.compare(now, state.draw.closesAt) < 0;
  const isAnswerTimeOver = Temporal.Instant.compare(now, state.draw.answerUntil) >= 0;
  return { ...state, odds, isOpen, isAnswerTimeOver, isPassedOn, next };
}
