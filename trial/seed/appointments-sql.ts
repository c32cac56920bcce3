import { columnsWhere } from "../../src/appointments/field/columns.ts";
import type { Tx } from "../../src/platform/database/sql.ts";
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

const APPOINTMENT: readonly string[] = [
  "office_id",
  "reference",
  "anonymized_at",
  ...columnsWhere(({ written }) => written === "first" || written === "always"),
];

function appointmentOf(office_id: number, reference: string, { appointment }: SeedRow) {
  const values: Readonly<Record<string, string | number | null>> = { ...appointment, office_id, reference };
  return APPOINTMENT.map((column) => values[column] ?? null);
}

const EVENT = ["office_id", "appointment_id", "version", "kind", "at", "employee_id", "changes"];

const eventsOf = (office: number, { events }: SeedRow) =>
  events.map(({ appointment_id, version, kind, at, employee_id, changes }) => {
    return [office, appointment_id, version, kind, at, employee_id, JSON.stringify(changes)];
  });

const WORD = ["office_id", "word", "appointment_id"];

const wordsOf = (office: number, { appointment, words }: SeedRow) =>
  words.map((word) => [office, word, appointment.id]);
