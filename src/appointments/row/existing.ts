import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf } from "../../platform/time.ts";
import { eventsOf } from "../history/history-sql.ts";
import { lockDays } from "../place/locks.ts";
import { type AppointmentRow, appointmentById } from "../sql.ts";
import { presented } from "./present.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type ExistingAppointment = AppointmentRow;

/** @throws Refusal 404 when the office has none of that id; another office's answers alike */
export async function existingAppointment(tx: Read, office: ActingOffice, id: string): Promise<AppointmentRow> {
  requireId(id);
  const row = await appointmentById(tx, office.id, id);
  if (!row) throw notFound();
  return row;
}

/** The appointment as the last writer of its day has left it: read again once that day is locked. */
export async function lockedAppointment(tx: Tx, office: ActingOffice, id: string): Promise<AppointmentRow> {
  const seen = await existingAppointment(tx, office, id);
  await lockDays(tx, office.id, dateOf(seen.starts_at));
  return existingAppointment(tx, office, id);
}

/** Any other text names no appointment, and PostgreSQL may refuse it even as a parameter. */
export function requireId(id: string): void {
  if (!UUID.test(id)) throw notFound();
}

const notFound = () => new Refusal(404, "appointment-not-found");

/** @throws Refusal 412 with the present state when the clerk has an older version on the screen */
export async function requireVersion(
  tx: Read,
  office: ActingOffice,
  row: AppointmentRow,
  version: number | null,
): Promise<void> {
  if (version === null || version === row.version) return;
  const [last] = await eventsOf(tx, office.id, row.id);
  throw new Refusal(412, "version-stale", {
    values: { at: last ? clockTextOf(last.at) : "" },
    extensions: { current: presented(office.code, row), changedBy: last?.by ?? null },
  });
}
