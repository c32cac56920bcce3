import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { FillingRequest } from "./contract.ts";
import { noticeText } from "./notice.ts";

/**
 * Every desk of an office is told when the transaction commits, and not if it does not. PostgreSQL commits
 * transactions that notify one after the other: 3,500 a second were measured, and the nation needs 50.
 */

export const CHANNEL = "visits";

/** One appointment's act, for a statement that notifies besides and so saves a way to the server. */
export const changeNotice = (
  office: number,
  dates: readonly Temporal.PlainDate[],
  appointment: string,
  by: number | null,
): string => noticeText({ kind: "change", office, dates: distinct(dates), appointment, by });

/** What became of an appointment otherwise than by an act on it, such as a letter or a call. */
export async function announceChange(tx: Tx, ...change: Parameters<typeof changeNotice>): Promise<void> {
  await tx.sql`select pg_notify(${CHANNEL}, ${changeNotice(...change)})`;
}

/** Hours, queues, services, settings, closures, a whole diary: whatever was known of these offices may be wrong now. */
export async function announceRules(tx: Tx, ...offices: readonly number[]): Promise<void> {
  const notices = offices.map((office) => noticeText({ kind: "rules", office }));
  await tx.sql`select pg_notify(${CHANNEL}, unnest(${notices}::text[]))`;
}

/** To the processes: each may take it to the offices. */
export async function announceRuling(tx: Tx): Promise<void> {
  await tx.sql`select pg_notify(${CHANNEL}, ${noticeText({ kind: "ruling" })})`;
}

/** A letter that may leave at once, to the processes: one of them sends it. */
export async function announceLetter(tx: Tx): Promise<void> {
  await tx.sql`select pg_notify(${CHANNEL}, ${noticeText({ kind: "letter" })})`;
}

/** A step on an office's way into the platform, for a statement that notifies besides; the ministry hears of it too. */
export const onboardingNotice = (office: number): string => noticeText({ kind: "onboarding", office });

export async function announceOnboarding(tx: Tx, office: number): Promise<void> {
  await tx.sql`select pg_notify(${CHANNEL}, ${onboardingNotice(office)})`;
}

/** Nothing is kept of it: it need not reach the disk. */
export async function announceFilling(
  tx: Tx,
  { id, employeeId, employeeName }: OperableOffice,
  { desk, place }: FillingRequest,
): Promise<void> {
  const notice = noticeText({ kind: "filling", office: id, employee: employeeId, name: employeeName, desk, place });
  await tx.sql`select set_config('synchronous_commit', 'off', true), pg_notify(${CHANNEL}, ${notice})`;
}

const distinct = (dates: readonly Temporal.PlainDate[]): string[] => [...new Set(dates.map(String))];
