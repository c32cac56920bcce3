import type { FieldError } from "../platform/refusal.ts";
import { normalizeAfm } from "../platform/text/afm.ts";
import { normalizeEmail } from "../platform/text/email.ts";
import {
  hasLetters,
  hasUnseenCharacters,
  hasUnseenCharactersBesidesLines,
  tidy,
  tidyLines,
} from "../platform/text/names.ts";
import { normalizePhone, normalizePhoneOfPerson } from "../platform/text/phone.ts";
import { NEEDS } from "../text/needs.ts";
import type { ChangeRequest } from "./contract.ts";
import { MOST_COMPANIONS, MOST_SERVICES } from "./field/visit-services.ts";

/** The content that a field may have. The same answers for the form, the API and any import. */

export const MAX_NAME = 100;
export const MAX_NOTES = 1000;
export const MAX_REASON = 200;
export const MAX_MATTER = 120;

/** Every fault of what was given, by field; an absent field has none. */
export function fieldErrors(details: ChangeRequest): FieldError[] {
  const { lastName, firstName, business, phone, email, notes, matter } = details;
  return [
    lastName !== undefined && nameError("lastName", lastName, "last-name-required"),
    firstName !== undefined && nameError("firstName", firstName, "first-name-required"),
    details.party === "business" && !business && { field: "business.name", code: "business-name-required" },
    business && nameError("business.name", business.name, "business-name-required"),
    business?.afm && normalizeAfm(business.afm) === null && { field: "business.afm", code: "afm-invalid" },
    phone?.trim() && phoneError(phone),
    email?.trim() && emailError(email),
    notes && textError("notes", notes, MAX_NOTES, hasUnseenCharactersBesidesLines),
    matter && matterError(matter),
    ...severalErrors(details),
  ].filter((error) => typeof error === "object" && error !== null);
}

/** Of those who come along neither name is needed: both, or none. */
function severalErrors({ moreServices = [], companions = [] }: ChangeRequest): FieldError[] {
  return [
    ...tooMany("moreServices", moreServices, MOST_SERVICES - 1),
    ...tooMany("companions", companions, MOST_COMPANIONS),
    ...companions.flatMap(({ lastName = "", firstName = "", services }, index) => {
      const field = `companions.${index}`;
      const isNamed = tidy(lastName + firstName) !== "";
      return [
        ...(services.length === 0 ? [{ field: `${field}.services`, code: "service-required" }] : []),
        ...tooMany(`${field}.services`, services, MOST_SERVICES),
        isNamed && nameError(`${field}.lastName`, lastName, "last-name-required"),
        isNamed && nameError(`${field}.firstName`, firstName, "first-name-required"),
      ].filter((error) => typeof error === "object" && error !== null);
    }),
  ];
}

const tooMany = (field: string, list: readonly unknown[], max: number): FieldError[] =>
  list.length > max ? [{ field, code: "list-too-long", values: { max, count: list.length } }] : [];

const NAMES = ["lastName", "firstName"];

/** The same of a citizen who stands at the counter, whose names may be left out: both of them. */
export function faultsAtCounter(details: ChangeRequest): FieldError[] {
  const { party, lastName = "", firstName = "" } = details;
  const isNameless = party !== "business" && tidy(lastName + firstName) === "";
  return fieldErrors(details).filter(({ field }) => !(isNameless && NAMES.includes(field)));
}

/** A free sentence on one line, such as the reason of a cancellation. */
export const reasonError = (reason: string): FieldError | null =>
  textError("reason", reason, MAX_REASON, hasUnseenCharacters);

/** A line that many read: a mark of HTML would stand in it as it is typed. */
function matterError(text: string): FieldError | null {
  const [found] = /<[^<>\s][^<>]*>/.exec(text) ?? [];
  if (found !== undefined) return { field: "matter", code: "text-markup", values: { found: found.slice(0, 40) } };
  return textError("matter", text, MAX_MATTER, hasUnseenCharacters);
}

function nameError(field: string, name: string, missing: string): FieldError | null {
  if (tidy(name) === "") return { field, code: missing };
  const fault = textError(field, name, MAX_NAME, hasUnseenCharacters);
  return fault ?? (hasLetters(name) ? null : { field, code: "name-without-letters" });
}

function textError(
  field: string,
  text: string,
  max: number,
  isForbidden: (text: string) => boolean,
): FieldError | null {
  const length = [...text].length;
  if (length > max) return { field, code: "field-too-long", values: { max, length } };
  return isForbidden(text) ? { field, code: "field-control-characters" } : null;
}

function phoneError(text: string): FieldError | null {
  const phone = normalizePhoneOfPerson(text);
  if ("e164" in phone) return null;
  return { field: "phone", code: phone.error, ...("missing" in phone && { values: { count: phone.missing } }) };
}

function emailError(text: string): FieldError | null {
  const email = normalizeEmail(text);
  return "email" in email ? null : { field: "email", code: email.error };
}

/** Faultless details as they are stored: tidy names, E.164, small-letter domain; blank is null, absent stays absent. */
export function normalized<Details extends ChangeRequest>(details: Details): Details {
  const { lastName, firstName, business, phone, email, notes, matter, companions, needs } = details;
  return {
    ...details,
    ...(lastName !== undefined && { lastName: tidy(lastName) }),
    ...(firstName !== undefined && { firstName: tidy(firstName) }),
    ...(business && { business: { name: tidy(business.name), afm: business.afm ? normalizeAfm(business.afm) : null } }),
    ...(phone !== undefined && { phone: storedPhone(phone) }),
    ...(email !== undefined && { email: storedEmail(email) }),
    ...(notes !== undefined && { notes: tidyLines(notes ?? "") || null }),
    ...(matter !== undefined && { matter: tidy(matter ?? "") || null }),
    ...(companions !== undefined && {
      companions: companions.map(({ services, ...name }) => ({
        lastName: tidy(name.lastName ?? ""),
        firstName: tidy(name.firstName ?? ""),
        services,
      })),
    }),
    // In the order of the list, each once.
    ...(needs !== undefined && { needs: NEEDS.filter((need) => needs.includes(need)) }),
  };
}

function storedPhone(text: string | null): string | null {
  const phone = normalizePhone(text ?? "");
  return "e164" in phone ? phone.e164 : null;
}

function storedEmail(text: string | null): string | null {
  const email = normalizeEmail(text ?? "");
  return "email" in email ? email.email : null;
}
