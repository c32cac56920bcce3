import { announceChange } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { ClaimedLetter } from "./claim.ts";

/** What became of a letter; nothing where another sender has taken it up meanwhile. */

export interface Settlement {
  readonly state: "sent" | "refused" | "expired" | "planned" | "sending";
  /** Of what is to be tried again */
  readonly dueAt: Temporal.Instant;
  readonly at: Temporal.Instant;
  readonly reason: string | null;
  readonly answer: string | null;
}

const LONGEST_ANSWER = 500;

/** @returns whether it was still this sender's */
export async function settle(
  tx: Tx,
  officeId: number,
  { id, attempt, letter, mayBeSaid }: ClaimedLetter,
  { state, dueAt, at, reason, answer }: Settlement,
): Promise<boolean> {
  const isOver = state !== "planned" && state !== "sending";
  const isSaid = state === "sent" || state === "sending" || mayBeSaid;
  const rows = await tx.sql`
    update mail set state = ${state}, due_at = ${dueAt}, settled_at = ${isOver ? at : null}::timestamptz, reason = ${reason},
      answer = ${answer?.slice(0, LONGEST_ANSWER) ?? null}, told = case when ${isSaid} then told end
    where office_id = ${officeId} and id = ${id} and state = 'sending' and attempts = ${attempt} returning id`;
  if (rows.length === 0) return false;
  // A morning's reminders that went well are no news for anybody.
  const isNews = isOver && !(state === "sent" && letter.kind === "reminder");
  const date = Temporal.PlainDate.from(letter.visit.date);
  if (isNews) await announceChange(tx, officeId, [date], letter.visit.id, null);
  return true;
}
