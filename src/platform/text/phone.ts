import { ParseError, parsePhoneNumberWithError } from "libphonenumber-js/max";

export type Phone =
  | { readonly e164: string }
  | { readonly error: "phone-too-short"; readonly missing: number }
  | { readonly error: "phone-invalid" };

const GREEK_LENGTH = 10;

/** E.164 of a Greek number in any spacing, or of a foreign one that starts with + or 00. */
export function normalizePhone(text: string): Phone {
  const typed = text.trim().replace(/^00/, "+");
  const missing = GREEK_LENGTH - typed.replace(/[\s.\-/()]/g, "").length;
  if (/^[26][\d\s.\-/()]*$/.test(typed) && missing > 0) return { error: "phone-too-short", missing };
  if (!/^\+?[\d\s.\-/()\u00a0]+$/.test(typed)) return { error: "phone-invalid" };
  try {
    const number = parsePhoneNumberWithError(typed, "GR");
    return number.isValid() ? { e164: number.number } : { error: "phone-invalid" };
  } catch (error) {
    if (error instanceof ParseError) return { error: "phone-invalid" };
    throw error;
  }
}
