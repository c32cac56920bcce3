import type { Day, QueueOfDay } from "../../../contract.ts";
import type { WalkIn } from "../frame/panel-props.ts";
import type { Counter } from "./counter-slots.ts";

/** For a citizen without an appointment: the queue that has the focus, else the clerk's own if it serves now, else any. */
export function counterOf(walkIn: WalkIn | null, day: Day): Counter | null {
  if (!walkIn) return null;
  const own = day.queues.find((queue) => queue.isMine && servesNow(queue, day))?.number;
  return { queues: day.queues, wanted: [walkIn.queue, own].filter((queue) => typeof queue === "number") };
}

const servesNow = ({ active, open }: QueueOfDay, { date, now }: Day): boolean =>
  active && date === now.date && open.some(({ from, to }) => from <= now.time && now.time < to);
