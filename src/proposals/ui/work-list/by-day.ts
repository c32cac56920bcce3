import type { WorkList } from "../../contract.ts";
import type { ConcernedAppointment } from "../decisions.ts";

export interface DayOfWork {
  readonly date: string;
  readonly closings: WorkList["closings"];
  readonly appointments: readonly ConcernedAppointment[];
}

/** The list day by day, in its order. Pure. */
export function byDay({ appointments, closings }: Pick<DayOfWork, "appointments" | "closings">): DayOfWork[] {
  const dates = [...new Set(appointments.map(({ appointment }) => appointment.date))];
  return dates.map((date) => ({
    date,
    closings: closings.filter((closing) => closing.date === date),
    appointments: appointments.filter(({ appointment }) => appointment.date === date),
  }));
}
