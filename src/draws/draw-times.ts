import { offsetText } from "../platform/time.ts";
import type { NationalDraw } from "./contract.ts";
import type { DrawRow } from "./draw-sql.ts";

type Times = Omit<NationalDraw, "service" | "offices" | "places" | "need" | "counts">;

/** Which draw it is, and its hours, as people of the staff are told. Pure. */
export const timesOfDraw = (draw: DrawRow): Times => ({
  number: draw.number,
  state: draw.state,
  opensAt: offsetText(draw.opensAt),
  closesAt: offsetText(draw.closesAt),
  needUntil: offsetText(draw.needUntil),
  answerUntil: offsetText(draw.answerUntil),
  releaseAt: offsetText(draw.releaseAt),
  firstDay: draw.firstDay.toString(),
  lastDay: draw.lastDay.toString(),
});

/** Before that nobody is told how many wish: whoever knew would gain by waiting. */
export const isDrawn = ({ state }: Pick<DrawRow, "state">): boolean => state === "drawn" || state === "over";
