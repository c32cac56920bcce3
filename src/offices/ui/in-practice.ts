import { visitMinutes } from "../../availability/queue-day.ts";
import type { Settings } from "../contract.ts";

/** A visit takes whole slots of its queue: what a service's minutes come to, where it is more. Pure. */

export interface InPractice {
  readonly takes: number;
  readonly queues: readonly string[];
  readonly isEverywhere: boolean;
}

type SlottedQueue = Pick<Settings["queues"][number], "name" | "slotMinutes">;

export function inPractice(minutes: number, queues: readonly SlottedQueue[]): InPractice[] {
  if (!Number.isInteger(minutes) || minutes < 1) return [];
  const byLength = Map.groupBy(queues, ({ slotMinutes }) => visitMinutes(slotMinutes, minutes));
  return [...byLength]
    .filter(([takes]) => takes !== minutes)
    .sort(([a], [b]) => a - b)
    .map(([takes, those]) => ({
      takes,
      queues: those.map(({ name }) => name),
      isEverywhere: those.length === queues.length,
    }));
}
