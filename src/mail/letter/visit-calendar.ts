import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { senderOf, visitsToTell } from "../visit-sql.ts";
import { publishedCalendar } from "./calendar.ts";
import type { Envelope } from "./envelope.ts";

/**
 * An appointment for its citizen's calendar: the entry that the letters bring, so that a later letter changes it.
 * @throws Refusal 404
 */
export async function visitCalendar(tx: Read, officeId: number, id: string, envelope: Envelope): Promise<string> {
  const [visits, sender] = await Promise.all([visitsToTell(tx, officeId, [id]), senderOf(tx, officeId)]);
  const visit = visits.get(id);
  if (!visit) throw new Refusal(404, "appointment-not-found");
  return publishedCalendar(visit, sender, envelope);
}
