import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { AcrossOffices } from "../../platform/database/sql.ts";
import { offsetText } from "../../platform/time.ts";
import { closuresSince, type ListedClosure } from "../closures-sql.ts";
import type { Settling } from "../contract.ts";
import { countUndecided, progressOf } from "../sweep-sql.ts";

/** How far the offices' heads have settled what stood in times that are closed, or will be: the next one first. */
export async function settlingOf(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  now: Temporal.Instant,
): Promise<Settling> {
  const rows = (await closuresSince(tx, now)).reverse();
  const sweeps = await progressOf(
    tx,
    rows.map(({ sweep }) => sweep),
  );
  const closures: Settling["closures"] = [];
  for (const row of rows) {
    const { appointments = 0 } = sweeps.get(row.sweep) ?? {};
    if (appointments > 0) closures.push(await settlingOne(tx, row, appointments));
  }
  return { closures };
}

async function settlingOne(
  tx: AcrossOffices,
  row: ListedClosure,
  found: number,
): Promise<Settling["closures"][number]> {
  const { id, region, reason, starts_at, ends_at, created_at, sweep } = row;
  // What was over by then was not for the closure to settle.
  const from = Temporal.Instant.compare(starts_at, created_at) < 0 ? created_at : starts_at;
  const left = await countUndecided(tx, { region, from, to: ends_at }, sweep);
  return {
    id,
    region,
    reason,
    from: offsetText(starts_at),
    to: offsetText(ends_at),
    createdAt: offsetText(created_at),
    appointments: Math.max(found, left.appointments),
    undecided: left.appointments,
    unreachable: left.unreachable,
    offices: left.concerned,
    untouched: left.untouched,
  };
}
