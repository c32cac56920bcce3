import type { FieldError } from "../platform/refusal.ts";
import { hasUnseenCharacters, tidy } from "../platform/text/names.ts";

/** What is typed of a partner. Pure, and browser-safe. */

export const LONGEST_PARTNER_NAME = 80;
export const LONGEST_WEBHOOK_URL = 500;

export function partnerNameErrors(typed: string): FieldError[] {
  const name = tidy(typed);
  if (name === "") return [{ field: "name", code: "field-required" }];
  const values = { max: LONGEST_PARTNER_NAME, length: name.length };
  if (name.length > LONGEST_PARTNER_NAME) return [{ field: "name", code: "field-too-long", values }];
  return hasUnseenCharacters(name) ? [{ field: "name", code: "field-control-characters" }] : [];
}

/** An address that a notice can be sent to: by https, without a name and password in it. Whether it may be reached is another matter. */
export function webhookUrlErrors(typed: string): FieldError[] {
  const text = typed.trim();
  const values = { max: LONGEST_WEBHOOK_URL, length: text.length };
  if (text.length > LONGEST_WEBHOOK_URL) return [{ field: "webhookUrl", code: "field-too-long", values }];
  return isGood(text) ? [] : [{ field: "webhookUrl", code: "webhook-url" }];
}

function isGood(text: string): boolean {
  try {
    const { protocol, username, password, hash } = new URL(text);
    return protocol === "https:" && `${username}${password}${hash}` === "";
  } catch {
    return false;
  }
}
