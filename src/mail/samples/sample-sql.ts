import type { Read } from "../../platform/database/sql.ts";

export interface SampleService {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly minutes: number;
  readonly bring: string | null;
  readonly bringEn: string | null;
}

/** One for which something is to be brought, where there is one: a letter says most about it. */
export async function sampleService(tx: Read): Promise<SampleService> {
  const rows = await tx.sql<SampleService>`
    select code, name, name_en as "nameEn", minutes, bring, bring_en as "bringEn" from service
    order by bring is null, name collate "el-x-icu" limit 1`;
  return rows[0] as SampleService;
}
