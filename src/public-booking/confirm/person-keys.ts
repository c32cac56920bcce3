import { createHash } from "node:crypto";

/** By what a person is known again who books online a second time. */
export interface PersonMarks {
  readonly email: string | null;
  readonly afm: string | null;
  readonly phone: string | null;
}

/** Hashes, in an order that is the same for everybody: whoever locks them all waits for nobody in a ring. */
export const personKeys = ({ email, afm, phone }: PersonMarks): Buffer[] =>
  [email && `email ${mailboxOf(email)}`, afm && `afm ${afm}`, phone && `phone ${phone}`]
    .filter((mark) => mark !== null)
    .map((mark) => createHash("sha256").update(mark).digest())
    .sort(Buffer.compare);

const WITHOUT_DOTS = ["gmail.com", "googlemail.com"];

/** One mailbox however its address is spelt: small letters, without what follows a plus, or dots where they say nothing. */
export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const box = local.replace(/\+.*$/, "") || local;
  return WITHOUT_DOTS.includes(domain) ? `${box.replaceAll(".", "")}@gmail.com` : `${box}@${domain}`;
}
