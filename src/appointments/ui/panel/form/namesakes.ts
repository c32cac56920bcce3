import type { AppointmentInList } from "../../../contract.ts";
import { mayBeSamePerson } from "../../../names/name-rules.ts";

/** Of the coming appointments of one name: those that are worth a word, the most telling first. Pure. */
export interface Namesake {
  readonly appointment: AppointmentInList;
  /** As far as one can tell, the same person comes twice on one day */
  readonly isSameDay: boolean;
}

const SHOWN = 3;

export function namesakesToShow(
  appointments: readonly AppointmentInList[],
  { phone, date }: { readonly phone: string; readonly date: string | null },
): Namesake[] {
  const all = appointments.map((appointment) => ({
    appointment,
    isSameDay: appointment.date === date && mayBeSamePerson(phone, appointment.phone),
  }));
  return all.toSorted((a, b) => Number(b.isSameDay) - Number(a.isSameDay)).slice(0, SHOWN);
}
