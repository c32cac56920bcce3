import { randomUUIDv7 } from "node:crypto";
import { recordOwnAct } from "../../audit/record.ts";
import { NATION, OF_MINISTRY } from "../../identity/ministry-access.ts";
import { closeDraw, type DrawRow, lockedDraw } from "../draw-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { sealOfList } from "../rule/hashes.ts";
import { wishesOfDraw } from "../wishes/wish-sql.ts";
import { codesOf } from "./codes-sql.ts";
import { forgetUnconfirmed } from "./forget.ts";
import { wishOfRow } from "./record.ts";

/**
 * At the end no wish changes any more, and all that count are sealed in the audit together. Whoever writes one holds the draw until
 * that is done: a wish is in it, or its owner was told that it is not.
 */
export async function closeWhenDue({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const { number } = draw;
  const now = clock();
  if (draw.state !== "open" || Temporal.Instant.compare(now, draw.closesAt) < 0) return;
  await db.write(OF_MINISTRY, async (tx) => {
    const locked = await lockedDraw(tx, number);
    if (locked?.state !== "open" || Temporal.Instant.compare(now, locked.closesAt) < 0) return;
    const [rows, codes] = await Promise.all([wishesOfDraw(tx, number), codesOf(tx)]);
    const seal = await sealOfList(
      number,
      rows.map((row) => wishOfRow(row, codes)),
    );
    const entry = randomUUIDv7();
    await closeDraw(tx, number, { listSeal: seal, entry, now });
    const details = { draw: number, seal, wishes: rows.length };
    await recordOwnAct(tx, NATION, { id: entry, act: "draw-list-sealed", details, appointments: null }, now);
  });
  await forgetUnconfirmed({ db }, number);
}
