import { useQueryClient } from "@tanstack/react-query";
import { undo } from "./acts.ts";
import { appointmentQuery, dayQuery } from "../queries.ts";
import type { Appointment } from "../../contract.ts";

/** What the screen knows of an appointment, brought up to date after an act. */
export function useRefresh() {
  const client = useQueryClient();

  const refresh = (office: string) => {
    for (const kind of ["day", "availability", "free-times", "history"]) client.invalidateQueries({ queryKey: [kind, office] });
  };

  /** The answer of an act is shown at once; the rest of the day follows. */
  const show = (appointment: Appointment) => {
    const { office, id, date } = appointment;
    client.setQueryData(appointmentQuery(office, id).queryKey, appointment);
    client.setQueryData(dayQuery(office, date).queryKey, (day) => {
      return day && { ...day, appointments: [...day.appointments.filter((each) => each.id !== id), appointment] };
    });
    refresh(office);
  };

  /** Takes the act back whose answer this was. */
  const takeBack = async (appointment: Appointment) => show(await undo(appointment));

  return { refresh, show, takeBack };
}
