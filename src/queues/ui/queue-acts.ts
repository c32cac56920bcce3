import type { Queue } from "../contract.ts";

/** What a head may do with a queue. Pure. */
export type QueueAct = "edit" | "employee" | "hours" | "deactivation" | RarerAct;
export type RarerAct = "substitute" | "dates" | "default" | "archival";

/** Those that are rarer, for its menu; the default one is always there and always active. */
export function rarerActs({ isDefault, active }: Queue): RarerAct[] {
  if (isDefault) return ["substitute"];
  return active ? ["substitute", "dates", "default", "archival"] : ["substitute", "dates", "archival"];
}
