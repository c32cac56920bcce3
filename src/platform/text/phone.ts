import { ParseError, type PhoneNumber, parsePhoneNumberWithError } from "libphonenumber-js/max";

export type Phone =
  | { readonly e164: string }
  | { readonly error: "phone-too-short"; readonly missing: number }
  | { readonly error: "phone-invalid" };

const GREEK_LENGTH = 10;

/** E.164 of a Greek number in any spacing, or of a foreign one that starts with + or 00. */
export function normalizePhone(text: string): Phone {
  const read = phoneIn(text);
  return "number" in read ? { e164: read.number.number } : read;
}

/** The same of a number that somebody may be called at: the others are lines of firms, free of charge or dear. */
export function normalizePhoneOfPerson(text: string): Phone | { readonly error: "phone-of-service" } {
  const read = phoneIn(text);
  if (!("number" in read)) return read;
  return LINES_OF_FIRMS.has(read.number.getType() ?? "") ? { error: "phone-of-service" } : { e164: read.number.number };
}

/** 800, 801, 90… */
const LINES_OF_FIRMS: ReadonlySet<string> = new Set(["TOLL_FREE", "SHARED_COST", "PREMIUM_RATE"]);

function phoneIn(text: string): Exclude<Phone, { readonly e164: string }> | { readonly number: PhoneNumber } {
  const typed = plainNumber(text).replace(COUNTRY, "$1").replace(/^00/, "+");
  const missing = GREEK_LENGTH - typed.replace(/[\s.\-/()]/g, "").length;
  if (/^[26][\d\s.\-/()]*$/.test(typed) && missing > 0) return { error: "phone-too-short", missing };
  if (!/^\+?[\d\s.\-/()]+$/.test(typed)) return { error: "phone-invalid" };
  try {
    const number = parsePhoneNumberWithError(typed, "GR");
    return number.isValid() ? { number } : { error: "phone-invalid" };
  } catch (error) {
    if (error instanceof ParseError) return { error: "phone-invalid" };
    throw error;
  }
}

/** «(+30) 694…» */
const COUNTRY = /^\(\s*((?:\+|00)\d{1,3})\s*\)/;

/** As a number is typed: contacts and pages bring marks of direction and hyphens of all kinds with what is copied. */
export const plainNumber = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s/g, " ")
    .trim();
