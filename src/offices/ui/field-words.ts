import { spokenLanguages, spokenNames } from "../../text/spoken-languages.ts";
import type { Language, Text } from "../../text/text.ts";
import type { Service } from "../contract.ts";
import { settingOf } from "../office-settings.ts";
import { minutesField, offeredField } from "../rules.ts";
import { exceptionsWords, weekWords } from "./hours/hours-words.ts";
import { checkedText } from "./setting-texts.ts";

/** Settings and what they hold, as words. */

export function labelOf(field: string, catalogue: readonly Service[], t: Text, language: Language): string {
  const label = settingOf(field)?.label;
  if (!label) return field;
  const service = catalogue.find(({ code }) => field === minutesField(code) || field === offeredField(code));
  return t(`office.${label}`, { service: service ? nameOfService(service, language) : field });
}

export const nameOfService = ({ name, nameEn }: Service, language: Language): string =>
  language === "en" ? nameEn : name;

/** @param text as a form holds it */
export function textWords(field: string, text: string, t: Text, language: Language): string {
  const kind = settingOf(field)?.kind;
  if (text === "") return t("office.empty");
  if (kind === "choice" || kind === "switch") return t(`office.${text as "yes" | "no" | "unknown"}`);
  if (kind === "minutes") return t("office.minutes-value", { minutes: text });
  if (kind === "days") return t("office.days-value", { count: Number(text) });
  if (kind === "languages") return spokenWords(text, language);
  if (kind === "week") return weekWords(text, t, language);
  if (kind === "exceptions") return exceptionsWords(text, t, language);
  return kind === "percent" ? t("office.percent-value", { percent: text }) : text;
}

/** Of a text that is typed still, as it stands. */
function spokenWords(text: string, language: Language): string {
  const checked = checkedText("interpreterLanguages", text);
  const stored = "value" in checked && typeof checked.value === "string" ? checked.value : null;
  return stored ? spokenNames(spokenLanguages(stored) ?? [], language) : text;
}
