import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import type { NamedService } from "../office-sql.ts";

/** SQL of finding a service and an office. */

export interface FoundService extends NamedService {
  readonly shortName: string;
  readonly minutes: number;
  /** Where it is done without a visit; null: nowhere */
  readonly onlineUrl: string | null;
}

/** As the catalogue has them, in the order of Greek. @param codes of these alone; null: all, of which there may be a thousand */
export const foundServices = (
  tx: Read,
  codes: readonly string[] | null = null,
): Promise<FoundService[]> => tx.sql<FoundService>`
  select code, name, name_en as "nameEn", short_name as "shortName", to_bring as "toBring", minutes,
    online_url as "onlineUrl"
  from service where ${codes}::text[] is null or code = any (${codes}::text[]) order by name collate "el-x-icu"`;

export async function isOpenAnywhere(tx: Read): Promise<boolean> {
  const rows = await tx.sql<{ open: boolean }>`select exists (select from public_booking) as open`;
  return rows[0]?.open ?? false;
}

/** Those in which citizens may book: a service, or (null) anything. */
export async function openOfficeIds(
  tx: AcrossOffices,
  service: string | null,
  today: Temporal.PlainDate,
): Promise<ReadonlySet<number>> {
  const rows = await tx.sql<{ id: number }>`
    select id from offices_open_to_citizens(${service}, ${today}::date) as id`;
  return new Set(rows.map(({ id }) => id));
}

/** What an office does not do: by its own word. */
export async function servicesNotOffered(tx: Read, officeId: number): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ service: string }>`
    select service from office_service where office_id = ${officeId} and not is_offered`;
  return new Set(rows.map(({ service }) => service));
}
