import { placeForCitizen } from "../appointments/history/word-to-citizen.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { planMails } from "../outbox/plan.ts";
import type { NewMail } from "../outbox/planned.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { ConcernedVisit } from "./affected.ts";
import { type Notification, notificationOf, placeShown } from "./draft-proposal.ts";
import type { Decided } from "./match.ts";
import { type NewCall, planCalls, type Unnotified, unnotifiedOf } from "./notify-sql.ts";
import type { CausedAct } from "./rule-change.ts";

/** Plans the messages and the calls. @returns for each how the citizen learns of it */
export async function notifyAll(
  tx: Tx,
  office: AdministeredOffice,
  decided: readonly Decided[],
  act: CausedAct,
): Promise<Notification[]> {
  const ids = decided.map(({ standing: { row } }) => row.id);
  const untold = await unnotifiedOf(tx, office.id, ids);
  const plans = decided.map((one) => planFor(one, untold.get(one.standing.row.id) ?? null));
  const mails = plans.flatMap(({ mail }) => mail ?? []);
  const calls = plans.flatMap(({ call }) => call ?? []);
  await planMails(tx, office.id, mails, act);
  await planCalls(tx, office.id, calls, act);
  return plans.map(({ notice }) => notice);
}

interface Plan {
  readonly notice: Notification;
  readonly mail?: NewMail;
  readonly call?: NewCall;
}

/**
 * The message or the call, once for all that the citizen was not told yet: from what is known to the newest place. On
 * the list stands also whom nothing reaches, for somebody to think of a way. Pure.
 */
function planFor({ visit, standing: { row }, act, place }: Decided, untold: Unnotified | null): Plan {
  if (act === "keep") return { notice: "none" };
  const was = untold?.was ?? placeForCitizen(row);
  if (!place) return { notice: notificationOf(visit, null), call: { id: row.id, was, why: "kept" } };
  const to = placeShown(place);
  const isOnCallList = untold?.mail === null;
  if (isOnCallList && notificationOf(visit, place) === "none") return { notice: "none" };
  const replaces = untold?.mail ?? null;
  const notice = was.date === to.date && was.time === to.time ? "none" : wayTo(visit);
  const state = notice === "email" ? "planned" : "withdrawn";
  return {
    notice,
    ...((notice === "email" || replaces !== null) && {
      mail: { id: row.id, kind: "moved", email: row.email, place: [was, to], replaces, state },
    }),
    ...((notice === "call" || notice === "impossible") && { call: { id: row.id, was, why: "moved" } }),
  };
}

const wayTo = (visit: ConcernedVisit): Notification => (visit.hasEmail ? "email" : notificationOf(visit, null));
