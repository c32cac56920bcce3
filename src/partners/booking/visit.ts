import { randomBytes } from "node:crypto";
import { cancel } from "../../appointments/cancel.ts";
import { visitText } from "../../appointments/field/visit-services.ts";
import { movesLeft, requireMoveLeft } from "../../appointments/online/moves-left.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { type ExistingAppointment, existingAppointment, requireId } from "../../appointments/row/existing.ts";
import { minutesOf } from "../../appointments/row/present.ts";
import { hasPlace, isOver } from "../../appointments/statuses.ts";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../platform/time.ts";
import { type HoldWish, holdTime } from "../../public-booking/hold/hold.ts";
import { moveToHeld } from "../../public-booking/visit/moving.ts";
import type { PartnerVisit } from "../contract.ts";
import type { PartnerCaller } from "./caller.ts";
import { recordPartner } from "./record-partner.ts";
import { requireShare } from "./share.ts";
import { officeOfPartnerVisit } from "./visit-sql.ts";

/** The appointments that a partner has booked: it sees, moves and cancels no others. */

/** @throws Refusal 404 for what this partner has not booked, whoever else has */
export const officeBookedIn = async (
  tx: AcrossOffices,
  partner: PartnerCaller,
  id: string,
): Promise<CitizensOffice> => {
  requireId(id);
  const office = await officeOfPartnerVisit(tx, partner.id, id);
  if (office === null) throw new Refusal(404, "appointment-not-found");
  return officeOfCitizen(tx, office);
};

export const partnerVisit = async (tx: Read, office: CitizensOffice, id: string): Promise<PartnerVisit> =>
  shownVisit(office, await existingAppointment(tx, office, id), await movesLeft(tx, office.id, id));

interface PartnerAct {
  readonly partner: PartnerCaller;
  readonly id: string;
  /** As the partner saw it */
  readonly version: number;
  readonly now: Temporal.Instant;
}

/**
 * To a time that citizens may take now. Asked twice, it is moved once.
 * @throws Refusal 404, 409 `moves-used-up`, what has become of the time or of the appointment, or where the partner has its
 * share of the new day, 412
 */
export async function moveVisit(
  tx: Tx,
  office: CitizensOffice,
  { partner, id, version, now }: PartnerAct,
  { date, time }: Pick<HoldWish, "date" | "time">,
): Promise<PartnerVisit> {
  const row = await lockedVisit(tx, office, id, date);
  const isThere = dateTextOf(row.starts_at) === date.toString() && clockTextOf(row.starts_at) === time;
  if (isThere && hasPlace(row.status)) return partnerVisit(tx, office, id);
  requireToCome(row, now);
  await requireMoveLeft(tx, office.id, id);
  const { language, interpreter } = row;
  const service = visitText(row);
  const wish = { service, date, time, language, interpreter, moves: id };
  const form = await holdTime(tx, office, wish, { key: randomBytes(32), now, asker: null });
  if (dateTextOf(row.starts_at) !== date.toString())
    await requireShare(tx, office, partner, { id, service, date, now });
  await moveToHeld(tx, office, { row, version, form }, now);
  await recordPartner(tx, office, partner, { id, now });
  return partnerVisit(tx, office, id);
}

/** Asked twice, it is cancelled once. @throws Refusal 404, 409, 412 */
export async function cancelVisit(
  tx: Tx,
  office: CitizensOffice,
  { partner, id, version, now }: PartnerAct,
): Promise<PartnerVisit> {
  const row = await lockedVisit(tx, office, id);
  if (row.status === "cancelled" && row.transferred_to === null) return partnerVisit(tx, office, id);
  requireToCome(row, now);
  await cancel(tx, office, { id, version, now }, null);
  await recordPartner(tx, office, partner, { id, now });
  return partnerVisit(tx, office, id);
}

/** With its day locked, and others: the same request, sent again at once, sees here what the first one has done. */
async function lockedVisit(
  tx: Tx,
  office: CitizensOffice,
  id: string,
  ...others: readonly Temporal.PlainDate[]
): Promise<ExistingAppointment> {
  const { starts_at } = await existingAppointment(tx, office, id);
  await lockDays(tx, office.id, dateOf(starts_at), ...others);
  return existingAppointment(tx, office, id);
}

function requireToCome({ status, ends_at }: ExistingAppointment, now: Temporal.Instant): void {
  const isToCome = hasPlace(status) && !isOver(status) && Temporal.Instant.compare(now, ends_at) < 0;
  if (!isToCome) throw new Refusal(409, "status-conflict");
}

const shownVisit = ({ code }: CitizensOffice, row: ExistingAppointment, left: number): PartnerVisit => ({
  id: row.id,
  reference: row.reference,
  office: code,
  service: row.service,
  moreServices: [...row.more_services],
  companions: row.companions.map(({ services }) => ({ services: [...services] })),
  date: dateTextOf(row.starts_at),
  time: clockTextOf(row.starts_at),
  minutes: minutesOf(row),
  status: row.status,
  transferredTo: row.transferred_to,
  movesLeft: left,
  version: row.version,
});
