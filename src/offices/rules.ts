import type { FieldError } from "../platform/refusal.ts";
import type { Settings, SettingsRequest } from "./contract.ts";
import { SETTING_NAMES, SETTINGS, settingOf } from "./office-settings.ts";
import type { Setting, SettingValue } from "./setting/setting.ts";

/** What an office may say of itself. Pure; the same answers for the form and the API. */

/** Everything that can be changed, by its path: `phone`, `access.notes`, `services.copies.minutes` */
export type SettingValues = Readonly<Record<string, SettingValue>>;

export const offeredField = (service: string): string => `services.${service}.offered`;
export const minutesField = (service: string): string => `services.${service}.minutes`;

export function settingValuesOf({ services, ...rest }: Settings): SettingValues {
  const own = SETTING_NAMES.map((name) => [name, memberAt(rest, name)]);
  return { ...Object.fromEntries(own), ...flat({ services }) };
}

const memberAt = (value: object, path: string): unknown =>
  path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], value);

/** What a merge patch asks for, by path. */
export function wishedFacts({ services, ...rest }: SettingsRequest): SettingValues {
  const asCatalogue = { offered: true, minutes: null };
  const wished = Object.entries(services ?? {}).map(([code, wish]) => [code, wish ?? asCatalogue]);
  return flat({ ...rest, services: Object.fromEntries(wished) });
}

function flat(value: object, prefix = ""): SettingValues {
  const parts = Object.entries(value).map(([name, member]) => {
    if (member === undefined) return {};
    return typeof member === "object" && member !== null
      ? flat(member, `${prefix}${name}.`)
      : { [prefix + name]: member };
  });
  return Object.assign({}, ...parts);
}

/** Paths as the object that they lead through. */
export function nested(facts: SettingValues): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(facts)) {
    const names = path.split(".");
    const last = names.pop() as string;
    const parent = names.reduce<Record<string, unknown>>((at, name) => {
      at[name] ??= {};
      return at[name] as Record<string, unknown>;
    }, whole);
    parent[last] = value;
  }
  return whole;
}

/** What is stored of an office's settings, or a part of it, by column. */
export type StoredRow = Readonly<Record<string, SettingValue>>;

const ROWS: readonly Setting[] = SETTING_NAMES.map((name) => SETTINGS[name]);
/** Of `office` */
export const PUBLISHED_COLUMNS: readonly string[] = ROWS.filter((one) => one.isPublished).map(({ column }) => column);
/** Of `office_settings` */
export const OWN_COLUMNS: readonly string[] = ROWS.filter((one) => !one.isPublished).map(({ column }) => column);

export const factsIn = (row: StoredRow): SettingValues =>
  Object.fromEntries(SETTING_NAMES.map((name) => [name, row[SETTINGS[name].column] ?? null]));

export const settingsRow = (facts: SettingValues): StoredRow =>
  Object.fromEntries(SETTING_NAMES.map((name) => [SETTINGS[name].column, facts[name] ?? null]));

export type CheckedFact = { readonly value: SettingValue } | { readonly error: FieldError };

/** What is stored of a value, tidied, blank as null; or what is wrong with it. */
export function checkedFact(field: string, value: SettingValue): CheckedFact {
  const setting = settingOf(field);
  if (!setting) throw new Error(`There is no setting ${field}.`);
  if (isBlank(value) && setting.fallback === null) return { value: null };
  const checked = setting.rule(value);
  if ("value" in checked) return checked;
  return { error: { field, code: checked.fault, ...(checked.values && { values: checked.values }) } };
}

const isBlank = (value: SettingValue): boolean => value === null || (typeof value === "string" && value.trim() === "");

/** An office that offers nothing could book nothing. */
export const offersNothing = (facts: SettingValues): boolean =>
  !Object.entries(facts).some(([field, value]) => field.endsWith(".offered") && value === true);

/** Field → [before, after], of what differs. */
export function changedSettings(
  before: SettingValues,
  after: SettingValues,
): Record<string, [SettingValue, SettingValue]> {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, [before[field] ?? null, after[field] ?? null]]));
}
