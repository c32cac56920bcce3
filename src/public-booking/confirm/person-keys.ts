import { createHash } from "node:crypto";
import { mailboxOf } from "./mailbox.ts";

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
