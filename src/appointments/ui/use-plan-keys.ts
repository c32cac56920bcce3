import type { KeyboardEvent } from "react";
import { mayAct } from "../../web/shortcuts.ts";
import type { Appointment, Day } from "../contract.ts";
import { focusCell, placeOf } from "./cell-focus.ts";
import type { QueueColumn } from "./plan-layout.ts";
import { type CellPlace, DIRECTIONS, neighbour } from "./roving.ts";
import { useDayNavigation } from "./use-day-navigation.ts";
import { useProgress } from "./use-progress.ts";

/** Arrows move about the plan; on an appointment, single keys act on it. */
export function usePlanKeys(columns: readonly QueueColumn[], { date, now }: Day): (event: KeyboardEvent) => void {
  const { openAppointment } = useDayNavigation();
  const progress = useProgress();
  const acts: Readonly<Record<string, (appointment: Appointment) => void>> = {
    KeyP: (appointment) => {
      if (appointment.status === "booked" && date <= now.date) progress.mutate({ appointment, step: "arrival" });
    },
    KeyM: ({ id }) => openAppointment(id, "move"),
    KeyE: ({ id }) => openAppointment(id, "edit"),
    Delete: ({ id }) => openAppointment(id, "cancel"),
  };
  return (event) => {
    const place = placeOf(event.target);
    if (!place || !mayAct(event.nativeEvent)) return;
    const direction = DIRECTIONS[event.key];
    const next = direction && neighbour(columns, place, direction);
    const appointment = appointmentAt(columns, place);
    const act = acts[event.code];
    if (direction || (appointment && act)) event.preventDefault();
    if (next) focusCell(next);
    if (appointment) act?.(appointment);
  };
}

function appointmentAt(columns: readonly QueueColumn[], { queue, from }: CellPlace): Appointment | undefined {
  const cells = columns.find((column) => column.queue.number === queue)?.cells ?? [];
  const cell = cells.find((each) => each.kind === "appointment" && each.from === from);
  return cell?.kind === "appointment" ? cell.appointment : undefined;
}
