import { minuteOf } from "../../../kit/dates.ts";
import type { Step } from "../../acts.ts";
import type { Appointment, Day } from "../../contract.ts";
import { visitorOf } from "../../statuses.ts";
import { actsOn } from "../acts/next-acts.ts";

/**
 * Per queue the appointment at the counter and the next one due: only these bear buttons, so that the plan stays quiet.
 * No buttons on any other day than today. Pure.
 */
export function nextDue({ date, now, queues, appointments }: Day): ReadonlyMap<string, readonly Step[]> {
  if (date !== now.date) return new Map();
  const due = queues.flatMap(({ number }) => dueIn(appointments.filter(({ queue }) => queue === number)));
  const onCard = (appointment: Appointment) => actsOn(appointment, now).steps.filter((step) => step !== "departure");
  return new Map(due.map((appointment) => [appointment.id, onCard(appointment)]));
}

function dueIn(queue: readonly Appointment[]): Appointment[] {
  const served = queue.filter(({ status }) => visitorOf(status) === "at-counter");
  const isNext = ({ status }: Appointment) =>
    visitorOf(status) === "awaited" || (visitorOf(status) === "waiting" && served.length === 0);
  const next = queue.toSorted((a, b) => minuteOf(a.time) - minuteOf(b.time)).find(isNext);
  return next ? [...served, next] : served;
}
