import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { lastChangeOf, type Sender, senderOf, type Visit, visitsToTell } from "../visit-sql.ts";
import { followedCalendar, publishedCalendar } from "./calendar.ts";
import type { Envelope } from "./envelope.ts";

/**
 * An appointment for its citizen's calendar: the entry that the letters bring, so that a later letter changes it.
 * @throws Refusal 404
 */
export async function visitCalendar(tx: Read, officeId: number, id: string, envelope: Envelope): Promise<string> {
  const { visit, sender } = await visitAndSender(tx, officeId, id);
  return publishedCalendar(visit, sender, envelope);
}

/** The same for a calendar that follows it. @throws Refusal 404 */
export async function followedVisit(
  tx: Read,
  officeId: number,
  id: string,
  envelope: Omit<Envelope, "at">,
): Promise<string> {
  const [{ visit, sender }, at] = await Promise.all([visitAndSender(tx, officeId, id), lastChangeOf(tx, officeId, id)]);
  return followedCalendar(visit, sender, { ...envelope, at });
}

async function visitAndSender(tx: Read, officeId: number, id: string): Promise<{ visit: Visit; sender: Sender }> {
  const [visits, sender] = await Promise.all([visitsToTell(tx, officeId, [id]), senderOf(tx, officeId)]);
  const visit = visits.get(id);
  if (!visit) throw new Refusal(404, "appointment-not-found");
  return { visit, sender };
}
