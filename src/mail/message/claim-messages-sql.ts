import type { Tx } from "../../platform/database/sql.ts";
import { LEASE } from "../claim-sql.ts";

/** A message as it is taken up. */
export interface MessageBegun {
  readonly id: string;
  readonly kind: string;
  readonly payload: object;
  readonly address: string;
  /** Which one it is, from 1 */
  readonly attempt: number;
  /** Of the attempt before */
  readonly reason: string | null;
  readonly answer: string | null;
}

interface Wanted {
  readonly kinds: readonly string[];
  readonly most: number;
  readonly now: Temporal.Instant;
}

/** From here on they may have left: should this sender die, the next one says the same once more, as the same message. */
export async function beginMessages(tx: Tx, officeId: number, { kinds, most, now }: Wanted): Promise<MessageBegun[]> {
  if (kinds.length === 0) return [];
  return tx.sql<MessageBegun>`
    with due as materialized (
      select id from mail
      where office_id = ${officeId} and appointment_id is null and kind = any (${kinds}::text[])
        and state in ('planned', 'sending') and due_at <= ${now}
      order by due_at, id limit ${most} for no key update skip locked
    )
    update mail set state = 'sending', attempts = attempts + 1, due_at = ${now.add(LEASE)}
    from due where mail.office_id = ${officeId} and mail.id = due.id
    returning mail.id, kind, details as payload, address, attempts as attempt, reason, answer`;
}
