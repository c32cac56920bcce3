import type { Day } from "../../../appointments/contract.ts";
import type { Stretch } from "./exception-texts.ts";

/** From now to the end of the hours of a queue, or of all of them; null when nothing of today's is left. */
export function restOfDay({ date, now, queues }: Day, queue: number | null): Stretch | null {
  if (date !== now.date) return null;
  const ends = queues
    .filter(({ number, active }) => (queue === null ? active : number === queue))
    .flatMap(({ open }) => open.map(({ to }) => to))
    .sort();
  const to = ends.at(-1);
  return to !== undefined && to > now.time ? { from: now.time, to } : null;
}
