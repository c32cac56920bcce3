import { recordOwnAct } from "../audit/record.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import { callInstead, callNoMore } from "../proposals/undelivered.ts";
import type { CitizensLanguage } from "../text/languages.ts";
import type { ClaimedLetter } from "./claim.ts";
import type { Envelope } from "./letter/envelope.ts";
import { messageOf } from "./letter/message.ts";
import type { Mailer, Outcome } from "./mailer.ts";
import type { Pace } from "./pace.ts";
import { refusalReason } from "./refusal-reason.ts";
import { bringsLinkOnly } from "./rules.ts";
import { type Settlement, settle } from "./settle-sql.ts";
import type { Sender } from "./visit-sql.ts";

export interface SendDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly pace: Pace;
  readonly from: Envelope["from"];
  /** Where citizens find the platform, without a last slash */
  readonly site: string;
  /** Hears what became of each attempt */
  onSettled?(state: Settlement["state"]): void;
}

/** After it a letter that could not be delivered is given up */
const LONGEST_TRYING = { hours: 48 } as const;
const LONGEST_PAUSE_MINUTES = 240;

/** Sends one letter and writes down what became of it. Whom it can't reach is to be called. */
export async function send(
  { db, clock, mailer, pace, from, site, onSettled }: SendDeps,
  office: { readonly id: number; readonly sender: Sender },
  claimed: ClaimedLetter,
): Promise<Outcome["is"]> {
  const link = claimed.token && linkAddress(site, claimed.token, claimed.letter.visit.language);
  const message = messageOf(claimed.id, { ...claimed.letter, link }, office.sender, { from, at: clock() });
  await pace.turn(message.to);
  const outcome = await mailer.send(message);
  const at = clock();
  const settled = settledBy(outcome, claimed, at);
  await db.write({ office: office.id }, async (tx) => {
    if (!(await settle(tx, office.id, claimed, settled))) return;
    const { kind, visit, was } = claimed.letter;
    const about = { details: { letter: kind }, appointments: [visit.id] };
    const tells = !bringsLinkOnly(kind);
    if (settled.state === "sent") {
      if (tells) await callNoMore(tx, office.id, visit.id);
      await recordOwnAct(tx, office.id, { act: "mail-sent", ...about }, at);
    } else if (settled.state === "refused" || settled.state === "expired") {
      if (tells) await callInstead(tx, office.id, { visit, was }, at);
      await recordOwnAct(tx, office.id, { act: "mail-refused", ...about }, at);
    }
  });
  onSettled?.(settled.state);
  return outcome.is;
}

/** In the language of the letter. */
const linkAddress = (site: string, token: string, language: CitizensLanguage): string =>
  `${site}${language === "el" ? "" : `/${language}`}/link/${token}`;

function settledBy(outcome: Outcome, claimed: ClaimedLetter, at: Temporal.Instant): Settlement {
  if (outcome.is === "sent") return { state: "sent", dueAt: at, at, reason: null, answer: null };
  const { answer } = outcome;
  const reason = refusalReason(answer);
  const dueAt = at.add({ seconds: pauseSeconds(claimed.attempt) });
  return { state: stateAfter(outcome.is, claimed, dueAt), dueAt, at, reason, answer };
}

function stateAfter(
  failure: Exclude<Outcome["is"], "sent">,
  { plannedAt }: ClaimedLetter,
  dueAt: Temporal.Instant,
): Settlement["state"] {
  if (failure === "refused") return "refused";
  if (Temporal.Instant.compare(dueAt, plannedAt.add(LONGEST_TRYING)) > 0) return "expired";
  // Of what may have left, the next sender says the same once more, unless it has changed meanwhile.
  return failure === "unknown" ? "sending" : "planned";
}

/** About 1, 2, 4 … minutes, at most 4 hours; not all at once. */
const pauseSeconds = (attempt: number): number =>
  Math.round(60 * Math.min(2 ** (attempt - 1), LONGEST_PAUSE_MINUTES) * (0.5 + Math.random()));
