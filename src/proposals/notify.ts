import { type MovedVisit, placeForCitizen } from "../appointments/history/word-to-citizen.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { planMails, withdrawMails } from "../outbox/plan.ts";
import type { NewMail, VisitPlace } from "../outbox/planned.ts";
import type { Tx } from "../platform/database/sql.ts";
import { localDay, minuteOfDay } from "../platform/time.ts";
import type { ConcernedVisit } from "./affected.ts";
import { noticeFor, placeShown, urgentUntil, wayTo } from "./draft-proposal.ts";
import type { Decided } from "./match.ts";
import { isByCall, isByEmail, type Notification } from "./notice.ts";
import { type NewCall, openWordsOf, planCalls, type Word, withdrawCalls } from "./notify-sql.ts";
import type { CausedAct } from "./rule-change.ts";

/** Plans the messages and the calls. @returns for each how the citizen learns of it */
export async function notifyAll(
  tx: Tx,
  office: AdministeredOffice,
  decided: readonly Decided[],
  act: CausedAct,
): Promise<Notification[]> {
  const ids = decided.map(({ standing: { row } }) => row.id);
  const words = await openWordsOf(tx, office.id, ids);
  const until = urgentUntil(act.at);
  const plans = decided.map((one) => planFor(one, words.get(one.standing.row.id) ?? NOTHING_OPEN, until));
  const mails = plans.flatMap(({ mail }) => mail ?? []);
  const calls = plans.flatMap(({ call }) => call ?? []);
  await planMails(tx, office.id, mails, act);
  await planCalls(tx, office.id, calls, act);
  return plans.map(({ notice }) => notice);
}

/** A clerk has moved it and leaves it to others to tell its citizen, beside the e-mail that is planned where there is one. */
export async function callLater(
  tx: Tx,
  officeId: number,
  { id, was, to }: MovedVisit,
  at: Temporal.Instant,
): Promise<void> {
  const word = (await openWordsOf(tx, officeId, [id])).get(id) ?? NOTHING_OPEN;
  const call = { id, was: saidFrom(knowledgeFrom(word, was), to), why: "moved" } as const;
  await planCalls(tx, officeId, [call], { at, cause: null });
}

/**
 * Nobody is told of what was taken back. Who has read of it is told what is so again, by the same ways.
 * @param standing all that are to come, where they stand again
 */
export async function withdrawNotices(
  tx: Tx,
  office: AdministeredOffice,
  standing: readonly ConcernedVisit[],
  { at, cause }: CausedAct,
): Promise<void> {
  const letters = await withdrawMails(tx, office.id, { at, cause });
  await withdrawCalls(tx, office.id, cause);
  const visits = new Map(standing.map((visit) => [visit.id, visit]));
  const calls = letters.flatMap(({ id, place: [was] }): NewCall[] => {
    const visit = visits.get(id);
    const isCalled = visit && isByCall(wayTo(visit, { visit: { ...visit, from: minuteOf(was) } }, urgentUntil(at)));
    return isCalled ? [{ id, was, why: "moved" }] : [];
  });
  await planCalls(tx, office.id, calls, { at, cause: null });
}

/** Epoch minute */
const minuteOf = ({ date, time }: VisitPlace): number => localDay(Temporal.PlainDate.from(date)).at(minuteOfDay(time));

const NOTHING_OPEN: Word = { planned: null, toCall: null, isLetterSent: false, isAgreed: false };

interface Plan {
  readonly notice: Notification;
  readonly mail?: NewMail;
  readonly call?: NewCall;
}

/**
 * The message, the call or both, once for all that the citizen was not told yet: from what is known to the newest place.
 * On the list stands also whom nothing reaches, for somebody to think of a way. Pure.
 */
function planFor({ visit, standing: { row }, act, place }: Decided, word: Word, until: number): Plan {
  if (act === "keep") return { notice: "none" };
  const known = knowledgeFrom(word, placeForCitizen(row));
  if (!place) return { notice: noticeFor(visit, null, until), call: { id: row.id, was: known.byCall, why: "kept" } };
  const to = placeShown(place);
  const isSameTime = noticeFor(visit, place, until) === "none";
  const replaces = word.planned?.id ?? null;
  if (isSameTime && replaces === null) return { notice: "none" };
  const isKnown = isAt(known.byLetter, to);
  const notice = isKnown ? "none" : wayTo(visit, place, until);
  const state = isByEmail(notice) ? "planned" : "withdrawn";
  // Who was called about just this time, or is to be, is not called anew for a queue.
  const isCalled = isSameTime && (word.toCall !== null || word.isAgreed);
  const was = saidFrom(known, to);
  return {
    notice,
    ...((state === "planned" || replaces !== null) && {
      mail: { id: row.id, kind: "moved", email: row.email, place: [known.byLetter, to], replaces, state },
    }),
    ...((isByCall(notice) || notice === "impossible") && !isCalled && { call: { id: row.id, was, why: "moved" } }),
  };
}

interface Knowledge {
  /** By whoever has read what was sent */
  readonly byLetter: VisitPlace;
  /** By whoever has not: what is said on the telephone is from there */
  readonly byCall: VisitPlace;
}

function knowledgeFrom({ planned, toCall, isLetterSent, isAgreed }: Word, stands: VisitPlace): Knowledge {
  if (isAgreed) return { byLetter: stands, byCall: stands };
  const byLetter = planned?.was ?? (isLetterSent ? null : toCall) ?? stands;
  return { byLetter, byCall: toCall ?? byLetter };
}

/** Where that is the new time itself, a letter has said another one meanwhile. */
const saidFrom = ({ byCall, byLetter }: Knowledge, to: VisitPlace): VisitPlace =>
  isAt(byCall, to) ? byLetter : byCall;

const isAt = (a: VisitPlace, b: VisitPlace): boolean => a.date === b.date && a.time === b.time;
