import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { insertEntry } from "./sql.ts";

/** Who did or saw what, in the act's own transaction (invariant 8). */
export async function record(
  tx: Tx,
  office: OperableOffice,
  act: string,
  details: object,
  now: Temporal.Instant,
): Promise<void> {
  await insertEntry(tx, office.id, { id: randomUUIDv7(), at: now, employeeId: office.employeeId, act, details });
}
