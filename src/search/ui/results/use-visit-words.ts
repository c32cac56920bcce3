import type { AppointmentInList } from "../../../appointments/contract.ts";
import { visitServices } from "../../../appointments/ui/service-words.ts";
import { useShownDay } from "../../../appointments/ui/shown-day.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";

/** Services and queues by name, as far as they are known by now. */
export function useVisitWords(office: Office | undefined) {
  const t = useText();
  const { language } = useLanguage();
  const shown = useShownDay().data;
  return {
    service: (visit: AppointmentInList): string => (office ? visitServices(office, visit, language) : ""),
    queue: (appointment: AppointmentInList): string => {
      const isShown = shown?.appointments.some(({ office }) => office === appointment.office);
      const known = isShown ? shown?.queues.find(({ number }) => number === appointment.queue) : undefined;
      return known?.name ?? t("plan.queue-number", { number: appointment.queue });
    },
  };
}
