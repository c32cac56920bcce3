import { LEAST_WEEKS, USUAL_WEEKS, WEEKS_OFFERED } from "../../national/choices.ts";

/** Closed weeks as an address asks for them. Pure. */
export interface WeeksSearch {
  /** As it was typed; left out: eight */
  readonly weeks?: number | string;
}

interface WeeksInAddress {
  readonly weeks: number;
  /** What was asked for and is not to be had; null: nothing */
  readonly unknown: string | null;
}

export function weeksIn({ weeks = USUAL_WEEKS }: WeeksSearch): WeeksInAddress {
  const asked = Number(weeks);
  const most = WEEKS_OFFERED[WEEKS_OFFERED.length - 1] ?? USUAL_WEEKS;
  const isKnown = weeks !== "" && Number.isInteger(asked) && asked >= LEAST_WEEKS && asked <= most;
  return isKnown ? { weeks: asked, unknown: null } : { weeks: USUAL_WEEKS, unknown: String(weeks) };
}
