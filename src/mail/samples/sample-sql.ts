import type { Read } from "../../platform/database/sql.ts";
import type { ItemToBring } from "../../text/to-bring.ts";

export interface SampleService {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly minutes: number;
  readonly toBring: readonly ItemToBring[];
}

/** One for which something is to be brought, where there is one: a letter says most about it. */
export async function sampleService(tx: Read): Promise<SampleService> {
  const rows = await tx.sql<SampleService>`
    select code, name, name_en as "nameEn", minutes, to_bring as "toBring" from service
    order by to_bring = '[]', name collate "el-x-icu" limit 1`;
  return rows[0] as SampleService;
}
