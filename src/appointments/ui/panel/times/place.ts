import type { Slot } from "../../plan-marks.ts";

export const placeKey = ({ date, time, queue }: Slot): string => `${date} ${time} ${queue}`;

/** As it is asked of the server: where any queue will do, a colleague who is faster takes only one of them. */
export const placeRequest = ({ date, time, queue, among }: Slot) =>
  among ? { date, time, queue: null, among: [...among] } : { date, time, queue };
