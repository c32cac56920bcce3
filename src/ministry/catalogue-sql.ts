import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import type { CatalogueService, NewServiceRequest } from "./contract.ts";

type ServiceRow = Omit<CatalogueService, "ownMinutes">;

/** In the order of Greek. How many offices differ from the catalogue, the application itself can't see. */
export const allServices = (tx: AcrossOffices): Promise<CatalogueService[]> => tx.sql<CatalogueService>`
  select code, name, short_name as "shortName", name_en as "nameEn", minutes, to_bring as "toBring",
    online_url as "onlineUrl", entrance_group as "entranceGroup", version, coalesce(offices, 0)::integer as "ownMinutes"
  from service left join offices_with_own_minutes() as own on own.service = code
  order by name collate "el-x-icu"`;

export async function serviceByCode(tx: Read, code: string): Promise<ServiceRow | null> {
  const rows = await tx.sql<ServiceRow>`
    select code, name, short_name as "shortName", name_en as "nameEn", minutes, to_bring as "toBring",
      online_url as "onlineUrl", entrance_group as "entranceGroup", version
    from service where code = ${code}`;
  return rows[0] ?? null;
}

/** False when the code is taken. */
export async function insertService(tx: Tx, service: NewServiceRequest): Promise<boolean> {
  const { code, name, shortName, nameEn, minutes, toBring, onlineUrl, entranceGroup } = service;
  const rows = await tx.sql`
    insert into service (code, name, short_name, name_en, minutes, to_bring, online_url, entrance_group)
    values (${code}, ${name}, ${shortName}, ${nameEn}, ${minutes}, ${JSON.stringify(toBring)}::jsonb, ${onlineUrl},
      ${entranceGroup})
    on conflict do nothing returning code`;
  return rows.length === 1;
}

/** False when somebody, or an import, has written it since that version. */
export async function updateService(tx: Tx, service: NewServiceRequest, version: number): Promise<boolean> {
  const { code, name, shortName, nameEn, minutes, toBring, onlineUrl, entranceGroup } = service;
  const rows = await tx.sql`
    update service set name = ${name}, short_name = ${shortName}, name_en = ${nameEn}, minutes = ${minutes},
      to_bring = ${JSON.stringify(toBring)}::jsonb, online_url = ${onlineUrl}, entrance_group = ${entranceGroup},
      version = version + 1
    where code = ${code} and version = ${version} returning code`;
  return rows.length === 1;
}

export async function countOffices(tx: Read): Promise<number> {
  const rows = await tx.sql<{ offices: number }>`select count(*)::integer as offices from office`;
  return rows[0]?.offices ?? 0;
}
