import type { Read } from "../platform/database/sql.ts";
import type { Office, Service } from "./contract.ts";

/** @param since bookings from then on tell which service is usual */
export async function officeById(tx: Read, id: number, since: Temporal.Instant): Promise<Omit<Office, "services">> {
  const rows = await tx.sql<Omit<Office, "services">>`
    select code, name, name_en as "nameEn", municipality, address, postcode, phone, email,
      lead_minutes as "leadMinutes", is_example as "isExample",
      (select service from appointment where office_id = ${id} and live and starts_at > ${since}
        group by service order by count(*) desc, service limit 1) as "usualService"
    from office where id = ${id}`;
  return rows[0] as Omit<Office, "services">;
}

/** The catalogue, in the order of Greek. */
export async function services(tx: Read): Promise<Service[]> {
  return tx.sql<Service>`
    select code, name, short_name as "shortName", name_en as "nameEn", minutes, bring, bring_en as "bringEn"
    from service order by name collate "el-x-icu"`;
}
