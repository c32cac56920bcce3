import { lockOffice } from "../appointments/place/locks.ts";
import { RULE_ACTS } from "../audit/acts.ts";
import { record, recordedAct, recordedSaying } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { sqlState } from "../platform/database/transaction.ts";
import { Refusal } from "../platform/refusal.ts";
import type { ChangedRow } from "../proposals/rule-rows.ts";
import { takeBackChange } from "../proposals/taken-back.ts";
import { countVersionsAround } from "./existing.ts";
import { namesakeOf } from "./free-name.ts";
import { putBack } from "./put-back-sql.ts";

interface Undone {
  readonly change: string;
  readonly restored: number;
}

/**
 * A change of rules taken back, with all that it did. Asked again it answers what it has done.
 * @throws Refusal 404; 409 when anything of it has been changed since, or others came meanwhile
 */
export async function undoChange(
  tx: Tx,
  office: AdministeredOffice,
  id: string,
  now: Temporal.Instant,
): Promise<Undone> {
  await lockOffice(tx, office.id);
  const entry = await recordedAct(tx, office, RULE_ACTS, id);
  if (!entry || entry.act === "rules-undone") throw new Refusal(404, "change-not-found");
  const done = await recordedSaying(tx, office, { act: "rules-undone", said: { undoes: id }, since: entry.at });
  if (done) return { change: id, restored: done.restored };
  const changes = entry.details.changes as readonly ChangedRow[];
  const made = { id, act: entry.act, at: entry.at, changes, putBack: () => putBackRules(tx, office, changes) };
  const restored = await takeBackChange(tx, office, made, now);
  await record(
    tx,
    office,
    { act: "rules-undone", details: { undoes: id, restored }, appointments: { cause: id } },
    now,
  );
  announceRules(tx, office.id);
  return { change: id, restored };
}

const EXCLUSION_VIOLATION = "23P01";

/** @throws Refusal 409 when a later change has put something else in its place */
async function putBackRules(tx: Tx, office: AdministeredOffice, changes: readonly ChangedRow[]): Promise<void> {
  await putBack(tx, office.id, changes).catch((error) => {
    throw sqlState(error) === EXCLUSION_VIOLATION ? new Refusal(409, "undo-overtaken") : error;
  });
  for (const { table, before, after } of changes) {
    const isCalledAnew = table === "queue" && before && (before.name !== after?.name || after?.is_archived);
    const queue = { number: Number(before?.number), name: String(before?.name) };
    if (isCalledAnew && (await namesakeOf(tx, office, queue))) throw new Refusal(409, "undo-overtaken");
  }
  await countVersionsAround(tx, office, changes);
}
