import type { OperableOffice } from "../identity/office-access.ts";
import { announcementRow, type Part, type Tx } from "../platform/database/sql.ts";
import type { JobName } from "../platform/jobs/jobs.ts";
import type { Notices } from "../platform/notices/notices.ts";
import type { FillingRequest } from "./contract.ts";
import { noticeText } from "./notice.ts";

/**
 * The one gate by which anything is told: every desk of an office hears of it when the transaction is committed, and not if
 * it is not. A transaction itself never notifies: it would hold the commits of all offices up until its own is on the disk.
 */

type Announcing = Pick<Tx, "announce">;
type Change = Parameters<typeof changeNotice>;

/** By one appointment's act. */
export const changeNotice = (
  office: number,
  dates: readonly Temporal.PlainDate[],
  appointment: string,
  by: number | null,
): string => noticeText({ kind: "change", office, dates: distinct(dates), appointment, by });

export function announceChange(tx: Announcing, ...change: Change): void {
  tx.announce(changeNotice(...change));
}

/** The same as a query of the statement that writes it; with a source, only where that has a row. */
export function announcingChange(tx: Pick<Tx, "announceByRow">, source: Part, ...change: Change): Part {
  const notice = changeNotice(...change);
  return announcementRow(tx.announceByRow(notice), notice, source);
}

/** Hours, queues, services, settings, closures, a whole diary: whatever was known of these offices may be wrong now. */
export function announceRules(tx: Announcing, ...offices: readonly number[]): void {
  tx.announce(...offices.map((office) => noticeText({ kind: "rules", office })));
}

/** To the processes: each may take it to the offices. */
export function announceRuling(tx: Announcing): void {
  tx.announce(noticeText({ kind: "ruling" }));
}

/** A letter that may leave at once, to the processes: one of them sends it. */
export function announceLetter(tx: Announcing): void {
  tx.announce(noticeText({ kind: "letter" }));
}

/** To the processes: what they have cached of the office's e-mails may be wrong now. */
export function announceMails(tx: Announcing, office: number): void {
  tx.announce(noticeText({ kind: "mails", office }));
}

/** To the processes: whoever does that job does it now, and not by the clock. */
export function announceJob(tx: Announcing, job: JobName): void {
  tx.announce(noticeText({ kind: "job", job }));
}

/** A step on an office's way into the platform; the ministry hears of it too. */
export function announceOnboarding(tx: Announcing, office: number): void {
  tx.announce(noticeText({ kind: "onboarding", office }));
}

/** Nothing is kept of it: whoever fills in repeats it. */
export function announceFilling(
  notices: Notices,
  { id, employeeId, employeeName }: OperableOffice,
  { desk, place }: FillingRequest,
): void {
  notices.mention(noticeText({ kind: "filling", office: id, employee: employeeId, name: employeeName, desk, place }));
}

const distinct = (dates: readonly Temporal.PlainDate[]): string[] => [...new Set(dates.map(String))];
