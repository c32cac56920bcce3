import type { DrawRow } from "../draw-sql.ts";

/** Places before the draw for whoever has a deadline. Pure. */

/** Of an office's places, rounded down: of a few there is none. */
export const mostByNeed = ({ needPercent }: Pick<DrawRow, "needPercent">, places: number): number =>
  Math.floor((places * needPercent) / 100);

/** Whoever has longer may come another week. */
export const latestDeadline = ({ lastDay, needDays }: Pick<DrawRow, "lastDay" | "needDays">): Temporal.PlainDate =>
  lastDay.add({ days: needDays });
