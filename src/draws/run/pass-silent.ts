import { holdApart } from "../../appointments/online/draw-places.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type DrawRow, lockedDraw } from "../draw-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { insertEvent } from "./events-sql.ts";
import { lockedResult, type ResultRow, silentResults, writeAnswer } from "./results-sql.ts";

/** Who has said nothing in time gives the place to the next. */
export async function passSilent({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const now = clock();
  for (const result of await silentResults(db.nation, draw.number, now))
    await db.write({ office: result.office }, (tx) => leavePlace(tx, result, { answer: "silent", now }));
}

/**
 * A place that its owner gives up, or lets go, is held for the next one from that moment. In the scope of the place's office.
 * @returns false: it was answered meanwhile
 */
export async function leavePlace(
  tx: Tx,
  { draw, wish, office, date, hold, turn }: ResultRow,
  { answer, now }: { readonly answer: "left" | "silent"; readonly now: Temporal.Instant },
): Promise<boolean> {
  await lockDays(tx, office, date);
  await lockedDraw(tx, draw);
  const result = await lockedResult(tx, draw, wish);
  if (result?.turn !== turn || !(await writeAnswer(tx, result, { from: null, to: answer, now }))) return false;
  await holdApart(tx, office, hold, now);
  await insertEvent(tx, draw, { what: "left", wish }, now);
  return true;
}
