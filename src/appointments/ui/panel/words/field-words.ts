import { formatPhone, numericDate } from "../../../../kit/dates.ts";
import type { Office } from "../../../../offices/contract.ts";
import { type CitizensLanguage, OWN_NAMES } from "../../../../text/languages.ts";
import type { Language, Text } from "../../../../text/text.ts";
import { columnLabel, columnsWhere, type FieldLabel, nameOf } from "../../../field/columns.ts";
import { serviceOf } from "../../service-of.ts";

/** Fields of an appointment and their values, as words. */
export interface AppointmentWording {
  readonly t: Text;
  readonly language: Language;
  readonly office: Office;
  readonly queueName: (queue: number) => string;
}

/** What an appointment shows of itself beside its fields. */
const OF_PLACE = ["date", "time", "office"] as const;

const LABELS = new Map<string, FieldLabel | (typeof OF_PLACE)[number]>(OF_PLACE.map((field) => [field, field]));
for (const column of columnsWhere()) {
  const label = columnLabel(column);
  if (label) LABELS.set(nameOf(column), label);
}

/** Null: it has no name of ours, and is not for people */
export function appointmentLabel(field: string, t: Text): string | null {
  const label = LABELS.get(field);
  return label === undefined ? null : t(`panel.${label}`);
}

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
