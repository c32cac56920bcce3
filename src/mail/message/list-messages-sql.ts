import { part, type Read } from "../../platform/database/sql.ts";
import type { OfficeMessage } from "../contract.ts";
import type { RefusalReason } from "../rules.ts";

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: object;
  readonly address: string;
  readonly state: OfficeMessage["state"];
  readonly plannedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
  readonly reason: RefusalReason | null;
  readonly answer: string | null;
  readonly isLost: boolean;
}

/** Nobody misses it much later. */
const MISSED = { hours: 7 * 24 } as const;

/** It did not arrive of late, and none of its kind has since. */
const isLost = (
  now: Temporal.Instant,
) => part`(mail.state in ('refused', 'expired') and mail.planned_at > ${now.subtract(MISSED)}
  and not exists (
    select from mail as later where later.office_id = mail.office_id and later.appointment_id is null
      and later.kind = mail.kind and later.planned_at > mail.planned_at and later.state = 'sent'))`;

interface Wanted {
  readonly kinds: readonly string[];
  readonly now: Temporal.Instant;
  readonly today: Temporal.Instant;
}

/** What was lost, is under way, or was sent since today began; the latest first. */
export async function messagesOf(tx: Read, officeId: number, { kinds, now, today }: Wanted): Promise<MessageRow[]> {
  return tx.sql<MessageRow>`
    select id, kind, details as payload, address, state, planned_at as "plannedAt", due_at as "dueAt", settled_at as "settledAt",
      reason, answer, ${isLost(now)} as "isLost"
    from mail
    where office_id = ${officeId} and appointment_id is null and kind = any (${kinds}::text[])
      and (state in ('planned', 'sending') or state = 'sent' and settled_at >= ${today} or ${isLost(now)})
    order by planned_at desc, id limit 100`;
}

export async function countLostMessages(tx: Read, officeId: number, now: Temporal.Instant): Promise<number> {
  const rows = await tx.sql<{ lost: number }>`
    select count(*)::integer as lost from mail where office_id = ${officeId} and appointment_id is null and ${isLost(now)}`;
  return rows[0]?.lost ?? 0;
}
