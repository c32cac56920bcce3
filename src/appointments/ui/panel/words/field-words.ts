import { formatPhone, numericDate } from "../../../../kit/dates.ts";
import type { Office } from "../../../../offices/contract.ts";
import type { Language, Text } from "../../../../text/text.ts";
import { choiceWords } from "../../../field/choice-words.ts";
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
    default:
      return choiceWords(field, text, { t, language });
  }
}

export function serviceName(office: Office, code: string, language: Language): string {
  const service = serviceOf(office, code);
  if (!service) return code;
  return language === "en" ? service.nameEn : service.name;
}
