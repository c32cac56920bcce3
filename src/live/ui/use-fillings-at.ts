import { minuteOf } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import type { PlaceBeingFilled } from "../events.ts";
import { type LiveState, useLive } from "./live-state.ts";

interface Stretch {
  readonly date: string;
  readonly queue: number;
  readonly from: number;
  readonly to: number;
}

/** Who is filling in a stretch of a queue's day, in words; "" when nobody is. */
export function useFillingsAt(stretch: Stretch): string {
  const t = useText();
  return useLive(({ fillings }) => namesAt(fillings, stretch, t("live.filling-own")));
}

function namesAt(fillings: LiveState["fillings"], stretch: Stretch, ownWindow: string): string {
  const here = fillings
    .filter(({ place }) => isAt(place, stretch))
    .map(({ name, isOwn }) => (isOwn ? ownWindow : name));
  return [...new Set(here)].join(", ");
}

function isAt({ date, time, queue, minutes }: PlaceBeingFilled, stretch: Stretch): boolean {
  const from = minuteOf(time);
  return date === stretch.date && queue === stretch.queue && from < stretch.to && stretch.from < from + minutes;
}
