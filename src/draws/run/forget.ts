import { OF_NATION } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { type DrawRow, endDraw } from "../draw-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { forgetDrawWish } from "../wishes/change-wish.ts";
import { deleteMarks } from "../wishes/person-sql.ts";
import { deleteWishRow, unconfirmedOf, visitsOfWishes } from "../wishes/wish-sql.ts";

/** Those whose mailbox nobody confirmed were never in the draw. */
export async function forgetUnconfirmed({ db }: Pick<DrawDeps, "db">, draw: number): Promise<void> {
  for (const wish of await unconfirmedOf(db.nation, draw))
    await db.write({ office: wish.office }, async (tx) => {
      await deleteWishRow(tx, wish);
      await forgetDrawWish(tx, wish);
    });
}

/** After the last day of visits nothing tells any more whose wishes they were; the draw can be computed again all the same. */
export async function endWhenDue({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const today = dateOf(clock());
  if (draw.state !== "drawn" || Temporal.PlainDate.compare(today, draw.lastDay) <= 0) return;
  for (const wish of await visitsOfWishes(db.nation, draw.number))
    await db.write({ office: wish.office }, (tx) => forgetDrawWish(tx, wish));
  await db.write(OF_NATION, async (tx) => {
    await deleteMarks(tx, draw.number);
    await endDraw(tx, draw.number);
  });
}
