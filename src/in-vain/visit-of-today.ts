import { lockDays } from "../appointments/place/locks.ts";
import { requireId } from "../appointments/row/existing.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { type VisitRow, visitById } from "./in-vain-sql.ts";

/**
 * Of an appointment or a number: today's, served, and as the last writer of the day has left it.
 * @throws Refusal 404; 409 of another day or one that the night has counted, when it was not served, or when its service was not noted
 */
export async function servedToday(
  tx: Tx,
  office: OperableOffice,
  id: string,
  now: Temporal.Instant,
): Promise<VisitRow> {
  requireId(id);
  await lockDays(tx, office.id, dateOf(now));
  const visit = await visitById(tx, office.id, id);
  if (!visit) throw new Refusal(404, "appointment-not-found");
  if (visit.date !== dateOf(now).toString() || visit.isCounted) throw new Refusal(409, "in-vain-other-day");
  if (visit.status !== "served") throw new Refusal(409, "in-vain-not-served");
  if (visit.services.length === 0) throw new Refusal(409, "in-vain-without-service");
  return visit;
}
