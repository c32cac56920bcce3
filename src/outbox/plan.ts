import type { Tx } from "../platform/database/sql.ts";
import { insertMails, toldOf, withdrawAllOf, withdrawCaused, withdrawPlanned } from "./plan-sql.ts";
import { type NewMail, SECOND_THOUGHTS } from "./planned.ts";

interface Planning {
  readonly at: Temporal.Instant;
  /** The change of rules that they tell of */
  readonly cause?: string;
  /** When they may leave; without it, after second thoughts */
  readonly dueAt?: Temporal.Instant;
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

/** Nobody is told of a change of rules that was taken back. Who has had a letter of it is told what is so now. */
export async function withdrawMails(
  tx: Tx,
  officeId: number,
  { at, cause }: Required<Pick<Planning, "at" | "cause">>,
): Promise<void> {
  const told = await toldOf(tx, officeId, cause);
  await withdrawCaused(tx, officeId, cause);
  const back = told.map(
    ({ place: [was, became], ...one }) => ({ ...one, kind: "moved", place: [became, was] }) as const,
  );
  await planMails(tx, officeId, back, { at });
}

/** Nobody is told of appointments that are as if they had never been. */
export async function withdrawMailsOf(tx: Tx, officeId: number, appointments: readonly string[]): Promise<void> {
  if (appointments.length > 0) await withdrawAllOf(tx, officeId, appointments);
}
