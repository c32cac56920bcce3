import { randomUUIDv7 } from "node:crypto";
import { type MinistryStaff, NATION } from "../identity/ministry-access.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { entriesOf, entryOf, entrySaying, insertEntry, type RecordedAct } from "./sql.ts";

/** Who did or saw what, in the act's own transaction (invariant 8). */
export async function record(
  tx: Tx,
  office: OperableOffice,
  act: string,
  details: object,
  now: Temporal.Instant,
  id: string = randomUUIDv7(),
): Promise<void> {
  await insertEntry(tx, office.id, { id, at: now, employeeId: office.employeeId, act, details });
}

/** What was recorded of these acts, the latest first; with an id what came before that one. */
export const lastActs = <Act extends string>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  before: string | null,
  limit: number,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, office.id, acts, before, limit);

/** One of these acts by its id; null: there is none. */
export const recordedAct = <Act extends string>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  id: string,
): Promise<RecordedAct<Act> | null> => entryOf(tx, office.id, acts, id);

/** What an act recorded that says so, since a time; null: there is none. */
export const recordedSaying = async (
  tx: Read,
  office: OperableOffice,
  act: string,
  said: object,
  since: Temporal.Instant,
): Promise<RecordedAct<string>["details"] | null> =>
  (await entrySaying(tx, office.id, act, said, since))?.details ?? null;

/** What was ruled for all offices, or those of a region. */
export async function recordNationally(
  tx: Tx,
  { employeeId }: MinistryStaff,
  act: string,
  details: object,
  now: Temporal.Instant,
): Promise<void> {
  await insertEntry(tx, NATION, { id: randomUUIDv7(), at: now, employeeId, act, details });
}

/** The latest first; with an id those that came before that one. */
export const lastNationalActs = <Act extends string>(
  tx: Read,
  _ministry: MinistryStaff,
  acts: readonly Act[],
  before: string | null,
  limit: number,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, NATION, acts, before, limit);
