import type { NoticesHeard } from "./hub.ts";

/**
 * What offices were at a moment: known to be so still, while the notices are heard that would say otherwise. One for all who ask
 * in a process.
 */
export interface OfficeChanges {
  /** Whether nothing of an office has changed, its appointments included, its e-mails not. @param since on the clock of performance.now() */
  isUnchanged(office: number, since: number): boolean;
  /** The same, and nothing of what became of its e-mails. */
  isUnchangedWithMails(office: number, since: number): boolean;
  /** Whether nothing has that is of all offices, or of any but for its appointments: hours, services, words, who is open. */
  areRulesUnchanged(since: number): boolean;
  /** Whether nothing has of any office. */
  areAllUnchanged(since: number): boolean;
  /** Milliseconds in which nothing of it has; null: it is not known */
  quietFor(office: number): number | null;
  /** Whether all was heard until a second ago */
  isUpToDate(): boolean;
}

export function followOffices(notices: NoticesHeard): OfficeChanges {
  const changedAt = new Map<number, number>();
  const mailsChangedAt = new Map<number, number>();
  let allChangedAt = performance.now();
  let rulesChangedAt = allChangedAt;
  let anyChangedAt = allChangedAt;
  const all = () => {
    allChangedAt = performance.now();
    rulesChangedAt = allChangedAt;
    anyChangedAt = allChangedAt;
    changedAt.clear();
    mailsChangedAt.clear();
  };
  notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change" || notice.kind === "rules" || notice.kind === "onboarding") {
        anyChangedAt = performance.now();
        changedAt.set(notice.office, anyChangedAt);
      }
      if (notice.kind === "mails") mailsChangedAt.set(notice.office, performance.now());
      if (notice.kind === "rules" || notice.kind === "onboarding") rulesChangedAt = performance.now();
      if (notice.kind === "ruling" || (notice.kind === "employee" && notice.isRenamed)) all();
    },
    onHearing: all,
  });
  const lastChange = (office: number) => changedAt.get(office) ?? allChangedAt;
  const isUnchanged = (office: number, since: number) => notices.isHearing() && since > lastChange(office);
  return {
    isUnchanged,
    isUnchangedWithMails: (office, since) => isUnchanged(office, since) && since > (mailsChangedAt.get(office) ?? 0),
    areRulesUnchanged: (since) => notices.isHearing() && since > rulesChangedAt,
    areAllUnchanged: (since) => notices.isHearing() && since > anyChangedAt,
    quietFor: (office) => (notices.isHearing() ? performance.now() - lastChange(office) : null),
    isUpToDate: notices.isUpToDate,
  };
}
