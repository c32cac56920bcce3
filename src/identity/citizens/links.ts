import { createHash } from "node:crypto";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { type CitizensOffice, officeOfCitizen } from "./citizens-office.ts";
import {
  type CalendarLink,
  deleteBrowsersLinks,
  deleteCalendarLinks,
  deleteLinks,
  hasCalendarLink,
  insertCalendarLink,
  insertLinks,
  type LinkRow,
  linkOfToken,
  lockLink,
  pointLink,
} from "./link-sql.ts";

/** A link of a citizen's: whoever has it may do what it is for while its appointment lets it. */
export interface CitizensLink {
  readonly office: CitizensOffice;
  readonly appointmentId: string;
  readonly kind: LinkRow["kind"];
  readonly tokenHash: Buffer;
  /** Of whoever is signed in, from whose list it was opened; null: it came otherwise */
  readonly session: LinkRow["session"];
  /** Whether it was sent there, and nobody else has had it since */
  isAddressedTo(email: string | null): boolean;
}

/** Null: it is none of ours. Whether it is still good is told by the appointment. */
export async function officeOfLink(tx: AcrossOffices, tokenHash: Buffer): Promise<CitizensLink | null> {
  const link = await linkOfToken(tx, tokenHash);
  if (!link) return null;
  const { office, appointment, kind, address, session } = link;
  return {
    office: await officeOfCitizen(tx, office),
    appointmentId: appointment,
    kind,
    tokenHash,
    session,
    isAddressedTo: (email) => sameAddress(address, addressHash(email)),
  };
}

const sameAddress = (a: Buffer | null, b: Buffer | null): boolean => (a && b ? a.equals(b) : a === b);

const addressHash = (email: string | null): Buffer | null =>
  email === null ? null : createHash("sha256").update(email).digest();

/** Nobody else acts by it until the transaction ends: a second press of the same button waits here. */
export const waitForLink = (tx: Tx, { office, tokenHash }: CitizensLink): Promise<void> =>
  lockLink(tx, office.id, tokenHash);

/** A link that confirms goes with its form, to the row that holds its time now. */
export const leadLinkTo = (tx: Tx, { office, tokenHash }: CitizensLink, appointment: string): Promise<void> =>
  pointLink(tx, office.id, tokenHash, appointment);

export interface NewLink {
  readonly appointment: string;
  readonly kind: LinkRow["kind"];
  /** Its address, with another one it is no longer good; null: there is none */
  readonly email: string | null;
  /** A page gives it to its browser; without it, a letter brings it */
  readonly inBrowser?: boolean;
  /** Of whoever is signed in there: it is good no longer than that */
  readonly session?: Buffer | null;
}

/** What pages gave to browsers leads nowhere any more; what letters brought stays good. */
export const endBrowsersLinks = (tx: Tx, officeId: number, appointment: string): Promise<void> =>
  deleteBrowsersLinks(tx, officeId, appointment);

/** Of a wish that has ended, whoever gave them. */
export const endLinks = (tx: Tx, officeId: number, appointment: string): Promise<void> =>
  deleteLinks(tx, officeId, appointment);

/** Whether a calendar may follow the appointment. */
export const isFollowed = (tx: Read, officeId: number, appointment: string): Promise<boolean> =>
  hasCalendarLink(tx, officeId, appointment);

/** No calendar follows it any more. */
export async function endCalendars(tx: Tx, officeId: number, appointment: string): Promise<void> {
  await deleteCalendarLinks(tx, officeId, appointment);
}

/** Calendars follow an appointment into another office: from here they are taken away, and there brought. */
export const takeCalendarLinks = (tx: Tx, officeId: number, appointment: string): Promise<CalendarLink[]> =>
  deleteCalendarLinks(tx, officeId, appointment);

export async function bringCalendarLinks(
  tx: Tx,
  officeId: number,
  appointment: string,
  links: readonly CalendarLink[],
): Promise<void> {
  for (const link of links) await insertCalendarLink(tx, officeId, appointment, link);
}

/** @returns their tokens, which are stored nowhere, in the same order */
export async function makeLinks(
  tx: Tx,
  officeId: number,
  links: readonly NewLink[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (links.length === 0) return [];
  const tokens = links.map(() => newToken());
  const rows = links.map(({ appointment, kind, email, inBrowser = false, session = null }, index) => ({
    appointment,
    kind,
    address: addressHash(email),
    inBrowser,
    session,
    token: hashOfToken(tokens[index]) as Buffer,
  }));
  await insertLinks(tx, officeId, rows, now);
  return tokens;
}
