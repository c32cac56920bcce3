import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import type { Delivery } from "./delivery.ts";
import type { Envelope } from "./letter/envelope.ts";
import type { Mailer, Outcome } from "./mailer.ts";
import type { Pace } from "./pace.ts";
import { refusalReason } from "./refusal-reason.ts";
import { type Settlement, settle } from "./settle-sql.ts";

export interface SendDeps extends Pick<Envelope, "from" | "site"> {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly pace: Pace;
  /** Hears what became of each attempt */
  onSettled?(state: Settlement["state"]): void;
}

const LONGEST_PAUSE_MINUTES = 240;

/** Sends one message, whatever its kind, and writes down what became of it. */
export async function send(
  { db, clock, mailer, pace, from, site, onSettled }: SendDeps,
  office: number,
  delivery: Delivery,
): Promise<Outcome["is"]> {
  const message = delivery.compose({ from, site, at: clock() });
  await pace.turn(message.to);
  const outcome = await mailer.send(message);
  const settlement = settlementOf(outcome, delivery, clock());
  await db.write({ office }, async (tx) => {
    if (await settle(tx, office, delivery, settlement)) await delivery.follow(tx, settlement);
  });
  onSettled?.(settlement.state);
  return outcome.is;
}

function settlementOf(outcome: Outcome, delivery: Delivery, at: Temporal.Instant): Settlement {
  if (outcome.is === "sent") return { state: "sent", dueAt: at, at, reason: null, answer: null };
  const { answer } = outcome;
  const reason = refusalReason(answer);
  const dueAt = at.add({ seconds: pauseSeconds(delivery.attempt) });
  return { state: stateAfter(outcome.is, delivery, dueAt), dueAt, at, reason, answer };
}

function stateAfter(
  failure: Exclude<Outcome["is"], "sent">,
  { giveUpAt }: Delivery,
  dueAt: Temporal.Instant,
): Settlement["state"] {
  if (failure === "refused") return "refused";
  if (Temporal.Instant.compare(dueAt, giveUpAt) > 0) return "expired";
  // Of what may have left, the next sender says the same once more, unless it has changed meanwhile.
  return failure === "unknown" ? "sending" : "planned";
}

/** About 1, 2, 4 … minutes, at most 4 hours; not all at once. */
const pauseSeconds = (attempt: number): number =>
  Math.round(60 * Math.min(2 ** (attempt - 1), LONGEST_PAUSE_MINUTES) * (0.5 + Math.random()));
