import type { Tx } from "../platform/database/sql.ts";
import type { SeedRow } from "./appointment-rows.ts";

/** Appointments by the ten thousand, with their history and their words. */
export async function writeAppointments(tx: Tx, office: number, rows: readonly SeedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const references = await newReferences(tx, rows.length);
  await tx.copy({
    table: "appointment",
    columns: APPOINTMENT,
    values: rows.map((row, at) => appointmentOf(office, references[at] as string, row)),
  });
  await tx.copy({ table: "appointment_event", columns: EVENT, values: rows.flatMap((row) => eventsOf(office, row)) });
  await tx.copy({ table: "appointment_word", columns: WORD, values: rows.flatMap((row) => wordsOf(office, row)) });
}

/** Asked for beforehand: given by the column's default, each would make COPY write its row alone. */
async function newReferences(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.sql<{ references: string[] }>`
    select array_agg(new_reference()) as references from generate_series(1, ${count}::int)`;
  return rows[0]?.references ?? [];
}

const APPOINTMENT =
  `office_id id reference queue starts_at ends_at status status_at service last_name first_name phone email party
  business_name business_afm notes channel language cancellation_reason version created_at created_by
  anonymized_at`.split(/\s+/);

function appointmentOf(office: number, reference: string, { appointment }: SeedRow) {
  const { visitor, ...row } = appointment;
  return [
    office,
    row.id,
    reference,
    row.queue,
    row.starts_at,
    row.ends_at,
    row.status,
    row.status_at,
    row.service,
    visitor.last_name,
    visitor.first_name,
    visitor.phone,
    visitor.email,
    visitor.party,
    visitor.business_name,
    visitor.business_afm,
    row.notes,
    row.channel,
    visitor.language,
    row.cancellation_reason,
    row.version,
    row.created_at,
    row.created_by,
    row.anonymized_at,
  ];
}

const EVENT = ["office_id", "appointment_id", "version", "kind", "at", "employee_id", "changes"];

const eventsOf = (office: number, { events }: SeedRow) =>
  events.map(({ appointment_id, version, kind, at, employee_id, changes }) => {
    return [office, appointment_id, version, kind, at, employee_id, JSON.stringify(changes)];
  });

const WORD = ["office_id", "word", "appointment_id"];

const wordsOf = (office: number, { appointment, words }: SeedRow) =>
  words.map((word) => [office, word, appointment.id]);
