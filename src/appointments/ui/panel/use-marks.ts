import { useEffect } from "react";
import type { Day } from "../../contract.ts";
import { NO_MARKS, type PlanMarks } from "../plan-marks.ts";
import { isSlot, type Place } from "./place.ts";
import type { TimesState } from "./times-state.ts";

interface Drawn {
  readonly day: Day;
  readonly chosen: Place | null;
  readonly clash: TimesState["clash"];
  /** Of the service; a visit takes whole slots of its queue */
  readonly minutes: number;
  readonly label: string;
}

/** Draws on the plan what the form stands on, and wipes it off when the form goes. */
export function useMarks(onMarks: (marks: PlanMarks) => void, { day, chosen, clash, minutes, label }: Drawn): void {
  const marks: PlanMarks = {
    chosen: chosen && isSlot(chosen) ? { ...chosen, minutes: wholeSlots(day, chosen.queue, minutes), label } : null,
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

function wholeSlots({ queues }: Day, queue: number, minutes: number): number {
  const slot = queues.find(({ number }) => number === queue)?.slotMinutes ?? minutes;
  return slot === 0 ? minutes : Math.ceil(minutes / slot) * slot;
}
