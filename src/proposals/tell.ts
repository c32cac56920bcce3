import type { Standing } from "../appointments/concerned.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import type { Visit } from "./affected.ts";
import { type Notice, noticeOf, placeShown } from "./draw-up.ts";
import type { Decided } from "./match.ts";
import { planCall, planMail, type Told, untoldOf } from "./tell-sql.ts";

/**
 * Plans the message or the call, once for all that she was not told yet: from what she knows to her newest place. On the
 * list stands also whom nothing reaches, for somebody to think of a way.
 */
export async function tell(
  tx: Tx,
  office: AdministeredOffice,
  { visit, standing: { row }, act, place }: Decided,
  now: Temporal.Instant,
  cause: string,
): Promise<Notice> {
  if (act === "keep") return "none";
  const untold = await untoldOf(tx, office.id, row.id);
  const was = untold?.was ?? placeOf(row);
  if (!place) {
    await planCall(tx, office.id, row.id, was, "kept", now, cause);
    return noticeOf(visit, null);
  }
  const to = placeShown(place);
  const isOnCallList = untold?.mail === null;
  if (isOnCallList && noticeOf(visit, place) === "none") return "none";
  const replaces = untold?.mail ?? null;
  const way = was.date === to.date && was.time === to.time ? "none" : wayTo(visit);
  if (way === "email" || replaces !== null) {
    const state = way === "email" ? "planned" : "withdrawn";
    await planMail(tx, office.id, row, { place: [was, to], replaces, state }, now, cause);
  }
  if (way === "call" || way === "impossible") await planCall(tx, office.id, row.id, was, "moved", now, cause);
  return way;
}

const wayTo = (visit: Visit): Notice => (visit.hasEmail ? "email" : noticeOf(visit, null));

const placeOf = (row: Standing["row"]): Told => ({
  date: dateOf(row.starts_at).toString(),
  time: clockTextOf(row.starts_at),
  queue: row.queue,
});
