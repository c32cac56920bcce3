import { lastLiveDate, upcomingAppointments } from "../appointments/many/concerned.ts";
import { undoCaused } from "../appointments/many/undo-caused.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { record, recordedAct, recordedSaying } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { RULE_ACTS } from "../queues/contract.ts";
import { type ChangedRow, stillStands } from "../queues/rule-rows.ts";
import { rulesOf, takeBack } from "../queues/rules-of.ts";
import { requireSound, servedBefore } from "../queues/sound.ts";
import { affected } from "./affected.ts";
import { visitOf } from "./draft-proposal.ts";
import { callsNoted, withdrawNotices } from "./notify-sql.ts";

interface Undone {
  readonly change: string;
  readonly restored: number;
}

/**
 * A change of rules taken back, with all that it did: the rules are as they were, and every appointment is where it was.
 * What was settled of the work list stands on it again. Asked again it answers what it has done.
 * @throws Refusal 404; 409 when anything of it has been changed since, somebody was called, or others came meanwhile
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
  const done = await recordedSaying(tx, office, "rules-undone", { undoes: id }, entry.at);
  if (done) return { change: id, restored: done.restored };
  const changes = entry.details.changes as readonly ChangedRow[];
  const rules = await rulesOf(tx, office, entry.at);
  if (!stillStands(rules, changes) || (await callsNoted(tx, office.id, id))) throw new Refusal(409, "undo-overtaken");
  const today = dateOf(now);
  const lastLive = (await lastLiveDate(tx, office)) ?? today;
  const last = Temporal.PlainDate.compare(lastLive, today) > 0 ? lastLive : today;
  const before = await factsOfOffice(tx, office, today, last);
  const served = await servedBefore(tx, office, now);
  await takeBack(tx, office, changes);
  await requireSound(tx, office, now, served);
  const back = entry.act === "work-list-settled" ? "anywhere" : "open";
  const restored = await undoCaused(tx, office, id, { now, back });
  await withdrawNotices(tx, office.id, id);
  const after = await factsOfOffice(tx, office, today, last);
  const standing = await upcomingAppointments(tx, office, { first: today, last }, now);
  // Who came by the rules that go now would stand in closed time.
  if (affected(before, after, standing.map(visitOf)).length > 0) throw new Refusal(409, "undo-overtaken");
  await record(tx, office, "rules-undone", { undoes: id, restored }, now);
  await announceRules(tx, office.id);
  return { change: id, restored };
}
