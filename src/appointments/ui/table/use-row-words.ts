import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Appointment, Day } from "../../contract.ts";
import { called } from "../../person.ts";
import { isConfirmed } from "../../statuses.ts";
import { serviceName } from "../panel/words/field-words.ts";
import { useQueueNames } from "../panel/words/use-queue-names.ts";
import type { ListedAppointment } from "./rows.ts";

/** From an appointment to its row, in the language of the screen. */
export function useRowWords(office: Office, day: Day): (appointment: Appointment) => ListedAppointment {
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueNames(office.code, day, true);
  const undelivered = new Set(day.undelivered);
  return (appointment) => ({
    appointment,
    ...called(appointment, t),
    service: !isConfirmed(appointment.status) ? "" : serviceName(office, appointment.service, language),
    queue: queueName(appointment.queue),
    channel: t(`panel.channel-${appointment.channel}`),
    isUndelivered: undelivered.has(appointment.id),
  });
}
