import { minuteOf } from "../../web/dates.ts";
import type { Appointment } from "../contract.ts";

/** What may be done at the counter with one click. Pure. */

export type Act = "arrival" | "service-start" | "completion" | "no-show";

/** So long after the hour may somebody be said not to have come; never by itself. */
const LATE_AFTER = 10;

/** The acts that an appointment's status admits, the usual one first; `now` is null on any other day than today. */
export function actsFor(
  { status, time }: Pick<Appointment, "status" | "time">,
  now: number | null,
  isPastDay = false,
): Act[] {
  if (status === "booked") {
    const isLate = isPastDay || (now !== null && now >= minuteOf(time) + LATE_AFTER);
    return isLate ? ["arrival", "no-show"] : ["arrival"];
  }
  if (status === "arrived") return ["service-start"];
  return status === "in-service" ? ["completion"] : [];
}

/** Per queue the one who is being served, and the next one due: only these bear buttons, so that the plan stays quiet. */
export function nextDue(appointments: readonly Appointment[], now: number | null): ReadonlyMap<string, Act[]> {
  if (now === null) return new Map();
  const served = appointments.filter(({ status }) => status === "in-service");
  const isNext = ({ status }: Appointment) => status === "booked" || (status === "arrived" && served.length === 0);
  const next = appointments.toSorted((a, b) => minuteOf(a.time) - minuteOf(b.time)).find(isNext);
  return new Map(
    [...served, ...(next ? [next] : [])].map((appointment) => [appointment.id, actsFor(appointment, now)]),
  );
}
