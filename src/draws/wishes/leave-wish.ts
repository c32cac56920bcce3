import { announceJob } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { lockedDraw } from "../draw-sql.ts";
import { insertEvent } from "../run/events-sql.ts";
import { leavePlace } from "../run/pass-silent.ts";
import { resultOf } from "../run/results-sql.ts";
import type { DrawWishAt } from "./change-wish.ts";
import { drawWishOfVisit } from "./wish-sql.ts";
import { hasLeft } from "./wish-state-sql.ts";

/**
 * After the draw: they give their place to the next, or wait no longer where they have none. Pressed twice, once. In the scope of the
 * wish's office.
 * @throws Refusal 404 `draw-wish-over`; 409 `draw-is-visit` where they have said that they come: then it is a visit like any other
 */
export async function leaveDraw(tx: Tx, { office, visit }: DrawWishAt, now: Temporal.Instant): Promise<void> {
  const wish = await drawWishOfVisit(tx, office, visit);
  if (!wish) throw new Refusal(404, "draw-wish-over");
  const result = await resultOf(tx, wish.draw, wish.number);
  if (result?.answer === "coming") throw new Refusal(409, "draw-is-visit");
  announceJob(tx, "draws");
  if (result?.answer === null) {
    await tx.switchTenant({ office: result.office });
    await leavePlace(tx, result, { answer: "left", now });
    await tx.switchTenant({ office });
    return;
  }
  const draw = await lockedDraw(tx, wish.draw);
  if (draw?.state !== "drawn" || (await hasLeft(tx, wish.draw, wish.number))) return;
  await insertEvent(tx, wish.draw, { what: "left", wish: wish.number }, now);
}
