import type { NewQueueRequest, Queue, Queues } from "../../contract.ts";
import { asRequested, type Week, weekFrom } from "../hours/hours-week.ts";

/** Whoever works here, with the queue that is theirs or is proposed. Pure. */
export interface ProposedQueue {
  readonly employee: Queues["employees"][number];
  /** The name of the queue there is */
  readonly has: string | null;
  /** Of the one that would be made */
  readonly number: number;
}

export function proposedQueues({ queues, employees }: Queues): ProposedQueue[] {
  const present = queues.filter(({ archived }) => !archived);
  let number = Math.max(0, ...queues.map((queue) => queue.number));
  return employees.map((employee) => {
    const has = present.find((queue) => queue.employee?.id === employee.id)?.name ?? null;
    if (has === null) number++;
    return { employee, has, number };
  });
}

/** Like whose the others are */
export const usualQueue = ({ queues }: Queues): Queue | undefined => queues.find(({ isDefault }) => isDefault);

export const usualWeek = (page: Queues): Week => weekFrom(usualQueue(page)?.hours ?? [], page.now.date);

export const hasHours = (week: Week): boolean => Object.values(week).some((times) => times.length > 0);

/** Active from today, with the default queue's hours and minutes. */
export const proposedQueueRequests = (page: Queues, employees: readonly number[]): NewQueueRequest[] =>
  employees.map((employee) => ({
    employee,
    slotMinutes: usualQueue(page)?.slotMinutes,
    hours: { from: page.now.date, week: asRequested(usualWeek(page)) },
    active: true,
  }));
