import type { FieldError } from "../platform/refusal.ts";
import { email, line, phone, postcode, type Rule, whole } from "./cells.ts";
import type { Settings, SettingsRequest } from "./contract.ts";

/** What an office may say of itself. Pure; the same answers for the form and the API. */

export const MAX_LEAD_MINUTES = 10_080;
export const MAX_EARLIER_MINUTES = 1_440;
export const SHORTEST_SERVICE = 5;
export const LONGEST_SERVICE = 240;

export type FactValue = string | number | boolean | null;
/** Everything that can be changed, by its path: `phone`, `access.notes`, `services.copies.minutes` */
export type Facts = Readonly<Record<string, FactValue>>;

export const offeredField = (service: string): string => `services.${service}.offered`;
export const minutesField = (service: string): string => `services.${service}.minutes`;

export function factsOf({ access, services, ...settings }: Settings): Facts {
  const { phone, email, address, postcode, leadMinutes, earlierMinutes } = settings;
  return { phone, email, address, postcode, leadMinutes, earlierMinutes, ...flat({ access, services }) };
}

/** What a merge patch asks for, by path. */
export function wishedFacts({ services, ...rest }: SettingsRequest): Facts {
  const asCatalogue = { offered: true, minutes: null };
  const wished = Object.entries(services ?? {}).map(([code, wish]) => [code, wish ?? asCatalogue]);
  return flat({ ...rest, services: Object.fromEntries(wished) });
}

function flat(value: object, prefix = ""): Facts {
  const parts = Object.entries(value).map(([name, member]) => {
    if (member === undefined) return {};
    return typeof member === "object" && member !== null
      ? flat(member, `${prefix}${name}.`)
      : { [prefix + name]: member };
  });
  return Object.assign({}, ...parts);
}

const RULES: Readonly<Record<string, Rule<string>>> = {
  phone,
  email,
  postcode,
  address: line(200),
  "access.notes": line(300),
};
/** These always have a value. */
const NUMBERS: Readonly<Record<string, Rule<number>>> = {
  leadMinutes: whole(0, MAX_LEAD_MINUTES),
  earlierMinutes: whole(0, MAX_EARLIER_MINUTES),
};
const serviceMinutes = whole(SHORTEST_SERVICE, LONGEST_SERVICE);
const IS_MINUTES = /^services\..*\.minutes$/;

export type CheckedFact = { readonly value: FactValue } | { readonly error: FieldError };

/** What is stored of a value, tidied, blank as null; or what is wrong with it. */
export function checkedFact(field: string, value: FactValue): CheckedFact {
  const rule = ruleOf(field);
  if (!rule || (isBlank(value) && !(field in NUMBERS))) return { value: isBlank(value) ? null : value };
  const checked = rule(value);
  if ("value" in checked) return checked;
  return { error: { field, code: checked.fault, ...(checked.values && { values: checked.values }) } };
}

function ruleOf(field: string): Rule<FactValue> | undefined {
  return IS_MINUTES.test(field) ? serviceMinutes : (NUMBERS[field] ?? RULES[field]);
}

const isBlank = (value: FactValue): boolean => value === null || (typeof value === "string" && value.trim() === "");

/** An office that offers nothing could book nothing. */
export const offersNothing = (facts: Facts): boolean =>
  !Object.entries(facts).some(([field, value]) => field.endsWith(".offered") && value === true);

/** Field → [before, after], of what differs. */
export function differences(before: Facts, after: Facts): Record<string, [FactValue, FactValue]> {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, [before[field] ?? null, after[field] ?? null]]));
}
