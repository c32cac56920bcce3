import { minuteOf } from "../../kit/dates.ts";
import type { PlaceBeingFilled } from "../events.ts";
import { type LiveState, useLive } from "./live-state.ts";

interface Stretch {
  readonly date: string;
  readonly queue: number;
  readonly from: number;
  readonly to: number;
}

/** The names of those who are filling in a stretch of a queue's day; "" when nobody is. */
export const useFillingsAt = (stretch: Stretch): string => useLive(({ fillings }) => namesAt(fillings, stretch));

function namesAt(fillings: LiveState["fillings"], stretch: Stretch): string {
  const here = fillings.filter(({ place }) => isAt(place, stretch)).map(({ name }) => name);
  return [...new Set(here)].join(", ");
}

function isAt({ date, time, queue, minutes }: PlaceBeingFilled, stretch: Stretch): boolean {
  const from = minuteOf(time);
  return date === stretch.date && queue === stretch.queue && from < stretch.to && stretch.from < from + minutes;
}
