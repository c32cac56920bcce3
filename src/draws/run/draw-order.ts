import { recordOwnAct } from "../../audit/record.ts";
import { sealOfEntry, sealSome } from "../../audit/seal/start-sealing.ts";
import { NATION, OF_MINISTRY } from "../../identity/ministry-access.ts";
import { type DrawRow, drawSecret, lockedDraw, noteDrawn } from "../draw-sql.ts";
import { numberPlaces, placesOfDraw } from "../places/places-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { seedOf } from "../rule/hashes.ts";
import { drawnOrder } from "../rule/order.ts";
import { wishesOfDraw, writeOrder } from "../wishes/wish-sql.ts";
import { numbered } from "./record.ts";

/**
 * The order is drawn: from the secret, the sealed list, and the seal that the audit's chain put on that list. Begun again it is the
 * same, for nothing of it can be chosen.
 */
export async function drawWhenSealed({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const { number, listSeal, listEntry } = draw;
  if (draw.state !== "closed" || listSeal === null || listEntry === null) return;
  await sealSome({ db });
  const auditHead = await db.read(OF_MINISTRY, (tx) => sealOfEntry(tx, NATION, listEntry));
  if (auditHead === null) return;
  await numberAll({ db }, draw);
  const secret = await drawSecret(db.nation, number);
  const seed = await seedOf({ secret, listSeal, auditHead });
  const wishes = await wishesOfDraw(db.nation, number);
  const order = await drawnOrder(
    seed,
    wishes.map((wish) => wish.number),
  );
  const now = clock();
  await db.write(OF_MINISTRY, async (tx) => {
    if ((await lockedDraw(tx, number))?.state !== "closed") return;
    await writeOrder(tx, number, order);
    await noteDrawn(tx, number, { auditHead, seed, now });
    await recordOwnAct(tx, NATION, { act: "draw-drawn", details: { draw: number, seed, wishes: order.length } }, now);
  });
}

/** Where each place stands among those of its day and part: nothing of them changes any more. */
async function numberAll({ db }: Pick<DrawDeps, "db">, { number, offices }: DrawRow): Promise<void> {
  for (const office of offices)
    await db.write({ office }, async (tx) =>
      numberPlaces(tx, office, number, numbered(await placesOfDraw(tx, office, number))),
    );
}
