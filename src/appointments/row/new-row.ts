import { randomUUIDv7 } from "node:crypto";
import type { ActingOffice } from "../../identity/acting-office.ts";
import { instantOf } from "../../platform/time.ts";
import type { Place } from "../place/offer.ts";
import type { AppointmentRow, NewRow } from "../sql.ts";
import { INITIAL_STATUS } from "../statuses.ts";
import type { DetailColumns } from "./details.ts";

/** An appointment that an office's employee makes at a place which was found for it. */
export const newRow = (
  { employeeId }: ActingOffice,
  { queue, visit }: Place,
  details: DetailColumns,
  now: Temporal.Instant,
): NewRow => ({
  ...details,
  id: randomUUIDv7(),
  queue,
  starts_at: instantOf(visit.from),
  ends_at: instantOf(visit.to),
  status: INITIAL_STATUS,
  status_at: now,
  version: 1,
  created_at: now,
  created_by: employeeId,
});

/** The same as it is read once it is stored. */
export const asRead = ({ employeeName }: ActingOffice, row: NewRow, reference: string): AppointmentRow => ({
  called_at: null,
  counter: null,
  interpretation: null,
  cancellation_reason: null,
  ...row,
  reference,
  transferred_to: null,
  kept_by: null,
  created_by_name: employeeName,
  anonymized_at: null,
});
