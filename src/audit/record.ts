import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { entriesOf, insertEntry, type RecordedAct } from "./sql.ts";

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

/** What was recorded of these acts, the latest first. */
export const lastActs = <Act extends string>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  limit: number,
): Promise<RecordedAct<Act>[]> => entriesOf(tx, office.id, acts, null, limit);

/** One of these acts by its id; null: there is none. */
export async function recordedAct<Act extends string>(
  tx: Read,
  office: OperableOffice,
  acts: readonly Act[],
  id: string,
): Promise<RecordedAct<Act> | null> {
  return (await entriesOf(tx, office.id, acts, id, 1))[0] ?? null;
}
