import { employeeName } from "../../identity/employee-name-sql.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { PublicBookingPreview } from "../contract.ts";

export interface OpeningRow {
  readonly id: string;
  /** Null: the whole country */
  readonly region: string | null;
  readonly opened_at: Temporal.Instant;
  readonly opened_by_name: string | null;
}

export const allOpenings = (tx: Read): Promise<OpeningRow[]> => tx.sql<OpeningRow>`
  select id, region, opened_at, ${employeeName("opened_by")} as opened_by_name
  from public_booking order by region collate "el-x-icu" nulls first`;

export async function openingById(tx: Read, id: string): Promise<OpeningRow | null> {
  const rows = await tx.sql<OpeningRow>`
    select id, region, opened_at, ${employeeName("opened_by")} as opened_by_name from public_booking where id = ${id}`;
  return rows[0] ?? null;
}

export async function insertOpening(
  tx: Tx,
  { id, region }: Pick<OpeningRow, "id" | "region">,
  by: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`insert into public_booking (id, region, opened_at, opened_by) values (${id}, ${region}, ${now}, ${by})`;
}

export async function deleteOpening(tx: Tx, id: string): Promise<void> {
  await tx.sql`delete from public_booking where id = ${id}`;
}

/** @param id of the row that alone opens booking there; null: of one that is yet to come */
export async function countPublicBooking(
  tx: Read,
  region: string | null,
  id: string | null,
): Promise<PublicBookingPreview> {
  const rows = await tx.sql<{ offices: string; queues: string }>`
    select offices, queues from count_public_booking(${region}, ${id}::uuid)`;
  return { offices: Number(rows[0]?.offices), queues: Number(rows[0]?.queues) };
}
