import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import { existingAppointment } from "./existing.ts";
import { lockDays } from "./locks.ts";
import type { AppointmentRow } from "./sql.ts";

/** Under the lock of the day it stood on, as whoever had that before has left it. */
export async function lockedAppointment(tx: Tx, office: OperableOffice, id: string): Promise<AppointmentRow> {
  const seen = await existingAppointment(tx, office, id);
  await lockDays(tx, office.id, dateOf(seen.starts_at));
  return existingAppointment(tx, office, id);
}
