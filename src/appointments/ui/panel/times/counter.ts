import { minuteOf } from "../../../../kit/dates.ts";
import type { Moment } from "../../../acts.ts";
import type { Availability, Day, QueueOfDay } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import type { WalkIn } from "../frame/panel-props.ts";

/** The queues to which a citizen at the counter may be sent, and those to be tried first */
export interface Counter {
  readonly queues: readonly Pick<QueueOfDay, "number" | "slotMinutes">[];
  readonly wanted: readonly number[];
}

/** For a citizen without an appointment: the queue that has the focus, else the clerk's own if it serves now, else any. */
export function counterOf(walkIn: WalkIn | null, day: Day): Counter | null {
  if (!walkIn) return null;
  const own = day.queues.find((queue) => queue.isMine && servesNow(queue, day))?.number;
  return { queues: day.queues, wanted: [walkIn.queue, own].filter((queue) => typeof queue === "number") };
}

const servesNow = ({ active, open }: QueueOfDay, { date, now }: Day): boolean =>
  active && date === now.date && open.some(({ from, to }) => from <= now.time && now.time < to);

/**
 * Today's running or else next free slot of each queue: of the first wanted one that has any, then the soonest. A slot
 * that has already ended is none, even if a long visit that began in it would still be running. Pure.
 */
export function counterSlots(days: Availability["days"], now: Moment, { queues, wanted }: Counter): Slot[] {
  const times = days.find(({ date }) => date === now.date)?.times ?? [];
  const slots = queues.flatMap(({ number, slotMinutes }) => {
    const isToCome = (time: string) => minuteOf(time) + slotMinutes > minuteOf(now.time);
    const soonest = times.find(({ time, queues: offered }) => offered.includes(number) && isToCome(time));
    return soonest ? [{ date: now.date, time: soonest.time, queue: number }] : [];
  });
  const bySoonest = slots.sort((a, b) => minuteOf(a.time) - minuteOf(b.time) || a.queue - b.queue);
  const first = wanted.map((queue) => slots.find((slot) => slot.queue === queue)).find(Boolean);
  return first ? [first, ...bySoonest.filter((slot) => slot !== first)] : bySoonest;
}
