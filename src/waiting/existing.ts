import type { Act } from "../appointments/acts.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { hindranceBy } from "../appointments/statuses.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import { presentedTicket } from "./present.ts";
import { type TicketRow, ticketById } from "./sql.ts";

/** The ticket on which an act is done, as the clerk saw it, and when. */
export interface TicketTarget {
  readonly id: string;
  readonly version: number;
  readonly now: Temporal.Instant;
}

/** @throws Refusal 404 when the office has none of that id; another office's answers alike */
export async function existingTicket(tx: Read, office: ActingOffice, id: string): Promise<TicketRow> {
  const row = await ticketById(tx, office.id, id);
  if (!row) throw new Refusal(404, "ticket-not-found");
  return row;
}

/**
 * As the last writer of its day has left it: read again once that day is locked.
 * @throws Refusal 404; 412 with the present state when the clerk has an older one on the screen; 409 where the status does not allow the act
 */
export async function ticketFor(tx: Tx, office: ActingOffice, act: Act, target: TicketTarget): Promise<TicketRow> {
  const seen = await existingTicket(tx, office, target.id);
  await lockDays(tx, office.id, Temporal.PlainDate.from(seen.date));
  const row = await existingTicket(tx, office, target.id);
  requireTicketVersion(office, row, target.version);
  const isOver = act === "call" && row.date !== dateOf(target.now).toString();
  const why = hindranceBy(row.status, act) ?? (isOver ? "day-over" : null);
  if (why) throw new Refusal(409, "status-conflict", { values: { words: `act-${why}` } });
  return row;
}

export function requireTicketVersion(office: ActingOffice, row: TicketRow, version: number): void {
  if (version === row.version) return;
  throw new Refusal(412, "version-stale", {
    values: { at: clockTextOf(row.status_at) },
    extensions: { current: presentedTicket(office.code, row) },
  });
}
