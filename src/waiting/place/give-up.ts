import { lockDays } from "../../appointments/place/locks.ts";
import { progress } from "../../appointments/progress.ts";
import { visitorOf } from "../../appointments/statuses.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { endTicket } from "../act-on-ticket.ts";
import { ticketById } from "../sql.ts";
import { undoTicket } from "../undo-ticket.ts";
import { lineNow } from "./line-now.ts";

/** Whose place, and when it is given up. */
interface GivenUp {
  readonly visit: string;
  readonly now: Temporal.Instant;
}

/** Who will not wait leaves the line. Somebody else's place is not touched; whoever waits no more has left it already. */
export async function giveUpPlace(tx: Tx, office: ActingOffice, { visit: id, now }: GivenUp): Promise<void> {
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  const { visits } = await lineNow(tx, office, date);
  const visit = visits.find((each) => each.id === id);
  if (!visit || visitorOf(visit.status) !== "waiting") return;
  if (!visit.isTicket) await progress(tx, office, { id, version: null, now }, "departure");
  else await endTicket(tx, office, { id, version: await versionOf(tx, office, id), now }, "departure");
}

/**
 * As soon as it was given nobody has waited: the number is taken back, and given to nobody else.
 * @returns false where something was done with it meanwhile
 */
export async function takeNumberBack(tx: Tx, office: ActingOffice, { visit: id, now }: GivenUp): Promise<boolean> {
  await lockDays(tx, office.id, dateOf(now));
  const ticket = await ticketById(tx, office.id, id);
  if (ticket?.status !== "arrived" || ticket.version !== 1) return false;
  await undoTicket(tx, office, { id, version: ticket.version, now });
  return true;
}

const versionOf = async (tx: Tx, office: ActingOffice, id: string): Promise<number> =>
  (await ticketById(tx, office.id, id))?.version ?? 0;
