import type { SeedRow } from "./appointment-rows.ts";
import { MAILBOXES } from "./names.ts";

/** Of ten visits of a public queue that were not booked at the counter */
const ONLINE_OF_TEN = 5;

/**
 * The same visit as if its citizen had booked it, for some of those in public queues. Its own letters decide, so that all
 * other visits come about as they would without. Pure.
 */
export function bookedOnline(row: SeedRow): SeedRow {
  const { appointment, events } = row;
  const given = Number.parseInt(appointment.id.slice(-6), 16);
  if (appointment.channel === "in-person" || given % 10 >= ONLINE_OF_TEN) return row;
  const email = appointment.email ?? `${MAILBOXES[given % MAILBOXES.length]}${given % 10_000}@example.gr`;
  return {
    ...row,
    appointment: {
      ...appointment,
      channel: "online",
      created_by: null,
      email,
    },
    events: events.map((event) => (event.kind === "booked" ? { ...event, employee_id: null } : event)),
  };
}
