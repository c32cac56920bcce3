import { formatPhone } from "../../kit/dates.ts";
import type { Stands } from "../../kit/form/overtaken.ts";
import type { Texts } from "../../kit/form/typing.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { spokenLanguages, spokenNames } from "../../text/spoken-languages.ts";
import type { Settings, SettingsRequest } from "../contract.ts";
import { settingOf } from "../office-settings.ts";
import { type CheckedFact, checkedFact, minutesField, nested, type SettingValues, settingValuesOf } from "../rules.ts";
import type { SettingValue } from "../setting/setting.ts";
import { TABS, type TabName } from "../setting/tabs.ts";

/** The settings as a form holds them: a text for each path. Pure. */

export function settingTexts(settings: Settings): Texts {
  const facts = settingValuesOf(settings);
  const texts = Object.entries(facts).map(([field, value]) => [field, textOf(field, value)]);
  const minutes = settings.catalogue.map(({ code, minutes }) => [
    minutesField(code),
    String(settings.services[code]?.minutes ?? minutes),
  ]);
  return { ...Object.fromEntries(texts), ...Object.fromEntries(minutes) };
}

export function textOf(field: string, value: SettingValue): string {
  const kind = settingOf(field)?.kind;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return kind === "choice" ? "unknown" : "";
  if (kind === "languages") return spokenNames(spokenLanguages(String(value)) ?? [], "el");
  return kind === "phone" ? formatPhone(String(value)) : String(value);
}

/** The value that a text would be stored as, or its fault. */
export function checkedText(field: string, text: string): CheckedFact {
  const kind = settingOf(field)?.kind;
  if (kind !== "choice" && kind !== "switch") return checkedFact(field, text);
  return checkedFact(field, text === "unknown" ? null : text === "yes");
}

/** The stored value of a faultless text. The catalogue's own minutes are no wish of the office's. */
export function factOf(field: string, text: string, settings: Settings): SettingValue {
  const checked = checkedText(field, text);
  const value = "value" in checked ? checked.value : text;
  const isCatalogues = settings.catalogue.some(
    ({ code, minutes }) => field === minutesField(code) && value === minutes,
  );
  return isCatalogues ? null : value;
}

export const valuesOf = (texts: Texts, settings: Settings): SettingValues =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, factOf(field, text, settings)]));

/** The saved texts of the fields of one tab. */
export function tabTexts(settings: Settings, tab: TabName): Texts {
  const sections: readonly string[] = TABS[tab];
  const isOfTab = (field: string) => sections.includes(settingOf(field)?.section ?? "");
  return Object.fromEntries(Object.entries(settingTexts(settings)).filter(([field]) => isOfTab(field)));
}

export const textFaults = (texts: Texts): FieldError[] =>
  Object.entries(texts).flatMap(([field, text]) => {
    const checked = checkedText(field, text);
    return "value" in checked ? [] : [checked.error];
  });

/** Two ways to write what is stored as one. */
export const isStoredAs =
  (settings: Settings): Stands =>
  (field, text, now) =>
    factOf(field, text, settings) === factOf(field, now, settings);

/** Paths as the nested merge patch that the server takes. */
export const patchOf = (values: SettingValues): SettingsRequest => nested(values);
