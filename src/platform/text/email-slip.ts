import { editDistance } from "./edit-distance.ts";
import { domainOf } from "./email.ts";

/**
 * Where a hand slips in the domain of an e-mail: «gmial.com», «gmail.gr». Only a question to whoever types, for the domain may
 * well be somebody's. Pure.
 */

/** Those of most citizens, the most frequent first */
const MEANT = [
  "gmail.com",
  "hotmail.com",
  "yahoo.gr",
  "yahoo.com",
  "hotmail.gr",
  "outlook.com",
  "icloud.com",
  "windowslive.com",
  "otenet.gr",
  "forthnet.gr",
  "googlemail.com",
  "protonmail.com",
];
/** Others that there are, near enough to look like a slip */
const ALSO_THERE = ["mail.com", "email.com", "ymail.com", "mail.gr", "outlook.com.gr", "live.com", "me.com", "gmx.com"];
const WORLDWIDE = /^(yahoo|hotmail|outlook|live)\.(de|fr|it|es|nl|be|at|ca|co\.uk|com\.au)$/;
const MOST_SLIPS = 2;

/** The address as it was probably meant; null where nothing looks like a slip. */
export function emailMeant(typed: string): string | null {
  const at = typed.lastIndexOf("@");
  const domain = typedDomain(typed);
  if (at < 1 || !domain.includes(".") || isPublicMailDomain(domain)) return null;
  const [nearest] = MEANT.map((meant) => ({ meant, slips: slipsBetween(domain, meant) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  return nearest ? `${typed.slice(0, at).trim()}@${nearest.meant}` : null;
}

/** The same however a hand has written it */
export const typedDomain = (typed: string): string => domainOf(typed).trim().toLowerCase();

/** Everybody can have a mailbox there. */
export const isPublicMailDomain = (domain: string): boolean =>
  MEANT.includes(domain) || ALSO_THERE.includes(domain) || WORLDWIDE.test(domain);

/** A whole ending that is wrong is one slip: «gmail.gr». */
const slipsBetween = (domain: string, meant: string): number =>
  nameOf(domain) === nameOf(meant) ? 1 : editDistance(domain, meant);

const nameOf = (domain: string): string => domain.slice(0, domain.indexOf("."));
