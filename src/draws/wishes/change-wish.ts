import { forgetWishRow } from "../../appointments/online/wish-row.ts";
import { endLinks } from "../../identity/citizens/links.ts";
import { forgetWishLetters } from "../../outbox/plan-link.ts";
import { acrossOffices, type Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { cellsOfDraw } from "../places/places-sql.ts";
import { choiceErrors, gridOf } from "./choice.ts";
import { insertMarks, type PersonMark } from "./person-sql.ts";
import { newSalt, openDrawOf, requireNoWish } from "./put-wish.ts";
import {
  confirmWishRow,
  type DrawWishRow,
  deleteWishRow,
  drawWishOfVisit,
  lockedDrawWish,
  updateChoice,
  type WishChoice,
} from "./wish-sql.ts";

/** What its owner does with a wish until the end of the window. In the scope of the office that has its row. */

/** Where it stands. */
export interface DrawWishAt {
  readonly office: number;
  readonly visit: string;
}

/**
 * Its row, locked, of a draw that takes wishes. The draw is locked before it, as by whoever draws: nobody waits in a ring.
 * @throws Refusal 404 `draw-wish-over`; 409 `draw-closed`
 */
async function changingWish(tx: Tx, { office, visit }: DrawWishAt, now: Temporal.Instant): Promise<DrawWishRow> {
  const seen = await drawWishOfVisit(tx, office, visit);
  if (!seen) throw new Refusal(404, "draw-wish-over");
  await openDrawOf(tx, seen.draw, now);
  const wish = await lockedDrawWish(tx, office, visit);
  if (!wish) throw new Refusal(404, "draw-wish-over");
  return wish;
}

/** It keeps its number. @throws Refusal as above; 422 at the fields */
export async function changeDrawWish(tx: Tx, at: DrawWishAt, choice: WishChoice, now: Temporal.Instant): Promise<void> {
  const wish = await changingWish(tx, at, now);
  refuseFields(choiceErrors(choice, gridOf(await cellsOfDraw(acrossOffices(tx), wish.draw))));
  await updateChoice(tx, wish, { ...choice, salt: newSalt() });
}

/**
 * Its mailbox is theirs: it counts from then on. Pressed twice, once.
 * @throws Refusal as above; 409 `draw-wish-exists` where that mailbox has another by now
 */
export async function confirmDrawWish(
  tx: Tx,
  at: DrawWishAt,
  marks: readonly PersonMark[],
  now: Temporal.Instant,
): Promise<DrawWishRow> {
  const wish = await changingWish(tx, at, now);
  if (wish.isConfirmed) return wish;
  await requireNoWish(tx, wish.draw, marks, wish.kind);
  await confirmWishRow(tx, wish);
  await insertMarks(tx, wish.draw, wish.number, marks);
  return { ...wish, isConfirmed: true };
}

/** It is as if it had never been, and nothing tells whose it was. @throws Refusal as above */
export async function withdrawDrawWish(tx: Tx, at: DrawWishAt, now: Temporal.Instant): Promise<void> {
  const wish = await changingWish(tx, at, now);
  await deleteWishRow(tx, wish);
  await forgetDrawWish(tx, at);
}

/** Who it was of: their names, the links and addresses of its letters. In the scope of its office. */
export async function forgetDrawWish(tx: Tx, { office, visit }: DrawWishAt): Promise<void> {
  await forgetWishRow(tx, office, visit);
  await forgetWishLetters(tx, office, visit);
  await endLinks(tx, office, visit);
}
