import { createHash } from "node:crypto";

/** One mailbox however its address is spelt, by what its provider does with spellings. Pure. */

interface Provider {
  /** Those of its mailboxes */
  readonly domains: RegExp;
  /** A name is one mailbox at all of them, which this one stands for; without it, at each another */
  readonly same?: string;
  /** Characters of a name that say nothing */
  readonly ignored?: RegExp;
  /** Behind this nothing tells mailboxes apart, beside the plus of nearly everybody */
  readonly aliasAfter?: string;
  /** anything@name.domain is name@domain */
  readonly hasSubdomains?: boolean;
}

/** As the providers themselves describe them (November 2026): a spelling that is not here counts as a mailbox of its own. */
const PROVIDERS: readonly Provider[] = [
  { domains: /^g(oogle)?mail\.com$/, same: "gmail.com", ignored: /\./g },
  { domains: /^(proton\.me|protonmail\.(com|ch)|pm\.me)$/, same: "proton.me", ignored: /[._-]/g },
  { domains: /^(icloud|me|mac)\.com$/, same: "icloud.com" },
  { domains: /^(yandex\.(com\.)?[a-z]{2,3}|ya\.ru|narod\.ru)$/, same: "yandex.ru", ignored: /[.-]/g },
  // A name of Yahoo's, whichever its country, has no hyphen: what follows one is a keyword of its owner's.
  { domains: /^(yahoo\.(com?\.)?[a-z]{2,3}|ymail\.com|rocketmail\.com|aol\.com)$/, aliasAfter: "-" },
  { domains: /^([a-z0-9-]+\.)?fastmail\.(com|fm)$/, same: "fastmail.com", hasSubdomains: true },
];

/** By which a mailbox is known again: a hash. */
export const mailboxKey = (email: string): Buffer =>
  createHash("sha256")
    .update(`email ${mailboxOf(email)}`)
    .digest();

export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const provider = PROVIDERS.find(({ domains }) => domains.test(domain));
  const { same = domain, ignored, aliasAfter, hasSubdomains = false } = provider ?? {};
  const labels = domain.split(".");
  const name = hasSubdomains && labels.length > 2 ? (labels[0] ?? "") : local;
  const box = before(before(name, "+"), aliasAfter);
  return `${(ignored && box.replaceAll(ignored, "")) || box}@${same}`;
}

/** The whole where nothing would be left. */
const before = (name: string, mark: string | undefined): string => (mark && name.split(mark)[0]) || name;
