import { useEffect } from "react";
import type { Day } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import { NO_MARKS, type PlanMarks, setMarkLabel } from "../../plan-marks.ts";
import type { TimesState } from "./times-reducer.ts";

interface Drawn {
  readonly day: Day;
  readonly chosen: Slot | null;
  readonly clash: TimesState["clash"];
  readonly gone: TimesState["gone"];
  /** Of the service; a visit takes whole slots of its queue */
  readonly minutes: number;
  readonly label: string;
}

/** Draws on the plan what the form stands on, and wipes it off when the form goes. */
export function useMarks(onMarks: (marks: PlanMarks) => void, drawing: Drawn): void {
  const { day, chosen, clash, gone, minutes, label } = drawing;
  const marks: PlanMarks = {
    chosen: chosen && { ...chosen, minutes: wholeSlots(day, chosen.queue, minutes) },
    alternatives: clash?.alternatives ?? [],
    taken: takenPlace(clash, gone),
  };
  const drawn = JSON.stringify(marks);
  // The plan is outside of this component: what is drawn there follows from what is chosen here.
  useEffect(() => {
    onMarks(JSON.parse(drawn));
  }, [onMarks, drawn]);
  useEffect(() => setMarkLabel(label), [label]);
  useEffect(() => () => onMarks(NO_MARKS), [onMarks]);
}

/** What is only being filled in is drawn on the plan as such. */
function takenPlace(clash: TimesState["clash"], gone: TimesState["gone"]): Slot | null {
  if (gone) return gone.by === null ? gone.place : null;
  return clash?.isTaken ? clash.wished : null;
}

function wholeSlots({ queues }: Day, queue: number, minutes: number): number {
  const slot = queues.find(({ number }) => number === queue)?.slotMinutes ?? minutes;
  return slot === 0 ? minutes : Math.ceil(minutes / slot) * slot;
}
