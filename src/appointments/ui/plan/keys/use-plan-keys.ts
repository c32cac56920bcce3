import type { KeyboardEvent } from "react";
import { directionOf } from "../../../../kit/roving.ts";
import { mayAct } from "../../../../kit/shortcuts.ts";
import type { Appointment, Day } from "../../../contract.ts";
import { useActs } from "../../acts/use-acts.ts";
import { type CellPlace, focusCell, placeOf } from "../../cell-focus.ts";
import type { QueueColumn } from "../plan-layout.ts";
import { neighbour } from "./roving.ts";

/** Arrows, Home, End and the page keys move about the plan; on an appointment, single keys act on it. */
export function usePlanKeys(columns: readonly QueueColumn[], { now }: Day): (event: KeyboardEvent) => void {
  const { onKey } = useActs(now);
  return (event) => {
    const place = placeOf(event.target);
    if (!place || !mayAct(event.nativeEvent)) return;
    const direction = directionOf(event);
    if (direction) {
      event.preventDefault();
      const next = neighbour(columns, place, direction);
      if (next) focusCell(next);
      return;
    }
    const appointment = appointmentAt(columns, place);
    if (appointment) onKey(event, appointment);
  };
}

function appointmentAt(columns: readonly QueueColumn[], { queue, from }: CellPlace): Appointment | undefined {
  const cells = columns.find((column) => column.queue.number === queue)?.cells ?? [];
  const cell = cells.find((each) => each.kind === "appointment" && each.from === from);
  return cell?.kind === "appointment" ? cell.appointment : undefined;
}
