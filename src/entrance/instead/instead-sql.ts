import type { AcrossOffices, Read } from "../../platform/database/sql.ts";

/** SQL of what somebody can do instead who gets no number any more. */

/** Offices that give numbers to who comes without an appointment. */
export async function officesGivingNumbers(tx: AcrossOffices): Promise<ReadonlySet<number>> {
  const rows = await tx.sql<{ id: number }>`select id from offices_giving_numbers() as giving (id)`;
  return new Set(rows.map(({ id }) => id));
}

/** Somewhere in the office a number can be pressed for. */
export async function hasEntranceScreen(tx: Read, officeId: number): Promise<boolean> {
  const rows = await tx.sql<{ found: boolean }>`
    select exists (select from entrance_screen where office_id = ${officeId} and kind = 'entrance') as found`;
  return rows[0]?.found ?? false;
}

export interface LikelyService {
  readonly code: string;
  readonly minutes: number;
}

/**
 * By which the first free time is looked for, since nobody knows which service it is: the longest of the group that was pressed
 * for, in whose time the others fit as well; of something else the middle one. Null: the office offers none.
 */
export async function likelyService(tx: Read, officeId: number, ticket: string): Promise<LikelyService | null> {
  const rows = await tx.sql<LikelyService>`
    with offered as (
      select code, coalesce(own.minutes, service.minutes) as minutes,
        entrance_group = (select service_group from ticket
          where office_id = ${officeId} and id = ${ticket} and service_group <> 'other') as is_meant
      from service left join office_service as own on own.office_id = ${officeId} and own.service = code
      where coalesce(own.is_offered, true)
    )
    select code, minutes from offered
    where case when exists (select from offered where is_meant) then is_meant
      else minutes = (select percentile_disc(0.5) within group (order by minutes) from offered) end
    order by minutes desc, code limit 1`;
  return rows[0] ?? null;
}
