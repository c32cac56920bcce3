import { announceLetter } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { mailboxKey } from "../platform/text/mailbox.ts";
import { enterLetter, LATELY } from "./ledger-sql.ts";
import { insertMails, sentLetters, withdrawAllOf, withdrawCaused, withdrawPlanned } from "./plan-sql.ts";
import { type NewMail, SECOND_THOUGHTS } from "./planned.ts";

interface Planning {
  readonly at: Temporal.Instant;
  /** The change of rules that they tell of */
  readonly cause?: string;
  /** When they may leave; without it, after second thoughts */
  readonly dueAt?: Temporal.Instant;
}

/**
 * The same for an act of a citizen's, who may have given somebody else's address: it is entered in the ledger of its mailbox.
 * Where that is full the letter waits until others may go there, and then tells what is so by that time.
 */
export async function planCitizensMail(tx: Tx, officeId: number, message: NewMail, planning: Planning): Promise<void> {
  const { at } = planning;
  const isEntered = message.email === null || (await enterLetter(tx, mailboxKey(message.email), at));
  await planMails(tx, officeId, [message], isEntered ? planning : { ...planning, dueAt: at.add(LATELY) });
  // What rests for second thoughts is found by the sender's next round.
  if (isEntered && planning.dueAt) announceLetter(tx);
}

export async function planMails(
  tx: Tx,
  officeId: number,
  messages: readonly NewMail[],
  { at, cause, dueAt = at.add(SECOND_THOUGHTS) }: Planning,
): Promise<void> {
  if (messages.length === 0) return;
  const replaced = messages.flatMap(({ replaces }) => replaces ?? []);
  if (replaced.length > 0) await withdrawPlanned(tx, officeId, replaced);
  await insertMails(tx, officeId, messages, { at, dueAt, cause: cause ?? null });
}

/**
 * Nobody is told of a change of rules that was taken back. Who has had a letter of it is told what is so now.
 * @returns what is told to those
 */
export async function withdrawMails(
  tx: Tx,
  officeId: number,
  { at, cause }: Required<Pick<Planning, "at" | "cause">>,
): Promise<readonly NewMail[]> {
  const sent = await sentLetters(tx, officeId, cause);
  await withdrawCaused(tx, officeId, cause);
  const back = sent.map(
    ({ place: [was, became], ...one }) => ({ ...one, kind: "moved", place: [became, was] }) as const,
  );
  await planMails(tx, officeId, back, { at });
  return back;
}

/** Nobody is told of appointments that are as if they had never been. */
export async function withdrawMailsOf(tx: Tx, officeId: number, appointments: readonly string[]): Promise<void> {
  if (appointments.length > 0) await withdrawAllOf(tx, officeId, appointments);
}
