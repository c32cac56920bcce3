import type { Language, Text } from "../../text/text.ts";
import type { Service, Settings } from "../contract.ts";
import { minutesField, offeredField } from "../rules.ts";

/** Fields of the settings and their content, as words. */

const LABELS = {
  phone: "office.phone",
  email: "office.email",
  address: "office.address",
  postcode: "office.postcode",
  leadMinutes: "office.lead-minutes",
  earlierMinutes: "office.earlier-minutes",
  "access.stepFreeEntrance": "office.access.stepFreeEntrance",
  "access.lift": "office.access.lift",
  "access.accessibleWc": "office.access.accessibleWc",
  "access.disabledParking": "office.access.disabledParking",
  "access.notes": "office.access.notes",
} as const;

export function labelOf(field: string, settings: Settings, t: Text, language: Language): string {
  if (field in LABELS) return t(LABELS[field as keyof typeof LABELS]);
  const service = settings.catalogue.find(({ code }) => field === minutesField(code) || field === offeredField(code));
  const words = { service: service ? nameOf(service, language) : field };
  return field.endsWith(".minutes") ? t("office.stale-minutes", words) : t("office.stale-offered", words);
}

export const nameOf = ({ name, nameEn }: Service, language: Language): string => (language === "en" ? nameEn : name);

export function textWords(field: string, text: string, t: Text): string {
  if (text === "") return t("office.empty");
  if (text === "yes" || text === "no" || text === "unknown") return t(`office.${text}`);
  return field.endsWith("inutes") ? t("office.minutes-value", { minutes: text }) : text;
}
