import { recordOwnAct } from "../../audit/record.ts";
import { announceRules } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { SendingOffice } from "../claim-letters.ts";
import type { Delivery } from "../delivery.ts";
import { outgoingOf } from "../letter/message.ts";
import { type Settlement, settle } from "../settle-sql.ts";
import { beginMessages, type MessageBegun } from "./claim-messages-sql.ts";
import { kindOf, MESSAGE_KINDS } from "./kinds.ts";
import { pageOfMessage } from "./page.ts";

interface ClaimedMessages {
  readonly deliveries: readonly Delivery[];
  readonly isMore: boolean;
}

/** Takes up what is due of the kinds that this program knows. What comes too late by now is given up. */
export async function claimMessages(
  tx: Tx,
  office: SendingOffice,
  most: number,
  now: Temporal.Instant,
): Promise<ClaimedMessages> {
  const begun = await beginMessages(tx, office.id, { kinds: Object.keys(MESSAGE_KINDS), most, now });
  const deliveries: Delivery[] = [];
  for (const { reason, answer, ...message } of begun) {
    const delivery = deliveryOf(message, office);
    const isLate = Temporal.Instant.compare(delivery.giveUpAt, now) <= 0;
    if (isLate) await giveUp(tx, office.id, delivery, { dueAt: now, at: now, reason, answer });
    else deliveries.push(delivery);
  }
  return { deliveries, isMore: begun.length === most };
}

/** With what was last said of it. */
async function giveUp(tx: Tx, officeId: number, delivery: Delivery, last: Omit<Settlement, "state">): Promise<void> {
  const settlement = { ...last, state: "expired" } as const;
  if (await settle(tx, officeId, delivery, settlement)) await delivery.follow(tx, settlement);
}

const deliveryOf = (
  { id, kind, payload, address, attempt }: Omit<MessageBegun, "reason" | "answer">,
  { id: officeId, sender }: SendingOffice,
): Delivery => ({
  id,
  attempt,
  // What it says does not change: whether it was said makes no other message of it.
  mayBeSaid: false,
  giveUpAt: kindOf(kind).uselessFrom(payload),
  compose: (sending) =>
    outgoingOf(id, address, pageOfMessage(kindOf(kind).write(payload, sender), sender), { sender, ...sending }),
  follow: (tx, settlement) => followMessage(tx, officeId, kind, settlement),
});

/** Nobody is to be called: whoever looks at the e-mails of the office sees what did not arrive. */
async function followMessage(tx: Tx, officeId: number, kind: string, { state, at }: Settlement): Promise<void> {
  if (state === "planned" || state === "sending") return;
  await recordOwnAct(
    tx,
    officeId,
    { act: state === "sent" ? "mail-sent" : "mail-refused", details: { message: kind } },
    at,
  );
  if (state !== "sent") announceRules(tx, officeId);
}
