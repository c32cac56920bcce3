import type { Queue } from "../contract.ts";

/** The acts on a queue that are open to its head. Pure. */
export type QueueAct = "employee" | "hours" | "deactivation" | RarerAct;
export type RarerAct = "edit" | "substitute" | "dates" | "publication" | "hiding" | "default" | "archival";

/** Those that are rarer, for its menu; the default one is always there and always active. */
export function rarerActs(queue: Queue, publicBooking: boolean): RarerAct[] {
  const { isDefault, active } = queue;
  return [
    "edit",
    "substitute",
    ...(isDefault ? [] : ["dates" as const]),
    ...publicityActs(queue, publicBooking),
    ...(isDefault || !active ? [] : ["default" as const]),
    ...(isDefault ? [] : ["archival" as const]),
  ];
}

function publicityActs(queue: Queue, publicBooking: boolean): RarerAct[] {
  if (queue.public) return ["hiding"];
  return publicBooking && queue.active ? ["publication"] : [];
}
