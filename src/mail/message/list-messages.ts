import type { Read } from "../../platform/database/sql.ts";
import { offsetText } from "../../platform/time.ts";
import type { OfficeMessage } from "../contract.ts";
import { senderOf } from "../visit-sql.ts";
import { kindOf, MESSAGE_KINDS } from "./kinds.ts";
import { messagesOf } from "./list-messages-sql.ts";

/** What an office was sent itself, and what of it did not arrive. */
export async function officeMessages(
  tx: Read,
  officeId: number,
  now: Temporal.Instant,
  today: Temporal.Instant,
): Promise<OfficeMessage[]> {
  const [rows, sender] = await Promise.all([
    messagesOf(tx, officeId, { kinds: Object.keys(MESSAGE_KINDS), now, today }),
    senderOf(tx, officeId),
  ]);
  return rows.map(({ kind, payload, plannedAt, dueAt, settledAt, ...row }) => ({
    ...row,
    subject: kindOf(kind).write(payload, sender).subject,
    plannedAt: offsetText(plannedAt),
    dueAt: settledAt ? null : offsetText(dueAt),
    settledAt: settledAt && offsetText(settledAt),
  }));
}
