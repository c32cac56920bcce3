import type { Tx } from "../platform/database/sql.ts";
import { claimLetters } from "./claim-letters.ts";
import { lockDue } from "./claim-sql.ts";
import type { Delivery } from "./delivery.ts";
import { claimMessages } from "./message/claim-messages.ts";
import { senderOf } from "./visit-sql.ts";

/** Messages of an office that this sender, and no other, is to send now. */
interface Claim {
  readonly deliveries: readonly Delivery[];
  /** There may be more */
  readonly isMore: boolean;
}

/** Of either sort. */
const MOST = 20;

/** Letters to citizens by their appointments, all others each for itself. */
export async function claim(tx: Tx, officeId: number, now: Temporal.Instant): Promise<Claim> {
  const [ids, sender] = await Promise.all([lockDue(tx, officeId, now, MOST), senderOf(tx, officeId)]);
  const office = { id: officeId, sender };
  const letters = await claimLetters(tx, office, ids, now);
  const messages = await claimMessages(tx, office, MOST, now);
  return { deliveries: [...letters, ...messages.deliveries], isMore: ids.length === MOST || messages.isMore };
}
