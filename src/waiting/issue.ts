import { randomUUIDv7 } from "node:crypto";
import type { FromPaper } from "../appointments/paper/steps.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { offeredMinutes } from "../appointments/place/placing.ts";
import { STEP_RESULTS } from "../appointments/statuses.ts";
import type { ServiceGroup } from "../catalogue/service-groups.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { Ticket, TicketRequest } from "./contract.ts";
import { nextNumber, type TicketNumber } from "./number.ts";
import { noteOnTicket, performOnTicket } from "./perform.ts";
import { presentedTicket } from "./present.ts";
import { insertTicket, lastNumberOn, type TicketRow } from "./sql.ts";

/**
 * Gives today's next number to somebody whom no free place takes, and who waits; or notes that nothing could be done.
 * @throws Refusal 422 for the service; as `numberOn` does
 */
export async function issueTicket(
  tx: Tx,
  office: OperableOffice,
  { service, turnedAway, statutory }: TicketRequest,
  now: Temporal.Instant,
): Promise<Ticket> {
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  await offeredMinutes(tx, office, [service]);
  const row = await addTicket(tx, office, {
    date,
    service,
    group: null,
    isTurnedAway: turnedAway === true,
    isStatutory: statutory === true,
    at: now,
  });
  return presentedTicket(office.code, row);
}

interface AddedTicket extends Omit<NewTicket, "number"> {
  readonly group: ServiceGroup | null;
  /** No number is given */
  readonly isTurnedAway: boolean;
}

/** The day is locked. @throws as `numberOn` does */
export async function addTicket(
  tx: Tx,
  office: ActingOffice,
  { isTurnedAway, ...ticket }: AddedTicket,
): Promise<TicketRow> {
  const row = newTicket(office, { ...ticket, number: isTurnedAway ? null : await numberOn(tx, office, ticket.date) });
  await insertTicket(tx, office.id, row);
  await noteOnTicket(tx, office, { kind: isTurnedAway ? "turned-away" : "issued", at: ticket.at, after: row }, {});
  return row;
}

/**
 * Somebody who came during an outage without an appointment and went away unserved, as paper tells: two acts, as at the
 * counter, of which only the coming was noted. The day is locked.
 */
export async function noteLeftFromPaper(
  tx: Tx,
  office: OperableOffice,
  { service, at }: { readonly service: string; readonly at: Temporal.Instant },
  { date, cause, now }: FromPaper,
): Promise<void> {
  const row = newTicket(office, { date, service, number: await numberOn(tx, office, date), at });
  await insertTicket(tx, office.id, row);
  const noted = { at: now, cause, paperAt: at };
  await noteOnTicket(tx, office, { ...noted, kind: "issued", after: row }, {});
  const after = { ...row, status: STEP_RESULTS.departure.to };
  await performOnTicket(tx, office, { ...noted, kind: STEP_RESULTS.departure.kind, before: row, after });
}

/** @throws Refusal 409 when all numbers of the day were given */
async function numberOn(tx: Tx, office: ActingOffice, date: Temporal.PlainDate): Promise<TicketNumber> {
  const number = nextNumber(await lastNumberOn(tx, office.id, date));
  if (!number) throw new Refusal(409, "tickets-exhausted");
  return number;
}

interface NewTicket {
  readonly date: Temporal.PlainDate;
  /** null: not known yet */
  readonly service: string | null;
  readonly group?: ServiceGroup | null;
  /** null: turned away */
  readonly number: TicketNumber | null;
  readonly at: Temporal.Instant;
  readonly isStatutory?: boolean;
}

const newTicket = (
  { employeeId }: ActingOffice,
  { date, service, group = null, number, at, isStatutory = false }: NewTicket,
): TicketRow => ({
  id: randomUUIDv7(),
  date: date.toString(),
  service,
  service_group: group,
  queue: null,
  called_at: null,
  is_statutory: isStatutory,
  version: 1,
  letter: number?.letter ?? null,
  number: number?.number ?? null,
  status: number ? "arrived" : "turned-away",
  status_at: at,
  issued_at: at,
  issued_by: employeeId,
});
