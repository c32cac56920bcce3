import { formatPhone } from "../../web/dates.ts";
import type { Settings, SettingsRequest } from "../contract.ts";
import { checkedFact, type Facts, type FactValue, factsOf, minutesField } from "../rules.ts";

/** The settings as a form holds them: a text for each path. Pure. */
export type Draft = Readonly<Record<string, string>>;

export const ACCESS_FACTS = ["stepFreeEntrance", "lift", "accessibleWc", "disabledParking"] as const;

export function draftOf(settings: Settings): Draft {
  const facts = factsOf(settings);
  const texts = Object.entries(facts).map(([field, value]) => [field, textOf(field, value)]);
  const minutes = settings.catalogue.map(({ code, minutes }) => [
    minutesField(code),
    String(settings.services[code]?.minutes ?? minutes),
  ]);
  return { ...Object.fromEntries(texts), ...Object.fromEntries(minutes) };
}

function textOf(field: string, value: FactValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return isChoice(field) ? "unknown" : "";
  return field === "phone" ? formatPhone(String(value)) : String(value);
}

const isChoice = (field: string): boolean => ACCESS_FACTS.some((fact) => field === `access.${fact}`);
const isSwitch = (field: string): boolean => field.endsWith(".offered");

/** What is stored of a faultless text. The catalogue's own minutes are no wish of the office's. */
export function factOf(field: string, text: string, settings: Settings): FactValue {
  if (isChoice(field) || isSwitch(field)) return text === "unknown" ? null : text === "yes";
  const checked = checkedFact(field, text);
  const value = "value" in checked ? checked.value : text;
  const isCatalogues = settings.catalogue.some(
    ({ code, minutes }) => field === minutesField(code) && value === minutes,
  );
  return isCatalogues ? null : value;
}

export const valuesOf = (draft: Draft, settings: Settings): Facts =>
  Object.fromEntries(Object.entries(draft).map(([field, text]) => [field, factOf(field, text, settings)]));

export const only = (draft: Draft, fields: readonly string[]): Draft =>
  Object.fromEntries(fields.map((field) => [field, draft[field] ?? ""]));

/** Paths as the nested merge patch that the server takes. */
export function requestOf(values: Facts): SettingsRequest {
  const request: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(values)) {
    const names = field.split(".");
    const last = names.pop() as string;
    const parent = names.reduce<Record<string, unknown>>((at, name) => {
      at[name] ??= {};
      return at[name] as Record<string, unknown>;
    }, request);
    parent[last] = value;
  }
  return request as SettingsRequest;
}
