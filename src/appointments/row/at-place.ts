import { dateOf, instantOf } from "../../platform/time.ts";
import { statusOn } from "../hindrance.ts";
import type { Place } from "../place/offer.ts";
import type { AppointmentRow } from "../sql.ts";

/** The appointment at another place. */
export function atPlace(row: AppointmentRow, { queue, visit }: Place, now: Temporal.Instant): AppointmentRow {
  const starts_at = instantOf(visit.from);
  const date = dateOf(row.starts_at).toString();
  const status = statusOn(dateOf(starts_at).toString(), { status: row.status, date });
  const status_at = status === row.status ? row.status_at : now;
  return {
    ...row,
    queue,
    starts_at,
    ends_at: instantOf(visit.to),
    status,
    status_at,
    called_at: null,
    counter: null,
    kept_by: null,
    // Whoever interprets was asked for that hour.
    interpretation: starts_at.equals(row.starts_at) ? row.interpretation : null,
  };
}
