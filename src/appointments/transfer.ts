import type { ActingOffice } from "../identity/acting-office.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { planMails } from "../outbox/plan.ts";
import type { Tx } from "../platform/database/sql.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { type Along, bringAlong, takeAlong } from "./along/along.ts";
import type { Appointment, TransferRequest } from "./contract.ts";
import { workOfRow } from "./field/visit-services.ts";
import { recordEvent } from "./history/history-sql.ts";
import { wordToCitizen } from "./history/word-to-citizen.ts";
import { perform } from "./perform.ts";
import { lockDays } from "./place/locks.ts";
import { offeredMinutes, placeOrRefuse, slotTaken } from "./place/placing.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { existingAppointment } from "./row/existing.ts";
import { asRead, newRow } from "./row/new-row.ts";
import { presented } from "./row/present.ts";
import { type AppointmentRow, insertAppointment } from "./sql.ts";

interface Offices<Office extends ActingOffice = OperableOffice> {
  readonly from: Office;
  readonly to: Office;
}

/**
 * Gives an appointment to another office of the same employee: there it begins with a reference of its own, here it
 * ends, and both or neither. Each office's rows are touched in that office's scope.
 */
export async function transfer(
  tx: Tx,
  { from, to }: Offices,
  target: AppointmentTarget,
  request: TransferRequest,
): Promise<Appointment> {
  const { id, now } = target;
  refuseFields(from.id === to.id ? [{ field: "office", code: "office-same" }] : []);
  const seen = await existingAppointment(tx, from, id);
  const date = Temporal.PlainDate.from(request.date);
  await lockBoth(tx, { officeId: from.id, date: dateOf(seen.starts_at) }, { officeId: to.id, date });
  const { before, along } = await endHere(tx, { from, to }, target);
  await tx.switchTenant({ office: to.id });
  const begun = await begin(tx, { from, to }, before, { ...request, now, movesBefore: along.movesBefore });
  await bringAlong(tx, to.id, along, { before, begun, at: now });
  const word = wordToCitizen(null, begun);
  if (word) await planMails(tx, to.id, [word], { at: now });
  await tx.switchTenant({ office: from.id });
  return presented(to.code, begun);
}

/**
 * It ends in the office that has it, as one that another office has by now: its citizen is written to from there alone.
 * @returns what it was, and what goes along
 */
export async function endHere(
  tx: Tx,
  { from, to }: Offices<ActingOffice>,
  { id, ...target }: AppointmentTarget,
): Promise<{ readonly before: AppointmentRow; readonly along: Along }> {
  const along = await takeAlong(tx, from.id, id);
  const before = await existingAppointment(tx, from, id);
  await requireAct(tx, from, before, { ...target, act: "transfer" });
  const after = { ...before, status: "cancelled" as const, status_at: target.now, transferred_to: to.code };
  await perform(tx, from, { kind: "transferred", at: target.now, before, after });
  return { before, along };
}

/** In the order of the offices' ids, so that two transfers in opposite directions can't wait for each other. */
export async function lockBoth(
  tx: Tx,
  ...days: readonly { readonly officeId: number; readonly date: Temporal.PlainDate }[]
) {
  for (const { officeId, date } of days.toSorted((a, b) => a.officeId - b.officeId)) await lockDays(tx, officeId, date);
}

async function begin(
  tx: Tx,
  { from, to }: Offices,
  before: AppointmentRow,
  { date, time, queue, among, now, movesBefore }: TransferRequest & Beginning,
): Promise<AppointmentRow> {
  const minutes = offeredMinutes(tx, to, workOfRow(before));
  const wish = { date: Temporal.PlainDate.from(date), time, queue, among, minutes, channel: before.channel, now };
  const place = await placeOrRefuse(tx, to, wish);
  const row = newRow(to, place, before, now);
  const reference = await insertAppointment(tx, to.id, row);
  if (reference === null) throw slotTaken(row.starts_at);
  const begun = asRead(to, row, reference);
  await noteBegun(tx, { from, to }, begun, { now, movesBefore });
  return begun;
}

interface Beginning {
  readonly now: Temporal.Instant;
  readonly movesBefore: number;
}

/** In the history of the office where it begins: from where it came, and how often its citizen had moved it. */
export async function noteBegun(
  tx: Tx,
  { from, to }: Offices<ActingOffice>,
  begun: AppointmentRow,
  { now, movesBefore }: Beginning,
): Promise<void> {
  const act = {
    kind: "transferred",
    at: now,
    employeeId: to.employeeId,
    before: null,
    after: begun,
    movesBefore,
  } as const;
  await recordEvent(tx, to.id, { ...act, changes: { office: [from.code, to.code] } });
}
