import { useEffect } from "react";
import { NO_MARKS, type PlanMarks } from "../plan-marks.ts";
import { isSlot, type Place } from "./place.ts";
import type { TimesState } from "./times-state.ts";

interface Drawn {
  readonly chosen: Place | null;
  readonly clash: TimesState["clash"];
  readonly minutes: number;
  readonly label: string;
}

/** Draws on the plan what the form stands on, and wipes it off when the form goes. */
export function useMarks(onMarks: (marks: PlanMarks) => void, { chosen, clash, minutes, label }: Drawn): void {
  const marks: PlanMarks = {
    chosen: chosen && isSlot(chosen) ? { ...chosen, minutes, label } : null,
    alternatives: clash?.alternatives ?? [],
    taken: clash?.isTaken && isSlot(clash.wished) ? clash.wished : null,
  };
  const drawn = JSON.stringify(marks);
  // The plan is outside of this component: what is drawn there follows from what is chosen here.
  useEffect(() => {
    onMarks(JSON.parse(drawn));
  }, [onMarks, drawn]);
  useEffect(() => () => onMarks(NO_MARKS), [onMarks]);
}
