import type { Changes } from "../history/changes.ts";
import type { AppointmentRow } from "../sql.ts";
import { hasPlace } from "../statuses.ts";

/** An appointment as it was before an act; `statusSince` tells when the status before came about. Pure. */
export function takenBack(row: AppointmentRow, changes: Changes, statusSince: Temporal.Instant): AppointmentRow {
  const values = Object.entries(changes).map(([column, [before]]) => [
    column,
    isInstant(column) && before !== null ? Temporal.Instant.from(String(before)) : before,
  ]);
  const back = { ...row, ...Object.fromEntries(values) } as AppointmentRow;
  return back.status === row.status ? back : { ...back, status_at: statusSince };
}

const isInstant = (column: string): boolean => column.endsWith("_at");

/** Whether it needs a place where it did not stand, or stood because its head had kept it. Pure. */
export const comesBack = (before: AppointmentRow, after: AppointmentRow): boolean =>
  hasPlace(after.status) &&
  (!hasPlace(before.status) ||
    (before.kept_by !== null && after.kept_by === null) ||
    before.queue !== after.queue ||
    !before.starts_at.equals(after.starts_at) ||
    !before.ends_at.equals(after.ends_at));
