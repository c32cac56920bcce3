import type { Appointment } from "../appointments/contract.ts";
import { progress } from "../appointments/progress.ts";
import { lockedAppointment } from "../appointments/row/existing.ts";
import { presented } from "../appointments/row/present.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { Tx } from "../platform/database/sql.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import { appointmentOfCode, arrivalTerms } from "./sql.ts";

/** What became of a code that was shown or typed. What is unknown, of another day or another office answers alike. */
export type Arrival =
  | { readonly is: "noted"; readonly appointment: Appointment }
  /** They had said so before, or are being served */
  | { readonly is: "known"; readonly appointment: Appointment }
  | { readonly is: "early"; readonly from: string; readonly time: string }
  | { readonly is: "late"; readonly time: string }
  | { readonly is: "unknown" };

interface ArrivalInput {
  readonly code: string;
  readonly now: Temporal.Instant;
  /** A clerk sees who stands there: no minute is too early or too late for them */
  readonly atCounter: boolean;
}

/** Notes that whoever has an appointment today has come. Said twice, it is noted once. */
export async function arriveByCode(
  tx: Tx,
  office: ActingOffice,
  { code, now, atCounter }: ArrivalInput,
): Promise<Arrival> {
  const id = await appointmentOfCode(tx, office.id, code);
  if (id === null) return { is: "unknown" };
  const row = await lockedAppointment(tx, office, id);
  if (!dateOf(row.starts_at).equals(dateOf(now))) return { is: "unknown" };
  if (row.status === "arrived" || row.status === "in-service")
    return { is: "known", appointment: presented(office.code, row) };
  if (row.status !== "booked") return { is: "unknown" };
  const { earlyMinutes, lateMinutes } = await arrivalTerms(tx, office.id);
  const time = clockTextOf(row.starts_at);
  const from = row.starts_at.subtract({ minutes: earlyMinutes });
  const to = row.starts_at.add({ minutes: lateMinutes });
  if (!atCounter && Temporal.Instant.compare(now, from) < 0) return { is: "early", from: clockTextOf(from), time };
  if (!atCounter && Temporal.Instant.compare(now, to) > 0) return { is: "late", time };
  return { is: "noted", appointment: await progress(tx, office, { id, version: null, now }, "arrival") };
}
