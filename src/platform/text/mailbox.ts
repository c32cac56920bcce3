import { createHash } from "node:crypto";

/** One mailbox however its address is spelt, by what its provider does with spellings. Pure. */

interface Provider {
  /** The domains of one mailbox, the first of which stands for all */
  readonly domains: readonly string[];
  /** Characters of a name that say nothing */
  readonly ignored?: RegExp;
  /** Behind this nothing tells mailboxes apart, beside the plus of nearly everybody */
  readonly aliasAfter?: string;
  /** anything@name.domain is name@domain */
  readonly hasSubdomains?: boolean;
}

/** As the providers themselves describe them (November 2026): a spelling that is not here counts as a mailbox of its own. */
const PROVIDERS: readonly Provider[] = [
  { domains: ["gmail.com", "googlemail.com"], ignored: /\./g },
  { domains: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"], ignored: /[._-]/g },
  { domains: ["icloud.com", "me.com", "mac.com"] },
  { domains: ["yandex.ru", "ya.ru", "yandex.com", "yandex.by", "yandex.kz"], ignored: /[.-]/g },
  // A Yahoo name has no hyphen: what follows one is a keyword of its owner's.
  ...["yahoo.com", "yahoo.gr", "yahoo.co.uk", "ymail.com"].map((domain) => ({ domains: [domain], aliasAfter: "-" })),
  { domains: ["fastmail.com", "fastmail.fm"], hasSubdomains: true },
];

/** By which a mailbox is known again: a hash. */
export const mailboxKey = (email: string): Buffer =>
  createHash("sha256")
    .update(`email ${mailboxOf(email)}`)
    .digest();

export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const provider = PROVIDERS.find((each) => each.domains.some((own) => isOf(domain, own, each)));
  const [first = domain] = provider?.domains ?? [];
  const name = provider?.hasSubdomains && !provider.domains.includes(domain) ? (domain.split(".")[0] ?? "") : local;
  const { ignored, aliasAfter } = provider ?? {};
  const box = before(before(name, "+"), aliasAfter);
  return `${(ignored && box.replaceAll(ignored, "")) || box}@${first}`;
}

const isOf = (domain: string, own: string, { hasSubdomains = false }: Provider): boolean =>
  domain === own || (hasSubdomains && domain.endsWith(`.${own}`));

/** The whole where nothing would be left. */
const before = (name: string, mark: string | undefined): string => (mark && name.split(mark)[0]) || name;
