import type { NoticesHeard } from "./hub.ts";

/** What offices were at a moment: known to be so still, while the notices are heard that would say otherwise. */
export interface FollowedOffices {
  /** Whether nothing of an office has changed, its appointments included. @param since on the clock of performance.now() */
  isUnchanged(office: number, since: number): boolean;
}

export function followOffices(notices: NoticesHeard): FollowedOffices {
  const changedAt = new Map<number, number>();
  let allChangedAt = performance.now();
  const all = () => {
    allChangedAt = performance.now();
    changedAt.clear();
  };
  notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change" || notice.kind === "rules") changedAt.set(notice.office, performance.now());
      if (notice.kind === "ruling") all();
    },
    onHearing: all,
  });
  return {
    isUnchanged: (office, since) =>
      notices.isHearing() && since > allChangedAt && since > (changedAt.get(office) ?? Number.NEGATIVE_INFINITY),
  };
}
