import { createHash } from "node:crypto";
import { mailboxKey } from "../../platform/text/mailbox.ts";

/** By what a person is known again who books online a second time. */
export interface PersonMarks {
  readonly email: string | null;
  readonly afm: string | null;
  readonly phone: string | null;
}

/** Hashes, in an order that is the same for everybody: whoever locks them all waits for nobody in a ring. */
export const personKeys = ({ email, afm, phone }: PersonMarks): Buffer[] =>
  [email ? mailboxKey(email) : null, afm ? afmKey(afm) : null, phone ? keyOf(`phone ${phone}`) : null]
    .filter((key) => key !== null)
    .sort(Buffer.compare);

/** By which somebody is found who was identified: of a person or of a company. */
export const afmKey = (afm: string): Buffer => keyOf(`afm ${afm}`);

const keyOf = (mark: string): Buffer => createHash("sha256").update(mark).digest();
