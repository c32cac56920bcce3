import { placesByTelephone } from "../../appointments/first-free/by-telephone.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { insertAccess } from "./capacity-sql.ts";

/** One time that is free soon may have been given back just now; the third says what whoever calls will find. */
const THIRD = 3;

/** @param last the day that has ended */
export async function noteAccess(
  tx: Tx,
  officeId: number,
  last: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<void> {
  const places = await placesByTelephone(tx, officeId, { now, count: THIRD });
  const third = places[THIRD - 1];
  const days = third ? dateOf(now).until(Temporal.PlainDate.from(third.date), { largestUnit: "day" }).days : null;
  await insertAccess(tx, officeId, last, days);
}
