import { clockTextOf, dateTextOf, offsetText } from "../../platform/time.ts";
import type { Appointment } from "../contract.ts";
import type { AppointmentRow } from "../sql.ts";

/** A row as the API shows it. */
export function presented(officeCode: string, row: AppointmentRow): Appointment {
  return {
    id: row.id,
    reference: row.reference,
    office: officeCode,
    queue: row.queue,
    date: dateTextOf(row.starts_at),
    time: clockTextOf(row.starts_at),
    minutes: minutesOf(row),
    status: row.status,
    statusAt: offsetText(row.status_at),
    calledAt: row.called_at && offsetText(row.called_at),
    service: row.service,
    lastName: row.last_name,
    firstName: row.first_name,
    phone: row.phone,
    email: row.email,
    party: row.party,
    business: row.business_name === null ? null : { name: row.business_name, afm: row.business_afm },
    notes: row.notes,
    channel: row.channel,
    language: row.language,
    cancellationReason: row.cancellation_reason,
    transferredTo: row.transferred_to,
    version: row.version,
    createdAt: offsetText(row.created_at),
    createdBy: row.created_by_name,
    anonymizedAt: row.anonymized_at && offsetText(row.anonymized_at),
  };
}

export const minutesOf = (row: Pick<AppointmentRow, "starts_at" | "ends_at">): number =>
  (row.ends_at.epochMilliseconds - row.starts_at.epochMilliseconds) / 60_000;
