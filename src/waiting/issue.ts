import { randomUUIDv7 } from "node:crypto";
import { lockDays } from "../appointments/place/locks.ts";
import { offeredMinutes } from "../appointments/place/placing.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { Ticket, TicketRequest } from "./contract.ts";
import { nextNumber } from "./number.ts";
import { noteOnTicket } from "./perform.ts";
import { presentedTicket } from "./present.ts";
import { insertTicket, lastNumberOn, type TicketRow } from "./sql.ts";

/**
 * Gives today's next number to somebody whom no free place takes, and who waits; or notes that nothing could be done.
 * @throws Refusal 422 for the service; 409 when all numbers of the day were given
 */
export async function issueTicket(
  tx: Tx,
  office: OperableOffice,
  { service, turnedAway }: TicketRequest,
  now: Temporal.Instant,
): Promise<Ticket> {
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  await offeredMinutes(tx, office, service);
  const number = turnedAway ? null : nextNumber(await lastNumberOn(tx, office.id, date));
  if (!turnedAway && !number) throw new Refusal(409, "tickets-exhausted");
  const row: TicketRow = {
    ...{ id: randomUUIDv7(), date: date.toString(), service, queue: null, called_at: null, version: 1 },
    ...{ letter: number?.letter ?? null, number: number?.number ?? null },
    status: turnedAway ? "turned-away" : "arrived",
    ...{ status_at: now, issued_at: now, issued_by: office.employeeId },
  };
  await insertTicket(tx, office.id, row);
  await noteOnTicket(tx, office, { kind: turnedAway ? "turned-away" : "issued", at: now, after: row }, {});
  return presentedTicket(office.code, row);
}
