import { minuteOf } from "../../../kit/dates.ts";
import type { Appointment, Day, QueueOfDay } from "../../contract.ts";
import { isToCome } from "../../statuses.ts";
import { isOnPlan } from "../plan/plan-layout.ts";

/** When nobody serves on a day, why, and whether people are booked all the same. Pure. */

export const isClosedDay = ({ queues }: Day): boolean =>
  queues.every(({ active, open }) => !active || open.length === 0);

export const isEmptyDay = ({ appointments }: Day): boolean => !appointments.some(isOnPlan);

/** Closed, and somebody would come in vain. */
export const isShutDay = (day: Day): boolean =>
  isClosedDay(day) && day.appointments.some(({ status }) => isToCome(status)) && day.date >= day.now.date;

/** Still to come though nobody serves, because the head has decided that they stay. */
export const decidedToStay = ({ appointments, date, now, unsettled }: Day): Appointment[] =>
  appointments.filter(({ id, status, time, minutes }) => {
    const isBefore = date === now.date && minuteOf(time) + minutes <= minuteOf(now.time);
    return isToCome(status) && !isBefore && !unsettled.includes(id);
  });

/** The head's own closings of the day, by their ids. */
export const exceptionsOn = ({ queues }: Day): string[] => [
  ...new Set(
    queues.filter(({ active }) => active).flatMap(({ closed }) => closed.flatMap(({ exception }) => exception ?? [])),
  ),
];

/** What closes the most of it: the ministry's word before the head's. */
export function dayClosing({ queues }: Day): QueueOfDay["closed"][number] | undefined {
  const closings = queues.filter(({ active }) => active).flatMap(({ closed }) => closed);
  return closings.find(({ kind }) => kind !== "exception") ?? closings[0];
}
