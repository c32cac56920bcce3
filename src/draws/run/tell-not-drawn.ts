import { planDrawLetters } from "../../outbox/plan-link.ts";
import { type DrawRow, lockedDraw } from "../draw-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { emailsOfWishes, noteLetter, officesOfUntold, untoldOf } from "../wishes/wish-sql.ts";

/** Whoever got nothing is told as well, once: office by office, in one transaction each. */
export async function tellNotDrawn({ db, clock }: DrawDeps, { number, firstDay }: DrawRow): Promise<void> {
  for (const office of await officesOfUntold(db.nation, number))
    await db.write({ office }, async (tx) => {
      // Of two processes the second one finds that all were told.
      await lockedDraw(tx, number);
      const untold = await untoldOf(tx, number, office);
      const emails = await emailsOfWishes(
        tx,
        office,
        untold.map(({ visit }) => visit),
      );
      const place = { date: firstDay.toString(), time: "", queue: 0 };
      const letters = emails.map(
        ({ visit, email }) => ({ kind: "not-drawn", appointment: visit, email, place }) as const,
      );
      await planDrawLetters(tx, office, letters, clock());
      await noteLetter(
        tx,
        number,
        untold.map((wish) => wish.number),
        "not-drawn",
      );
    });
}
