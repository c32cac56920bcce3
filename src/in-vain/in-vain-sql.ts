import type { Status, TicketStatus } from "../appointments/statuses.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { InVain } from "./contract.ts";

/** SQL of visits in vain, while their day lasts. Nobody's name and no employee is in it. */

/** A visit as it is asked after: with an appointment or with a number. */
export interface VisitRow {
  /** ISO text, in Athens */
  readonly date: string;
  readonly status: Status | TicketStatus;
  /** Codes; empty: nobody noted which */
  readonly services: readonly string[];
  /** The night has counted its day */
  readonly isCounted: boolean;
}

export async function visitById(tx: Read, officeId: number, id: string): Promise<VisitRow | null> {
  const rows = await tx.sql<VisitRow>`
    select visit.*, exists (
      select from in_vain_until as until where until.office_id = ${officeId} and until.date >= visit.date::date) as "isCounted"
    from (select (starts_at at time zone 'Europe/Athens')::date::text as date, status,
      array (select code from services_of_visit(appointment)) as services
    from appointment where office_id = ${officeId} and id = ${id}
    union all
    select date::text, status, array_remove(array[service], null) from ticket where office_id = ${officeId} and id = ${id}) as visit`;
  return rows[0] ?? null;
}

/** Whoever writes it has locked the visit's day. */
export async function inVainOf(tx: Read, officeId: number, visit: string): Promise<InVain | null> {
  const rows = await tx.sql<InVain>`
    select visit, service, reason, line, version from visit_in_vain where office_id = ${officeId} and visit = ${visit}`;
  return rows[0] ?? null;
}

export const inVainOn = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<InVain[]> =>
  tx.sql<InVain>`
    select visit, service, reason, line, version from visit_in_vain
    where office_id = ${officeId} and date = ${date} order by visit`;

export async function writeInVain(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  { visit, service, reason, line, version }: InVain,
): Promise<void> {
  await tx.sql`
    insert into visit_in_vain (office_id, visit, date, service, reason, line, version)
    values (${officeId}, ${visit}, ${date}, ${service}, ${reason}, ${line}, ${version})
    on conflict (office_id, visit) do update
    set service = excluded.service, reason = excluded.reason, line = excluded.line, version = excluded.version`;
}

/** The Greek words of what to bring for a service. */
export async function linesToBring(tx: Read, service: string): Promise<string[]> {
  const rows = await tx.sql<{ line: string }>`
    select item ->> 'greek' as line from service cross join lateral jsonb_array_elements(to_bring) as item
    where code = ${service}`;
  return rows.map(({ line }) => line);
}
