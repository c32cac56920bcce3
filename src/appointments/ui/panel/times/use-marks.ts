import { useEffect } from "react";
import type { Day } from "../../../contract.ts";
import { NO_MARKS, type PlanMarks } from "../../plan-marks.ts";
import { isSlot, type WishedPlace } from "./place.ts";
import type { TimesState } from "./times-state.ts";

interface Drawn {
  readonly day: Day;
  readonly chosen: WishedPlace | null;
  readonly clash: TimesState["clash"];
  /** Somebody else stands on the chosen place by now */
  readonly isGone?: boolean;
  /** Of the service; a visit takes whole slots of its queue */
  readonly minutes: number;
  readonly label: string;
}

/** Draws on the plan what the form stands on, and wipes it off when the form goes. */
export function useMarks(onMarks: (marks: PlanMarks) => void, drawing: Drawn): void {
  const { day, chosen, clash, isGone = false, minutes, label } = drawing;
  const lost = isGone ? chosen : clash?.isTaken && clash.wished;
  const marks: PlanMarks = {
    chosen:
      chosen && isSlot(chosen) && !isGone
        ? { ...chosen, minutes: wholeSlots(day, chosen.queue, minutes), label }
        : null,
    alternatives: clash?.alternatives ?? [],
    taken: lost && isSlot(lost) ? lost : null,
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
