import { announceMails } from "../live/announce.ts";
import type { AcrossOffices, Tx } from "../platform/database/sql.ts";

interface PlannedMessage {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  /** Null: there is nothing to say */
  readonly payload: object | null;
  readonly at: Temporal.Instant;
}

export async function insertMessage(
  tx: Tx,
  officeId: number,
  { id, kind, to, payload, at }: PlannedMessage,
): Promise<void> {
  const state = payload ? "planned" : "withdrawn";
  await tx.sql`
    insert into mail (office_id, id, kind, address, details, planned_at, due_at, state, settled_at)
    values (${officeId}, ${id}, ${kind}, ${to}, ${JSON.stringify(payload)}::json, ${at}, ${at}, ${state},
      ${payload ? null : at}::timestamptz) on conflict do nothing`;
  if (payload) announceMails(tx, officeId);
}

/** Each office with the id of its own message. */
export async function withoutMessage(
  tx: AcrossOffices,
  offices: readonly number[],
  ids: readonly string[],
): Promise<number[]> {
  const rows = await tx.sql<{ office: number }>`
    select office from offices_without_message(${offices}::integer[], ${ids}::uuid[]) as office`;
  return rows.map(({ office }) => office);
}
