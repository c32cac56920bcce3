import { randomUUIDv7 } from "node:crypto";
import {
  lastLiveDate,
  outdatedDecisions,
  type UpcomingAppointment,
  upcomingVisits,
} from "../appointments/many/concerned.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { Facts } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { dateOf, dateOfMinute } from "../platform/time.ts";
import { type ConcernedVisit, leftOver } from "./affected.ts";
import type { Changed, Decision, WorkList } from "./contract.ts";
import { decide } from "./decide.ts";
import { type DraftProposal, draftProposal, proposalOf, visitOf } from "./draft-proposal.ts";
import type { FactsOfDates } from "./places.ts";
import { REPLACEMENT_DAYS } from "./propose.ts";
import { earlierMinutesOf } from "./rules-sql.ts";

/** Appointments in time that the ministry has closed, until their office's head decides (invariant 2), each with a proposal. */
export function workListOf(stock: Stock, office: AdministeredOffice, now: Temporal.Instant): WorkList {
  const draft = draftFrom(stock, now);
  return { ...proposalOf(office, draft), closings: closingsOf(stock.facts, draft.concerned) };
}

/** How many wait for a decision: no place is looked for, and nobody's name is read out. */
export async function workListCount(tx: Read, office: AdministeredOffice, now: Temporal.Instant): Promise<number> {
  const stock = await stockOf(tx, office, now);
  return undecidedIn(stock, stock.standing.map(visitOf)).length;
}

/** As many of them as the head has decided about; the others stay on the list. */
export async function settleWorkList(
  tx: Tx,
  office: AdministeredOffice,
  decisions: readonly Decision[],
  now: Temporal.Instant,
): Promise<Changed> {
  await lockOffice(tx, office.id);
  const all = draftFrom(await stockOf(tx, office, now), now);
  const decided = new Set(decisions.map(({ id }) => id));
  const asked: DraftProposal = {
    ...all,
    concerned: all.concerned.filter(({ id }) => decided.has(id)),
    proposed: () => all.proposed().filter(({ visit }) => decided.has(visit.id)),
  };
  const id = randomUUIDv7();
  const outcome = await decide(tx, office, asked, { decisions, at: now, cause: id });
  const act = "work-list-settled";
  await record(tx, office, { id, act, details: { changes: [], ...outcome } }, now);
  announceRules(tx, office.id);
  return { change: id, act, ...outcome };
}

/** Everything booked from today on, and the rules it stands under. */
export interface Stock extends FactsOfDates {
  readonly standing: readonly UpcomingAppointment[];
  readonly earlierMinutes: number;
  /** Kept when the ministry had not closed their time yet */
  readonly keptBefore: ReadonlySet<string>;
}

export async function stockOf(tx: Read, office: AdministeredOffice, now: Temporal.Instant): Promise<Stock> {
  const today = dateOf(now);
  const last = (await lastLiveDate(tx, office)) ?? today;
  const end = Temporal.PlainDate.compare(last, today) < 0 ? today : last;
  const horizon = end.add({ days: REPLACEMENT_DAYS });
  const facts = await factsOfOffice(tx, office, today, horizon);
  const { appointments: standing } = await upcomingVisits(tx, office, { first: today, last: end }, now);
  const keptBefore = await outdatedDecisions(tx, office, now);
  const earlierMinutes = await earlierMinutesOf(tx, office.id);
  return { facts, first: today, last: horizon, standing, keptBefore, earlierMinutes };
}

const draftFrom = (stock: Stock, now: Temporal.Instant): DraftProposal =>
  draftProposal(stock, stock.standing, (visits) => undecidedIn(stock, visits), now);

const undecidedIn = ({ facts, keptBefore }: Stock, visits: readonly ConcernedVisit[]): ConcernedVisit[] =>
  leftOver(
    facts,
    visits.map((visit) => (keptBefore.has(visit.id) ? { ...visit, isKept: false } : visit)),
  );

/** Each day's closing once, in the words of the ministry or the head. */
function closingsOf({ closed }: Facts, visits: readonly ConcernedVisit[]): WorkList["closings"] {
  const closings = visits.flatMap((visit) =>
    closed
      .filter((part) => (part.queue === null || part.queue === visit.queue) && overlaps(part, visit))
      .map(({ kind, reason, reasonEn }) => ({
        date: dateOfMinute(visit.from).toString(),
        kind,
        reason,
        ...(reasonEn && { reasonEn }),
      })),
  );
  return [...new Map(closings.map((one) => [JSON.stringify(one), one])).values()];
}
