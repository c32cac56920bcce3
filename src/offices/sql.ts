import type { Role } from "../identity/contract.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { Office, Service } from "./contract.ts";

/** As many as there are keys for them. */
const MOST_USUAL = 6;

type OfficeItself = Omit<Office, "services" | "notOffered" | "interpreters">;

interface UsualWeeks {
  /** Bookings from then on tell which services are usual */
  readonly since: Temporal.Instant;
  /** The order is told by those before, so that it stays for a week; later ones come behind */
  readonly thisWeek: Temporal.Instant;
}

export async function officeById(tx: Read, id: number, { since, thisWeek }: UsualWeeks): Promise<OfficeItself> {
  const rows = await tx.sql<OfficeItself>`
    select code, name, name_en as "nameEn", municipality, address, postcode, phone, email,
      settings.lead_minutes as "leadMinutes", settings.common_minutes as "commonMinutes",
      settings.longer_minutes as "longerMinutes", is_example as "isExample",
      array['el', 'en'] || array(select language from counter_language where is_on) as languages,
      (select is_on from needs_offer) as "offersNeeds",
      array(select service from
        (select code as service, count(*) filter (where starts_at < ${thisWeek}) as before, count(*) as "all"
            from appointment as visit cross join unnest(array(select code from services_of_visit(visit))) as code
            where office_id = ${id} and live and starts_at > ${since} group by code
          union all select settings.usual_service, 0, 0 where settings.usual_service is not null) as booked
        where not exists (select from office_service as own
          where own.office_id = ${id} and own.service = booked.service and not is_offered)
        group by service order by max(before) desc, max("all") desc, service limit ${MOST_USUAL}) as "usualServices",
      (select settings.usual_service where not exists (select from office_service as own
        where own.office_id = ${id} and own.service = settings.usual_service and not is_offered)) as "usualService"
    from office join office_settings as settings on settings.office_id = office.id where office.id = ${id}`;
  return rows[0] as OfficeItself;
}

export async function writeUsualService(tx: Tx, id: number, service: string): Promise<void> {
  await tx.sql`
    update office_settings set usual_service = ${service}
    where office_id = ${id} and usual_service is distinct from ${service}`;
}

/** The catalogue with the office's own minutes, in the order of Greek, by whether the office offers it. */
export async function servicesOf(tx: Read, officeId: number): Promise<Pick<Office, "services" | "notOffered">> {
  const rows = await tx.sql<Service & { isOffered: boolean }>`
    select code, name, short_name as "shortName", name_en as "nameEn", to_bring as "toBring",
      coalesce(own.minutes, service.minutes) as minutes, coalesce(own.is_offered, true) as "isOffered"
    from service left join office_service as own on own.office_id = ${officeId} and own.service = service.code
    order by name collate "el-x-icu"`;
  return {
    services: rows.filter(({ isOffered }) => isOffered),
    notOffered: rows.filter(({ isOffered }) => !isOffered),
  };
}

export interface StaffRow {
  readonly lastName: string;
  readonly firstName: string;
  readonly roles: readonly Role[];
  readonly queues: readonly { readonly number: number; readonly name: string }[];
  readonly syncedAt: Temporal.Instant;
}

export async function staffOf(tx: Read, officeId: number): Promise<StaffRow[]> {
  return tx.sql<StaffRow>`
    select last_name as "lastName", first_name as "firstName", synced_at as "syncedAt",
      json_agg(role order by role) as roles,
      (select coalesce(json_agg(json_build_object('number', number, 'name', name) order by number), '[]')
        from queue where queue.office_id = ${officeId} and employee_id = employee.id and not is_archived) as queues
    from membership join employee on employee.id = membership.employee_id
    where membership.office_id = ${officeId}
    group by employee.id order by last_name collate "el-x-icu", first_name collate "el-x-icu", employee.id`;
}
