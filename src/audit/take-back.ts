import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { AuditAct } from "./acts.ts";
import { record, recordedAct, recordedSaying } from "./record.ts";
import type { RecordedAct } from "./sql.ts";

interface TakingBack<Act extends AuditAct, Done extends object> {
  readonly id: string;
  readonly act: Act;
  readonly undoing: AuditAct;
  /** Of the refusal where there is no such act */
  readonly unknown: string;
  /** Held from then on by whoever takes it back */
  lock(entry: RecordedAct<Act>): Promise<void>;
  takeBack(): Promise<Done>;
}

/**
 * An act that is the cause of many others, taken back with all of them. Asked again it answers what it has done.
 * @throws Refusal 404
 */
export async function takeBackOnce<Act extends AuditAct, Done extends object>(
  tx: Tx,
  office: OperableOffice,
  { id, act, undoing, unknown, lock, takeBack }: TakingBack<Act, Done>,
  now: Temporal.Instant,
): Promise<Done> {
  const entry = await recordedAct(tx, office, [act], id);
  if (!entry) throw new Refusal(404, unknown);
  await lock(entry);
  const done = await recordedSaying(tx, office, { act: undoing, said: { undoes: id }, since: entry.at });
  if (done) return done as Done;
  const outcome = await takeBack();
  await record(tx, office, { act: undoing, details: { undoes: id, ...outcome }, appointments: { cause: id } }, now);
  return outcome;
}
