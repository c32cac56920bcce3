import { employeeName } from "../identity/employee-name-sql.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";

export interface ClosureRow {
  readonly id: string;
  readonly region: string | null;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly reason: string;
  readonly sweep: string | null;
}

export type ListedClosure = ClosureRow & {
  readonly created_at: Temporal.Instant;
  readonly created_by_name: string | null;
};

/** Those that end after `since`, the latest first. */
export const closuresSince = (tx: Read, since: Temporal.Instant): Promise<ListedClosure[]> => tx.sql<ListedClosure>`
  select id, region, starts_at, ends_at, reason, sweep, created_at, ${employeeName("created_by")} as created_by_name
  from closure where ends_at > ${since} order by starts_at desc, id`;

export async function closureById(tx: Read, id: string): Promise<ClosureRow | null> {
  const rows = await tx.sql<ClosureRow>`
    select id, region, starts_at, ends_at, reason, sweep from closure where id = ${id}`;
  return rows[0] ?? null;
}

/** Of the same offices at the same time, other than `except`. */
export async function overlappingClosure(
  tx: Read,
  wish: ClosureRow,
  except: string | null,
): Promise<ClosureRow | null> {
  const rows = await tx.sql<ClosureRow>`
    select id, region, starts_at, ends_at, reason, sweep from closure
    where region is not distinct from ${wish.region} and starts_at < ${wish.ends_at} and ends_at > ${wish.starts_at}
      and id is distinct from ${except}::uuid order by starts_at limit 1`;
  return rows[0] ?? null;
}

export async function insertClosure(
  tx: Tx,
  { id, region, starts_at, ends_at, reason, sweep }: ClosureRow,
  now: Temporal.Instant,
  employeeId: number,
): Promise<void> {
  await tx.sql`insert into closure (id, region, starts_at, ends_at, reason, sweep, created_at, created_by)
    values (${id}, ${region}, ${starts_at}, ${ends_at}, ${reason}, ${sweep}, ${now}, ${employeeId})`;
}

export async function deleteClosureRow(tx: Tx, id: string): Promise<void> {
  await tx.sql`delete from closure where id = ${id}`;
}

export async function endClosure(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.sql`update closure set ends_at = ${at} where id = ${id}`;
}

export interface RegionRow {
  readonly name: string | null;
  readonly offices: number;
}

/** Of all offices; null: of those without a region. */
export const allRegions = (tx: Read): Promise<RegionRow[]> => tx.sql<RegionRow>`
  select region as name, count(*)::integer as offices from office group by region order by region collate "el-x-icu"`;

/** @param month its first day */
export async function takenByDay(
  tx: AcrossOffices,
  region: string,
  month: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<{ readonly date: string; readonly appointments: number }[]> {
  return tx.sql<{ date: string; appointments: number }>`
    select day::text as date, appointments::integer from taken_by_day(${region}, ${month}::date, ${now})`;
}
