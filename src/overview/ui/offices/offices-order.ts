import { visitorOf } from "../../../appointments/statuses.ts";
import type { OfficeOverview } from "../../contract.ts";
import { freeOn } from "../day-words.ts";

/** Those with most room first, equal ones by name. Pure. */
export function sortedOffices(offices: readonly OfficeOverview[], sort: "free" | undefined): OfficeOverview[] {
  const byName = offices.toSorted((a, b) => a.name.localeCompare(b.name, "el") || a.code.localeCompare(b.code, "el"));
  return sort === "free" ? byName.toSorted((a, b) => freeOn(b) - freeOn(a)) : byName;
}

export type Presence = "is-serving" | "is-idle" | null;

/** How a queue's employee is occupied at a moment of the day; null: the queue does not serve then. */
export function presenceAt({ active, open, visits }: OfficeOverview["queues"][number], time: string): Presence {
  if (visits.some(({ status }) => visitorOf(status) === "at-counter")) return "is-serving";
  const isOpen = active && open.some(({ from, to }) => from <= time && time < to);
  return isOpen && !visits.some(({ status }) => visitorOf(status) === "waiting") ? "is-idle" : null;
}
