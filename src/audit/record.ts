import { randomUUIDv7 } from "node:crypto";
import type { ActingOffice } from "../identity/acting-office.ts";
import { type MinistryStaff, NATION } from "../identity/ministry-access.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { type Ending, endingWith, type Part, type Read, type Tx } from "../platform/database/sql.ts";
import type { AuditAct } from "./acts.ts";
import {
  type Entry,
  entering,
  entriesOf,
  entryOf,
  entrySaying,
  insertEntry,
  type Page,
  type RecordedAct,
  type Saying,
} from "./sql.ts";

/** An act, or a look at what is private. */
export interface Recorded extends Pick<Entry, "act">, Partial<Pick<Entry, "details" | "day" | "appointments">> {
  /** Of an act that is the cause of what the histories of appointments say: it is about these, unless it says otherwise */
  readonly id?: string;
}

/** Who did or saw what, in the act's own transaction (invariant 8). */
export const record = (
  tx: Tx,
  office: Pick<ActingOffice, "id" | "employeeId">,
  recorded: Recorded,
  now: Temporal.Instant,
): Promise<void> => insertEntry(tx, office.id, entryFrom(office.employeeId, recorded, now));

/** The same by the last statement of its transaction: the commit travels with it. */
export const recordLast = (
  tx: Ending,
  office: Pick<ActingOffice, "id" | "employeeId">,
  recorded: Recorded,
  now: Temporal.Instant,
): Promise<void> => insertEntry(endingWith(tx), office.id, entryFrom(office.employeeId, recorded, now));

/** What the program does by itself, such as sending letters. */
export const recordOwnAct = (tx: Tx, officeId: number, recorded: Recorded, now: Temporal.Instant): Promise<void> =>
  insertEntry(tx, officeId, entryFrom(null, recorded, now));

/** What was ruled for all offices, or those of a region. */
export const recordNationally = (
  tx: Tx,
  { employeeId }: MinistryStaff,
  recorded: Recorded,
  now: Temporal.Instant,
): Promise<void> => insertEntry(tx, NATION, entryFrom(employeeId, recorded, now));

/** An act on one appointment, as a query of the statement that does it. */
export const recordingOf = (
  officeId: number,
  { act, at, employeeId, appointment }: Pick<Entry, "act" | "at" | "employeeId"> & { readonly appointment: string },
  source: Part,
): Part => entering(officeId, entryFrom(employeeId, { act, appointments: [appointment] }, at), source);

const entryFrom = (
  employeeId: number | null,
  { id, act, details = {}, appointments, day = null }: Recorded,
  at: Temporal.Instant,
): Entry => ({
  id: id ?? randomUUIDv7(),
  at,
  employeeId,
  act,
  details,
  appointments: appointments ?? (id === undefined ? null : { cause: id }),
  day,
});

/** The entries of these acts, the latest first. */
export const lastActs = <Act extends AuditAct>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  page: Page,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, office.id, acts, page);

/** One of these acts by its id; null: there is none. */
export const recordedAct = <Act extends AuditAct>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  id: string,
): Promise<RecordedAct<Act> | null> => entryOf(tx, office.id, acts, id);

/** The details of an act that says so, since a time; null: there is none. */
export const recordedSaying = async (
  tx: Read,
  office: OperableOffice,
  saying: Saying,
): Promise<RecordedAct<string>["details"] | null> => (await entrySaying(tx, office.id, saying))?.details ?? null;

/** What the ministry did in one office, with its reason: for that office to see. The transaction is in its scope. */
export const recordInOffice = (
  tx: Tx,
  { employeeId }: MinistryStaff,
  officeId: number,
  { at, ...recorded }: Recorded & Pick<Entry, "at">,
): Promise<void> => insertEntry(tx, officeId, entryFrom(employeeId, recorded, at));

/** The latest first. */
export const lastNationalActs = <Act extends AuditAct>(
  tx: Read,
  _ministry: MinistryStaff,
  acts: readonly Act[],
  page: Page,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, NATION, acts, page);
