import type { ServiceGroup } from "../../catalogue/service-groups.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Named } from "../../text/local-names.ts";

/** SQL of what a screen at an entrance may do, and of what is chosen there. */

export interface EntranceTerms extends Named {
  readonly code: string;
  /** It gives numbers to who comes without an appointment */
  readonly givesNumbers: boolean;
  /** And prints them */
  readonly prints: boolean;
}

/** Null: the screen shows whom a counter calls, and stands at no entrance. */
export async function entranceTerms(tx: Read, officeId: number, screen: string): Promise<EntranceTerms | null> {
  const rows = await tx.sql<EntranceTerms>`
    select office.code, office.name, office.name_en as "nameEn", settings.tickets_at_entrance as "givesNumbers",
      settings.tickets_printed as prints
    from office join office_settings as settings on settings.office_id = office.id
      join entrance_screen as screen on screen.office_id = office.id
    where office.id = ${officeId} and screen.id = ${screen} and kind = 'entrance'`;
  return rows[0] ?? null;
}

export interface OfferedGroup {
  readonly name: ServiceGroup;
  /** The middle one of its services', as the office does them */
  readonly minutes: number;
}

/** Those of which the office offers any service. */
export const offeredGroups = (tx: Read, officeId: number): Promise<OfferedGroup[]> =>
  tx.sql<OfferedGroup>`
    select entrance_group as name, percentile_disc(0.5) within group (order by coalesce(own.minutes, service.minutes)) as minutes
    from service left join office_service as own on own.office_id = ${officeId} and own.service = code
    where coalesce(own.is_offered, true) and entrance_group <> 'other' group by entrance_group
    order by array_position(array['signatures', 'certificates', 'vehicles', 'benefits', 'collection'], entrance_group)`;

/** The middle one of all services that the office offers; null: it offers none. */
export async function usualMinutes(tx: Read, officeId: number): Promise<number | null> {
  const rows = await tx.sql<{ minutes: number | null }>`
    select percentile_disc(0.5) within group (order by coalesce(own.minutes, service.minutes)) as minutes
    from service left join office_service as own on own.office_id = ${officeId} and own.service = code
    where coalesce(own.is_offered, true)`;
  return rows[0]?.minutes ?? null;
}
