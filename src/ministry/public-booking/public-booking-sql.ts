import { employeeName } from "../../identity/employee-name-sql.ts";
import { type AcrossOffices, part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { PublicBookingPreview } from "../contract.ts";

/** Where a row opens booking. */
export interface OpeningExtent {
  /** Null: the whole country, or the offices that are named */
  readonly region: string | null;
  /** Null: all of the region or the country */
  readonly offices: readonly NamedOffice[] | null;
}

export interface NamedOffice {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export interface OpeningRow extends OpeningExtent {
  readonly id: string;
  readonly opened_at: Temporal.Instant;
  readonly opened_by_name: string | null;
}

const OPENING = part`id, region, opened_at, ${employeeName("opened_by")} as opened_by_name,
  case when offices is not null then (
    select json_agg(json_build_object('id', office.id, 'code', code, 'name', name) order by code)
    from office where office.id = any (offices)) end as offices`;

export const allOpenings = (tx: Read): Promise<OpeningRow[]> => tx.sql<OpeningRow>`
  select ${OPENING} from public_booking
  order by public_booking.offices is not null, region collate "el-x-icu" nulls first, opened_at, id`;

export async function openingById(tx: Read, id: string): Promise<OpeningRow | null> {
  const rows = await tx.sql<OpeningRow>`select ${OPENING} from public_booking where id = ${id}`;
  return rows[0] ?? null;
}

export const officesOfCodes = (tx: Read, codes: readonly string[]): Promise<NamedOffice[]> => tx.sql<NamedOffice>`
  select id, code, name from office where code = any (${codes}::text[]) order by code`;

export async function insertOpening(
  tx: Tx,
  { id, region, offices }: Pick<OpeningRow, "id" | "region" | "offices">,
  by: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into public_booking (id, region, offices, opened_at, opened_by)
    values (${id}, ${region}, ${idsOf(offices)}::integer[], ${now}, ${by})`;
}

export async function deleteOpening(tx: Tx, id: string): Promise<void> {
  await tx.sql`delete from public_booking where id = ${id}`;
}

/** @param id of the row that alone opens booking there; null: of one that is yet to come */
export async function countPublicBooking(
  tx: AcrossOffices,
  { region, offices }: OpeningExtent,
  id: string | null,
): Promise<Omit<PublicBookingPreview, "open">> {
  const rows = await tx.sql<{ offices: string; queues: string }>`
    select offices, queues from count_public_booking(${region}, ${idsOf(offices)}::integer[], ${id}::uuid)`;
  return { offices: Number(rows[0]?.offices), queues: Number(rows[0]?.queues) };
}

const idsOf = (offices: readonly NamedOffice[] | null): number[] | null => offices?.map(({ id }) => id) ?? null;
