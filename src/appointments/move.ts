import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import { perform } from "./act.ts";
import type { Appointment, MoveRequest } from "./contract.ts";
import { existing, requireVersion } from "./existing.ts";
import { lockDays, tryLockDays } from "./locks.ts";
import { placed } from "./placed.ts";
import { placeOrRefuse, serviceMinutes } from "./placing.ts";
import { requireAct } from "./require-act.ts";
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
  const seen = await existing(tx, office, id);
  const place = async (self: Row) => {
    await requireVersion(tx, office, self, version);
    requireAct("move", self, now);
    const minutes = serviceMinutes(tx, office, self.service);
    const wish = { date, time: request.time, queue: request.queue, minutes };
    return placeOrRefuse(tx, office, wish, self.channel, now, self);
  };
  const days = [dateOf(seen.starts_at), date] as const;
  if (!(await tryLockDays(tx, office.id, ...days))) {
    await place(seen);
    await lockDays(tx, office.id, ...days);
  }
  // Should somebody have moved it before its day was locked, its version has changed, and the caller is told so.
  const before = await existing(tx, office, id);
  return perform(tx, office, "moved", before, placed(before, await place(before), now), now);
}
