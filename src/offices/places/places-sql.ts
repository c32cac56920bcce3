import type { Read } from "../../platform/database/sql.ts";
import type { FinderOffice } from "./finder-office.ts";

/** All of the country, in the order of Greek. */
export const finderOffices = (tx: Read): Promise<FinderOffice[]> => tx.sql<FinderOffice>`
  select id, code, name, name_en as "nameEn", known_as as "knownAs", address, municipality, regional_unit as "regionalUnit",
    region, postcode, phone, latitude, longitude, has_step_free_entrance as "stepFreeEntrance"
  from office order by name collate "el-x-icu", code`;

/** Moves with each office that comes or changes. */
export async function officesVersion(tx: Read): Promise<string> {
  const rows = await tx.sql<{
    version: string;
  }>`select coalesce(sum(settings_version), 0)::text as version from office`;
  return rows[0]?.version as string;
}
