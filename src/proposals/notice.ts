import type { NOTICES } from "./contract.ts";

/** How a citizen learns that the office gives another time. Pure, browser-safe. */

export type Notification = (typeof NOTICES)[number];

interface Reach {
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
}

/**
 * Of who is to come at another time, or, without a place, at one that is still to be found together.
 * @param isUrgent the old or the new time is less than `URGENT_HOURS` away: then who can be called is called, beside the e-mail
 */
export function noticeOf(
  { hasEmail, hasPhone }: Reach,
  { hasPlace, isUrgent }: { readonly hasPlace: boolean; readonly isUrgent: boolean },
): Notification {
  if (hasPlace && hasEmail) return isUrgent && hasPhone ? "email-and-call" : "email";
  return hasPhone ? "call" : "impossible";
}

export const isByEmail = (notice: string): boolean => notice === "email" || notice === "email-and-call";

/** Somebody telephones. */
export const isByCall = (notice: string): boolean => notice === "call" || notice === "email-and-call";
