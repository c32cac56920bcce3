import { randomUUIDv7 } from "node:crypto";
import { recordNationally } from "../audit/record.ts";
import type { MinistryStaff } from "../identity/ministry-access.ts";
import { announceRuling } from "../live/announce.ts";
import type { AcrossOffices, Tx } from "../platform/database/sql.ts";
import type { MinistryAct, Ruled, Sweep } from "./contract.ts";
import type { Extent } from "./extent.ts";
import { insertSweep, progressOf } from "./sweep-sql.ts";

/** Begins to take a ruling to the offices; it holds already when this transaction commits. */
export async function beginSweep(tx: Tx, extent: Extent, now: Temporal.Instant): Promise<string> {
  const id = randomUUIDv7();
  await insertSweep(tx, id, extent, now);
  announceRuling(tx);
  return id;
}

/** Records what was ruled, and answers how far it has come. */
export async function ruled(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { act, id, sweep, details }: { act: MinistryAct; id: string; sweep: string; details: object },
  now: Temporal.Instant,
): Promise<Ruled> {
  await recordNationally(tx, ministry, { act, details: { id, ...details } }, now);
  return { id, sweep: (await progressOf(tx, [sweep])).get(sweep) as Sweep };
}
