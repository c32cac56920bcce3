import { formatPhone, numericDate } from "../../../../kit/dates.ts";
import type { Office } from "../../../../offices/contract.ts";
import { type CitizensLanguage, OWN_NAMES } from "../../../../text/languages.ts";
import type { Language, Text } from "../../../../text/text.ts";
import { serviceOf } from "../../service-of.ts";

/** Fields of an appointment and their values, as words. */
export interface AppointmentWording {
  readonly t: Text;
  readonly language: Language;
  readonly office: Office;
  readonly queueName: (queue: number) => string;
}

const LABELS = {
  lastName: "panel.last-name",
  firstName: "panel.first-name",
  phone: "panel.phone",
  email: "panel.email",
  party: "panel.business-or-citizen",
  "business.name": "panel.business-name",
  "business.afm": "panel.afm",
  service: "panel.service",
  notes: "panel.notes",
  channel: "panel.source",
  language: "panel.message-language",
  date: "panel.date",
  time: "panel.time",
  queue: "panel.queue",
  status: "panel.status",
  cancellationReason: "panel.cancellation-reason",
  transferredTo: "panel.transferred-to",
  office: "panel.office",
} as const;

type Named = keyof typeof LABELS;

export const isNamed = (field: string): field is Named => field in LABELS;

export const appointmentLabel = (field: Named, t: Text): string => t(LABELS[field]);

export function valueWords(
  field: string,
  value: unknown,
  { t, language, office, queueName }: AppointmentWording,
): string {
  if (value === null || value === undefined || value === "") return t("panel.empty");
  const text = String(value);
  switch (field) {
    case "phone":
      return formatPhone(text);
    case "date":
      return numericDate(text);
    case "queue":
      return queueName(Number(value));
    case "service":
      return serviceName(office, text, language);
    case "party":
      return t(text === "business" ? "panel.business" : "panel.citizen");
    case "status":
      return t(`plan.status-${text as "booked"}`);
    case "channel":
      return t(`panel.channel-${text as "phone"}`);
    case "language":
      return OWN_NAMES[text as CitizensLanguage];
    default:
      return text;
  }
}

export function serviceName(office: Office, code: string, language: Language): string {
  const service = serviceOf(office, code);
  if (!service) return code;
  return language === "en" ? service.nameEn : service.name;
}
