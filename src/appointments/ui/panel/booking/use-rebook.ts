import type { Appointment } from "../../../contract.ts";
import { useDayAddress, useDayNavigation } from "../../use-day-navigation.ts";
import { appointmentDraft } from "../form/draft.ts";
import { useBookingsKey } from "./booking-drafts.ts";
import { handOver, type VisitorDetails } from "./hand-over.ts";

/** Another appointment for a citizen who did not come, or whose appointment was cancelled. */
export function useRebook(): (appointment: Appointment) => void {
  const { office } = useDayAddress();
  const { openNew } = useDayNavigation();
  const bookings = useBookingsKey(office);
  return (appointment) => {
    handOver(bookings, office, personOf(appointment));
    openNew(appointment.service);
  };
}

function personOf(appointment: Appointment): VisitorDetails {
  const { service, notes, channel, ...person } = appointmentDraft(appointment);
  return person;
}
