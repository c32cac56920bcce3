import { Refusal } from "../../platform/refusal.ts";
import type { DrawRow } from "../draw-sql.ts";
import { takingWishes } from "../wishes/put-wish.ts";

/** Places before the draw for whoever has a deadline. Pure. */

/** Of an office's places, rounded down: of a few there is none. */
export const mostByNeed = ({ needPercent }: Pick<DrawRow, "needPercent">, places: number): number =>
  Math.floor((places * needPercent) / 100);

/** Whoever has longer may come another week. */
export const latestDeadline = ({ lastDay, needDays }: Pick<DrawRow, "lastDay" | "needDays">): Temporal.PlainDate =>
  lastDay.add({ days: needDays });

/**
 * The draw of an office that still takes deadlines.
 * @throws Refusal 404 `draw-unknown` where the office gives nothing to it; 409 `draw-need-over`, or as `takingWishes`
 */
export function needTaking(draw: DrawRow | null, office: number, now: Temporal.Instant): DrawRow {
  const open = takingWishes(draw, now);
  if (!open.offices.includes(office)) throw new Refusal(404, "draw-unknown");
  if (Temporal.Instant.compare(now, open.needUntil) >= 0) throw new Refusal(409, "draw-need-over");
  return open;
}
