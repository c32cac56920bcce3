import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import type { Appointment, Day } from "../../contract.ts";
import { called } from "../../person.ts";
import { isConfirmed } from "../../statuses.ts";
import { useQueueNames } from "../panel/words/use-queue-names.ts";
import { visitServices } from "../service-words.ts";
import { neededService, ticketName } from "../waiting/visit-name.ts";
import { type ListedAppointment, type ListedTicket, ticketVisit } from "./rows.ts";

/** From an appointment or a number to its row, in the language of the screen. */
export function useRowWords(office: Office, day: Day) {
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueNames(office.code, day, true);
  const undelivered = new Set(day.undelivered);
  return {
    ofAppointment: (appointment: Appointment): ListedAppointment => ({
      visit: appointment,
      appointment,
      ticket: null,
      ...called(appointment, t),
      service: !isConfirmed(appointment.status) ? "" : visitServices(office, appointment, language),
      queue: queueName(appointment.queue),
      channel: t(`plan.channel-${appointment.channel}`),
      isUndelivered: undelivered.has(appointment.id),
    }),
    ofTicket: (ticket: Ticket): ListedTicket => ({
      visit: ticketVisit(ticket),
      appointment: null,
      ticket,
      first: ticketName(ticket, t),
      rest: "",
      service: neededService(office, ticket, { t, language }),
      queue: ticket.queue === null ? t("waiting.no-queue") : queueName(ticket.queue),
      channel: t("plan.channel-in-person"),
    }),
  };
}
