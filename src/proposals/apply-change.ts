import { randomUUIDv7 } from "node:crypto";
import { lastLiveDate, upcomingVisits } from "../appointments/many/concerned.ts";
import { giveBack } from "../appointments/online/give-back.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { Facts } from "../availability/facts.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf, laterDate } from "../platform/time.ts";
import { affected, type ConcernedVisit } from "./affected.ts";
import type { Changed, Decision } from "./contract.ts";
import { decide } from "./decide.ts";
import { type DraftProposal, draftProposal, visitOf } from "./draft-proposal.ts";
import { REPLACEMENT_DAYS } from "./propose.ts";
import type { RuleChange } from "./rule-change.ts";
import { type ChangedRow, changesBetween } from "./rule-rows.ts";
import { earlierMinutesOf, readRules } from "./rules-sql.ts";
import { requireSound, servedBefore } from "./sound.ts";

const NOTHING_DONE = { moved: 0, kept: 0, emails: 0, calls: 0, withoutPhone: 0 };
const NO_FACTS: Facts = { queues: [], activity: [], hours: [], closed: [], extra: [], taken: [] };

/** The consequences of a change: for `Database.dryRun`, which takes it back. Places are looked for afterwards. */
export async function dryRunOf(
  tx: Tx,
  office: AdministeredOffice,
  changeOf: () => RuleChange | Promise<RuleChange>,
  now: Temporal.Instant,
): Promise<DraftProposal> {
  await lockOffice(tx, office.id);
  return written(tx, office, await changeOf(), now);
}

/** Raises the versions of what the rows belong to, for a head who saw it before has seen another. */
export type CountVersions = (tx: Tx, office: AdministeredOffice, changes: readonly ChangedRow[]) => Promise<void>;

export interface DecidedChange {
  /** Asked once nobody else can change the rules */
  changeOf(): RuleChange | Promise<RuleChange>;
  readonly decisions: readonly Decision[] | undefined;
  readonly countVersions: CountVersions;
}

/**
 * Changes the rules and does with every appointment concerned what was decided, while nobody books in the office.
 * Nothing of it happens (409, with the present proposal) when not just these appointments are concerned any more, in
 * these versions, or a place that was chosen is gone.
 */
export async function applyChange(
  tx: Tx,
  office: AdministeredOffice,
  { changeOf, decisions, countVersions }: DecidedChange,
  now: Temporal.Instant,
): Promise<Changed> {
  await lockOffice(tx, office.id);
  const change = await changeOf();
  const before = await readRules(tx, office.id, now);
  const draft = await written(tx, office, change, now);
  const changes = changesBetween(before, await readRules(tx, office.id, now));
  if (changes.length === 0) return { change: null, act: change.act, ...NOTHING_DONE };
  await countVersions(tx, office, changes);
  const id = randomUUIDv7();
  const outcome = await decide(tx, office, draft, { decisions, at: now, cause: id });
  await record(tx, office, { id, act: change.act, details: { changes, ...outcome } }, now);
  announceRules(tx, office.id);
  return { change: id, act: change.act, ...outcome };
}

/** The new rules stand; what they mean for the appointments there are. */
async function written(
  tx: Tx,
  office: AdministeredOffice,
  change: RuleChange,
  now: Temporal.Instant,
): Promise<DraftProposal> {
  const today = dateOf(now);
  const served = await servedBefore(tx, office, now);
  if (!change.span) {
    await change.write(tx);
    await requireSound(tx, office, now, served);
    return draftProposal({ facts: NO_FACTS, first: today, last: today, earlierMinutes: 0 }, [], () => [], now);
  }
  const first = laterDate(change.span.first, today);
  const last = laterDate(change.span.last ?? (await lastLiveDate(tx, office)) ?? today, first);
  const factsBefore = await factsOfOffice(tx, office, first, last);
  await change.write(tx);
  await requireSound(tx, office, now, served);
  const { appointments, holds } = await upcomingVisits(tx, office, { first, last }, now);
  const horizon = last.add({ days: REPLACEMENT_DAYS });
  const facts = await factsOfOffice(tx, office, first, horizon);
  const earlierMinutes = await earlierMinutesOf(tx, office.id);
  const after = { facts, first, last: horizon, earlierMinutes };
  const closed = (visits: readonly ConcernedVisit[]) => affected(factsBefore, facts, visits);
  // Nobody decides about what a citizen is still filling in: the time is given back, and others are offered.
  await giveBack(tx, office.id, idsOf(closed(holds.map(visitOf))), now);
  return draftProposal(after, appointments, closed, now);
}

const idsOf = (visits: readonly ConcernedVisit[]): string[] => visits.map(({ id }) => id);
