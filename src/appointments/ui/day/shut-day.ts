import type { Day, QueueOfDay } from "../../contract.ts";
import { isToCome } from "../../statuses.ts";
import { isOnPlan } from "../plan/plan-layout.ts";

/** When nobody serves on a day, why, and whether people are booked all the same. Pure. */

export const isClosedDay = ({ queues }: Day): boolean =>
  queues.every(({ active, open }) => !active || open.length === 0);

export const isEmptyDay = ({ appointments }: Day): boolean => !appointments.some(isOnPlan);

/** Closed, and somebody would come in vain. */
export const isShutDay = (day: Day): boolean =>
  isClosedDay(day) && day.appointments.some(({ status }) => isToCome(status)) && day.date >= day.now.date;

/** What closes the most of it: the ministry's word before the head's. */
export function dayClosing({ queues }: Day): QueueOfDay["closed"][number] | undefined {
  const closings = queues.filter(({ active }) => active).flatMap(({ closed }) => closed);
  return closings.find(({ kind }) => kind !== "exception") ?? closings[0];
}
