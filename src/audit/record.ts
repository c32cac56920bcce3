import { randomUUIDv7 } from "node:crypto";
import { type MinistryStaff, NATION } from "../identity/ministry-access.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import {
  type Entry,
  entriesOf,
  entryOf,
  entrySaying,
  insertEntry,
  type Page,
  type RecordedAct,
  type Saying,
} from "./sql.ts";

/** An act, or a look at what is private, with what there is to say of it; with an id it can be referred to. */
type Recorded = Pick<Entry, "act" | "details"> & Partial<Pick<Entry, "id">>;

/** Who did or saw what, in the act's own transaction (invariant 8). */
export async function record(
  tx: Tx,
  office: OperableOffice,
  { id = randomUUIDv7(), act, details }: Recorded,
  now: Temporal.Instant,
): Promise<void> {
  await insertEntry(tx, office.id, { id, at: now, employeeId: office.employeeId, act, details });
}

/** The entries of these acts, the latest first. */
export const lastActs = <Act extends string>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  page: Page,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, office.id, acts, page);

/** One of these acts by its id; null: there is none. */
export const recordedAct = <Act extends string>(
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

/** What was ruled for all offices, or those of a region. */
export async function recordNationally(
  tx: Tx,
  { employeeId }: MinistryStaff,
  { id = randomUUIDv7(), act, details }: Recorded,
  now: Temporal.Instant,
): Promise<void> {
  await insertEntry(tx, NATION, { id, at: now, employeeId, act, details });
}

/** The latest first. */
export const lastNationalActs = <Act extends string>(
  tx: Read,
  _ministry: MinistryStaff,
  acts: readonly Act[],
  page: Page,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, NATION, acts, page);
