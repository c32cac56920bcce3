import { createHash } from "node:crypto";
import { mailboxKey } from "../../platform/text/mailbox.ts";
import type { Identity } from "../form/identity.ts";

/** By what a person is known again who books online a second time. */
export interface PersonMarks {
  readonly email: string | null;
  /** Of whoever was identified, or of their names */
  readonly identity: Buffer | null;
  readonly phone: string | null;
}

/** Hashes, in an order that is the same for everybody: whoever locks them all waits for nobody in a ring. */
export const personKeys = ({ email, identity, phone }: PersonMarks): Buffer[] =>
  [email ? mailboxKey(email) : null, identity, phone ? keyOf(`phone ${phone}`) : null]
    .filter((key) => key !== null)
    .sort(Buffer.compare);

/**
 * By which somebody is found who was identified, a person or a company: the same next time. Null: a wallet that showed no
 * number has only names, which others have too (docs/decisions/0089).
 */
export function identityMark(identity: Identity | null): Buffer | null {
  if (!identity) return null;
  if (identity.by === undefined) return keyOf(`afm ${identity.afm}`);
  return identity.mark === null ? null : Buffer.from(identity.mark, "base64url");
}

/**
 * Of whoever has names alone: so many visits of these names stand at once, whatever e-mail is typed beside them; a letter's link
 * confirms all others, so that nobody is refused for a namesake. Null: they have a mark, or were not identified.
 */
export function namesMark(identity: Identity | null): Buffer | null {
  if (identity?.by !== "wallet" || identity.mark !== null) return null;
  const { country, lastName, firstName } = identity;
  return keyOf(`names ${JSON.stringify([country, lastName, firstName])}`);
}

/** Of a wallet's administrative number, which is one person's in its country. Never the same as a tax number's. */
export const numberMark = (country: string, number: string): Buffer => keyOf(`pan ${country} ${number}`);

const keyOf = (mark: string): Buffer => createHash("sha256").update(mark).digest();
