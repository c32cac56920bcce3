import { randomUUIDv7 } from "node:crypto";
import { lastLiveDate, standingOf } from "../appointments/concerned.ts";
import { factsOfOffice } from "../appointments/facts.ts";
import { lockOffice } from "../appointments/locks.ts";
import { record } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import { leftOver } from "./affected.ts";
import type { Changed, Decision, Proposal } from "./contract.ts";
import { decide } from "./decide.ts";
import { type DrawnUp, drawUp, proposalOf } from "./draw-up.ts";
import { DAYS_AHEAD } from "./propose.ts";

/** Appointments in time that the ministry has closed, until their office's head decides (invariant 2), each with a proposal. */
export async function workListOf(tx: Read, office: AdministeredOffice, now: Temporal.Instant): Promise<Proposal> {
  return proposalOf(office, await drawnUp(tx, office, now));
}

/** As many of them as she has decided about; the others stay on the list. */
export async function settle(
  tx: Tx,
  office: AdministeredOffice,
  decisions: readonly Decision[],
  now: Temporal.Instant,
): Promise<Changed> {
  await lockOffice(tx, office.id);
  const all = await drawnUp(tx, office, now);
  const decided = new Set(decisions.map(({ id }) => id));
  const asked = { ...all, proposed: all.proposed.filter(({ visit }) => decided.has(visit.id)) };
  const id = randomUUIDv7();
  const outcome = await decide(tx, office, asked, decisions, now, id);
  await record(tx, office, "work-list-settled", { changes: [], ...outcome }, now, id);
  return { change: id, ...outcome };
}

async function drawnUp(tx: Read, office: AdministeredOffice, now: Temporal.Instant): Promise<DrawnUp> {
  const today = dateOf(now);
  const last = (await lastLiveDate(tx, office)) ?? today;
  const end = Temporal.PlainDate.compare(last, today) < 0 ? today : last;
  const facts = await factsOfOffice(tx, office, today, end.add({ days: DAYS_AHEAD }));
  const standing = await standingOf(tx, office, today, end, now);
  return drawUp(facts, standing, (visits) => leftOver(facts, visits), now);
}
