import { record } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { countNeedInVain, lockedDraw } from "../draw-sql.ts";
import { needOf } from "../places/draws-of-office.ts";
import { placesOfDraw } from "../places/places-sql.ts";
import { needTaking } from "./need-rules.ts";

/**
 * Somebody showed a deadline, and no place was left for one: counted for the draw, of no office and of nobody, so that the ministry
 * sees whether its share is too small.
 * @param by -1 takes one back. @returns how many there were
 * @throws Refusal 409 `draw-need-left`, or as `needTaking`
 */
export async function noteNeedInVain(
  tx: Tx,
  office: OperableOffice,
  { draw: number, by }: { readonly draw: number; readonly by: 1 | -1 },
  now: Temporal.Instant,
): Promise<number> {
  const draw = needTaking(await lockedDraw(tx, number), office.id, now);
  const places = await placesOfDraw(tx, office.id, number);
  const { given, most } = needOf(draw, places);
  if (by === 1 && given < most && places.some(({ state }) => state === "free"))
    throw new Refusal(409, "draw-need-left");
  const inVain = await countNeedInVain(tx, number, by);
  await record(tx, office, { act: "draw-need-in-vain", details: { draw: number, by }, appointments: null }, now);
  return inVain;
}
