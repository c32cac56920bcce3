import { announceMails } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";

/** What became of a message; nothing where another sender has taken it up meanwhile. */

/** Of a message that is being sent. */
export interface SendAttempt {
  readonly id: string;
  /** Which one it is, from 1 */
  readonly attempt: number;
  /** An attempt before this one may have been taken: a failure of this one does not unsay it */
  readonly mayBeSaid: boolean;
}

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
  { id, attempt, mayBeSaid }: SendAttempt,
  { state, dueAt, at, reason, answer }: Settlement,
): Promise<boolean> {
  const isOver = state !== "planned" && state !== "sending";
  const isSaid = state === "sent" || state === "sending" || mayBeSaid;
  const rows = await tx.sql`
    update mail set state = ${state}, due_at = ${dueAt}, settled_at = ${isOver ? at : null}::timestamptz, reason = ${reason},
      answer = ${answer?.slice(0, LONGEST_ANSWER) ?? null}, told = case when ${isSaid} then told end
    where office_id = ${officeId} and id = ${id} and state = 'sending' and attempts = ${attempt} returning id`;
  if (isOver && rows.length === 1) announceMails(tx, officeId);
  return rows.length === 1;
}
