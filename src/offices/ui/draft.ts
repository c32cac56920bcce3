import { formatPhone } from "../../kit/dates.ts";
import type { Settings, SettingsRequest } from "../contract.ts";
import { type SettingValue, settingOf } from "../office-settings.ts";
import { type CheckedFact, checkedFact, minutesField, nested, type SettingValues, settingValuesOf } from "../rules.ts";

/** The settings as a form holds them: a text for each path. Pure. */
export type Draft = Readonly<Record<string, string>>;

export function draftOf(settings: Settings): Draft {
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
  return kind === "phone" ? formatPhone(String(value)) : String(value);
}

/** What would be stored of a text, or what is wrong with it. */
export function checkedText(field: string, text: string): CheckedFact {
  const kind = settingOf(field)?.kind;
  if (kind !== "choice" && kind !== "switch") return checkedFact(field, text);
  return checkedFact(field, text === "unknown" ? null : text === "yes");
}

/** What is stored of a faultless text. The catalogue's own minutes are no wish of the office's. */
export function factOf(field: string, text: string, settings: Settings): SettingValue {
  const checked = checkedText(field, text);
  const value = "value" in checked ? checked.value : text;
  const isCatalogues = settings.catalogue.some(
    ({ code, minutes }) => field === minutesField(code) && value === minutes,
  );
  return isCatalogues ? null : value;
}

export const valuesOf = (draft: Draft, settings: Settings): SettingValues =>
  Object.fromEntries(Object.entries(draft).map(([field, text]) => [field, factOf(field, text, settings)]));

export const only = (draft: Draft, fields: readonly string[]): Draft =>
  Object.fromEntries(fields.map((field) => [field, draft[field] ?? ""]));

/** Paths as the nested merge patch that the server takes. */
export const requestOf = (values: SettingValues): SettingsRequest => nested(values);
