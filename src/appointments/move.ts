import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf, instantOf } from "../platform/time.ts";
import { perform } from "./act.ts";
import type { Appointment, MoveRequest } from "./contract.ts";
import { existing, requireVersion } from "./existing.ts";
import { lockDays } from "./locks.ts";
import { placeOrRefuse, serviceMinutes } from "./placing.ts";
import type { Row } from "./sql.ts";

/** To another time or queue; everything else stays. The old place is free the moment the new one is taken. */
export async function move(
  tx: Tx,
  office: OperableOffice,
  id: string,
  version: number,
  request: MoveRequest,
  now: Temporal.Instant,
): Promise<Appointment> {
  const date = Temporal.PlainDate.from(request.date);
  const before = await lockedWithBothDays(tx, office, id, date);
  await requireVersion(tx, office, before, version);
  if (before.status !== "booked" && before.status !== "arrived") throw new Refusal(409, "status-conflict");
  const minutes = await serviceMinutes(tx, before.service);
  const wish = { date, time: request.time, queue: request.queue, minutes };
  const { queue, visit } = await placeOrRefuse(tx, office, wish, before.channel, now, before);
  const after = { ...before, queue, starts_at: instantOf(visit.from), ends_at: instantOf(visit.to), kept_by: null };
  return perform(tx, office, "moved", before, after, now);
}

/**
 * The day it leaves is only known once it is read, and is only sure once that day is locked. Should somebody move it
 * in between, its version has changed: the caller is told so.
 */
async function lockedWithBothDays(tx: Tx, office: OperableOffice, id: string, date: Temporal.PlainDate): Promise<Row> {
  const seen = await existing(tx, office, id);
  await lockDays(tx, office.id, dateOf(seen.starts_at), date);
  return existing(tx, office, id);
}
