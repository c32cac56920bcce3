import { bookArrived } from "../appointments/book-arrived.ts";
import { lockDays } from "../appointments/place/locks.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import type { ServedVisit } from "./contract.ts";
import { issueTicket } from "./issue.ts";
import { lineTerms } from "./sql.ts";

/**
 * Somebody without an appointment and without a name: a free place that runs or begins before a number would be due, or
 * else a number.
 * @throws Refusal 422 for the service; 409 when all numbers of the day were given
 */
export async function addWalkIn(
  tx: Tx,
  office: OperableOffice,
  service: string,
  now: Temporal.Instant,
): Promise<ServedVisit> {
  await lockDays(tx, office.id, dateOf(now));
  const within = Temporal.Duration.from({ minutes: (await lineTerms(tx, office.id)).slackMinutes });
  const appointment = await bookArrived(tx, office, service, { now, within });
  if (appointment) return { appointment, ticket: null };
  return { appointment: null, ticket: await issueTicket(tx, office, { service }, now) };
}
