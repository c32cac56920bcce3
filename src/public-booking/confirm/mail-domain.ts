import { createHash } from "node:crypto";
import { disposableEmailBlocklistSet } from "disposable-email-domains-js";
import { isPublicMailDomain, typedDomain } from "../../platform/text/email-slip.ts";

/** What the domain of an e-mail says of whoever gives it, where the link sent there is all that shows who asks. Pure. */

const temporary = disposableEmailBlocklistSet();

/** Of a service that gives mailboxes away for minutes: no change of an appointment would arrive. */
export function isTemporary(email: string): boolean {
  const parts = typedDomain(email).split(".");
  return parts.some((_part, index) => temporary.has(parts.slice(index).join(".")));
}

/** By what visits of its people are known again; null: everybody can have a mailbox there. */
export const domainKey = (email: string): Buffer | null =>
  isPublicMailDomain(typedDomain(email))
    ? null
    : createHash("sha256")
        .update(`domain ${typedDomain(email)}`)
        .digest();
