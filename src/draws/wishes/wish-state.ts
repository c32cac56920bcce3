import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type DrawRow, drawOf } from "../draw-sql.ts";
import { fingerprintOf } from "../rule/hashes.ts";
import { codesOf } from "../run/codes-sql.ts";
import { wishOfRow } from "../run/record.ts";
import { type ResultRow, resultOf } from "../run/results-sql.ts";
import type { DrawWishAt } from "./change-wish.ts";
import { type DrawWishRow, drawWishOfVisit } from "./wish-sql.ts";
import { countAhead, countsOfDraw, type DrawCounts, hasLeft, passedBefore } from "./wish-state-sql.ts";

/** A wish as its owner sees it. */
export interface WishState {
  readonly draw: DrawRow;
  readonly wish: DrawWishRow;
  /** What it was given last; null: nothing yet */
  readonly result: ResultRow | null;
  /**
   * unconfirmed: its mailbox has not said so. in: the window is open, or just closed. drawn: a place waits for their answer. coming: it
   * is their visit. waits: they have none. left: they gave it up, said nothing in time, or wait no longer. over: of the whole draw
   */
  readonly stands: "unconfirmed" | "in" | "drawn" | "coming" | "waits" | "left" | "over";
  /** Sixteen hexadecimal digits in fours, as the check shows it */
  readonly fingerprint: string;
}

/** @throws Refusal 404 `draw-wish-over` where there is none any more */
export async function wishState(tx: Read, { office, visit }: DrawWishAt, now: Temporal.Instant): Promise<WishState> {
  const wish = await drawWishOfVisit(tx, office, visit);
  if (!wish) throw new Refusal(404, "draw-wish-over");
  return stateOfWish(tx, wish, now);
}

export async function stateOfWish(tx: Read, wish: DrawWishRow, now: Temporal.Instant): Promise<WishState> {
  const draw = (await drawOf(tx, wish.draw)) as DrawRow;
  const [result, isGone, codes] = await Promise.all([
    resultOf(tx, wish.draw, wish.number),
    hasLeft(tx, wish.draw, wish.number),
    codesOf(tx),
  ]);
  const hash = await fingerprintOf(wish.draw, wishOfRow(wish, codes));
  const fingerprint = (hash.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
  return { draw, wish, result, stands: standsOf({ draw, wish, result, isGone }, now), fingerprint };
}

interface WishFacts extends Pick<WishState, "draw" | "wish" | "result"> {
  readonly isGone: boolean;
}

function standsOf({ draw, wish, result, isGone }: WishFacts, now: Temporal.Instant): WishState["stands"] {
  if (!wish.isConfirmed) return "unconfirmed";
  if (draw.state === "over") return "over";
  if (isGone) return "left";
  if (draw.state !== "drawn") return "in";
  if (result?.answer === "coming") return "coming";
  if (result?.answer === null) return Temporal.Instant.compare(now, result.until) < 0 ? "drawn" : "left";
  return "waits";
}

/** For whoever waits: the odds, honestly. */
export interface Odds extends DrawCounts {
  /** How many wait before them */
  readonly ahead: number;
  /** How many places were given to the next in the order in the draw before; null: there was none */
  readonly passedBefore: number | null;
}

/** After the draw. */
export async function oddsOf(tx: Read, { draw, place }: Pick<DrawWishRow, "draw" | "place">): Promise<Odds> {
  const [counts, ahead, passed] = await Promise.all([
    countsOfDraw(tx, draw),
    countAhead(tx, draw, place ?? 0),
    passedBefore(tx, draw),
  ]);
  return { ...counts, ahead, passedBefore: passed };
}
