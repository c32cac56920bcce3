import type { ActingOffice } from "../identity/acting-office.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { instantOf, localDay } from "../platform/time.ts";
import type { Appointment } from "./contract.ts";
import { type QueueOfEmployee, queuesForEmployee, queuesServedOn, type ServedQueue } from "./paper/own-queues-sql.ts";
import { presented } from "./row/present.ts";
import { type AppointmentRow, appointmentsBetween } from "./sql.ts";

/** For other modules: who has an appointment on a day, and which queues serve. */

/** A row as it stands, and as the API shows it. */
export interface OfDay {
  readonly row: AppointmentRow;
  readonly appointment: Appointment;
}

export async function appointmentsOfDay(tx: Read, office: ActingOffice, date: Temporal.PlainDate): Promise<OfDay[]> {
  const day = localDay(date);
  const rows = await appointmentsBetween(tx, office.id, instantOf(day.from), instantOf(day.to));
  return rows.map((row) => ({ row, appointment: presented(office.code, row) }));
}

/** The queues that there are, those first that the caller serves on that date. */
export const queuesOfCaller = (
  tx: Read,
  office: OperableOffice,
  date: Temporal.PlainDate,
): Promise<QueueOfEmployee[]> => queuesForEmployee(tx, office.id, office.employeeId, date);

/** The queues that there are, the default one first, and who serves them on that date. */
export const queuesOfDate = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<ServedQueue[]> =>
  queuesServedOn(tx, officeId, date);
