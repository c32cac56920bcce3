import { takeBackCaughtUp } from "../appointments/paper/take-back.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { record, recordedAct, recordedSaying } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { CatchUpUndone } from "./contract.ts";

/**
 * All that one catching up did, taken back together but for appointments with which something was done since. Asked again
 * it answers what it has done.
 * @throws Refusal 404
 */
export async function undoCatchUp(
  tx: Tx,
  office: OperableOffice,
  id: string,
  now: Temporal.Instant,
): Promise<CatchUpUndone> {
  const entry = await recordedAct(tx, office, ["caught-up"], id);
  if (!entry) throw new Refusal(404, "catch-up-not-found");
  await lockDays(tx, office.id, Temporal.PlainDate.from(String(entry.details.date)));
  const saying = { act: "catch-up-undone" as const, said: { undoes: id }, since: entry.at };
  const done = await recordedSaying(tx, office, saying);
  if (done) return { id, restored: Number(done.restored), staying: done.staying as string[] };
  const { restored, staying } = await takeBackCaughtUp(tx, office, id, now);
  const details = { undoes: id, restored: restored.length, staying: [...staying] };
  await record(tx, office, { act: "catch-up-undone", details, appointments: { cause: id } }, now);
  return { id, restored: restored.length, staying: details.staying };
}
