import { lastLiveDate, upcomingVisits } from "../appointments/many/concerned.ts";
import { undoCaused } from "../appointments/many/undo-caused.ts";
import { giveBack } from "../appointments/online/give-back.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { affected } from "./affected.ts";
import { visitOf } from "./draft-proposal.ts";
import { withdrawNotices } from "./notify.ts";
import { callsNoted } from "./notify-sql.ts";
import type { RuleChange } from "./rule-change.ts";
import { type ChangedRow, stillStands } from "./rule-rows.ts";
import { readRules } from "./rules-sql.ts";
import { requireSound, servedBefore } from "./sound.ts";

interface MadeChange extends Pick<RuleChange, "act"> {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly changes: readonly ChangedRow[];
  /** Writes the rules as they were before it */
  putBack(): Promise<void>;
}

/**
 * Everything that a change of rules did, in an office whose head has it to herself (`lockOffice`): the rules are as they
 * were, and every appointment is where it was. What was settled of the work list stands on it again.
 * @returns how many appointments came back
 * @throws Refusal 409 when anything of it was changed since, a citizen called, or a visit booked by the rules that go
 */
export async function takeBackChange(
  tx: Tx,
  office: AdministeredOffice,
  { id, act, at, changes, putBack }: MadeChange,
  now: Temporal.Instant,
): Promise<number> {
  const rules = await readRules(tx, office.id, at);
  if (!stillStands(rules, changes) || (await callsNoted(tx, office.id, id))) throw new Refusal(409, "undo-overtaken");
  const today = dateOf(now);
  const lastLive = (await lastLiveDate(tx, office)) ?? today;
  const last = Temporal.PlainDate.compare(lastLive, today) > 0 ? lastLive : today;
  const before = await factsOfOffice(tx, office, today, last);
  const served = await servedBefore(tx, office, now);
  await putBack();
  await requireSound(tx, office, now, served);
  const back = act === "work-list-settled" ? "anywhere" : "open";
  const restored = await undoCaused(tx, office, id, { now, back });
  const after = await factsOfOffice(tx, office, today, last);
  const { appointments, holds } = await upcomingVisits(tx, office, { first: today, last }, now);
  // A visit booked by the rules that go now would stand in closed time.
  if (affected(before, after, appointments.map(visitOf)).length > 0) throw new Refusal(409, "undo-overtaken");
  await withdrawNotices(tx, office, appointments.map(visitOf), { at: now, cause: id });
  const closed = affected(before, after, holds.map(visitOf));
  await giveBack(
    tx,
    office.id,
    closed.map(({ id }) => id),
    now,
  );
  return restored;
}
