import { formatPhone, numericDate } from "../../../../kit/dates.ts";
import type { Office } from "../../../../offices/contract.ts";
import { inCapitals } from "../../../../platform/text/capitals.ts";
import type { Language, Text } from "../../../../text/text.ts";
import type { Appointment } from "../../../contract.ts";
import { choiceWords } from "../../../field/choice-words.ts";
import { columnLabel, columnsWhere, type FieldLabel, nameOf } from "../../../field/columns.ts";
import type { Companion } from "../../../field/field.ts";
import { serviceName } from "../../service-words.ts";

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

/** Nothing was given, or none of several. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

export function valueWords(
  field: string,
  value: unknown,
  { t, language, office, queueName }: AppointmentWording,
): string {
  if (isBlank(value)) return t("panel.empty");
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
    case "moreServices":
      return (value as Appointment["moreServices"]).map((code) => serviceName(office, code, language)).join(", ");
    case "companions":
      return (value as Appointment["companions"]).map((each) => companionWords(each, office, language)).join("; ");
    case "needs":
      return needsWords(value as Appointment["needs"], { t, language });
    default:
      return choiceWords(field, text, { t, language });
  }
}

/** In the order of the list. */
export const needsWords = (needs: Appointment["needs"], wording: Pick<AppointmentWording, "t" | "language">): string =>
  needs.map((need) => choiceWords("needs", need, wording)).join(", ");

/** «Γιασεμίδης Θωμάς: Γνήσιο υπογραφής». Who has no name goes by what is done. */
export function companionWords(
  { lastName, firstName, services }: Companion,
  office: Office,
  language: Language,
): string {
  const name = `${inCapitals(lastName)} ${firstName}`.trim();
  const done = services.map((code) => serviceName(office, code, language)).join(", ");
  return name === "" ? done : `${name}: ${done}`;
}
