import { randomInt } from "node:crypto";
import type { Tx } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";
import { hasPlace, isConfirmed } from "../statuses.ts";
import { nextMorning } from "./asking-hours.ts";
import { insertFreed } from "./freed-sql.ts";

/** A place in its queue. */
export type GivenUp = Pick<AppointmentRow, "queue" | "starts_at" | "ends_at">;

interface Act {
  readonly before: AppointmentRow;
  readonly after: AppointmentRow;
}

/**
 * Notes the places that are given up before their time is over: citizens are offered each some minutes later, by chance,
 * while the counter sees it at once. What somebody held without confirming is nobody's loss, and free at once.
 */
export async function noteFreed(tx: Tx, officeId: number, acts: readonly Act[], at: Temporal.Instant): Promise<void> {
  const freed = acts.filter((act) => isFreed(act, at)).map(({ before }) => before);
  await noteGivenUp(tx, officeId, freed, at);
}

/**
 * The same of places that nobody has any more. Whoever wishes for one is asked before citizens see them: what is given up while
 * nobody is asked waits for the morning.
 */
export async function noteGivenUp(
  tx: Tx,
  officeId: number,
  places: readonly GivenUp[],
  at: Temporal.Instant,
): Promise<void> {
  if (places.length === 0) return;
  const freed = places.map(({ queue, starts_at, ends_at }) => ({ queue, starts_at, ends_at, share: randomShare() }));
  await insertFreed(acrossOffices(tx), officeId, freed, { at, morning: nextMorning(at) });
}

function isFreed({ before, after }: Act, at: Temporal.Instant): boolean {
  const had = isConfirmed(before.status) && hasPlace(before.status);
  const isSame =
    before.queue === after.queue && before.starts_at.equals(after.starts_at) && before.ends_at.equals(after.ends_at);
  return had && Temporal.Instant.compare(before.ends_at, at) > 0 && !(hasPlace(after.status) && isSame);
}

/** Of the longest wait: more than none, up to all of it. */
const randomShare = (): number => randomInt(1, 1_001) / 1_000;
