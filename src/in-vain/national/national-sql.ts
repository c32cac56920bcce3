import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import type { ItemToBring } from "../../text/to-bring.ts";
import type { InVainCounts } from "../contract.ts";

/** SQL of the sums of services. They are of no office. */

export interface ServiceCounts extends InVainCounts {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

export const countsOfServices = (tx: Read, { from, to }: ClosedWeeks): Promise<ServiceCounts[]> =>
  tx.sql<ServiceCounts>`
    select code, name, name_en as "nameEn", sum(visits)::integer as visits, sum(paper)::integer as paper,
      sum(elsewhere)::integer as elsewhere, sum(needless)::integer as needless
    from in_vain_week join service on code = in_vain_week.service
    where monday >= ${from} and monday <= ${to} group by code order by name collate "el-x-icu"`;

export async function daysOfWeeks(tx: Read, { from, to }: ClosedWeeks) {
  const rows = await tx.sql<{ counted: number; leftOut: number }>`
    select coalesce(sum(counted), 0)::integer as counted, coalesce(sum(left_out), 0)::integer as "leftOut"
    from in_vain_days where monday >= ${from} and monday <= ${to}`;
  return rows[0] ?? { counted: 0, leftOut: 0 };
}

export interface LineOfService {
  readonly code: string;
  readonly line: string;
  readonly count: number;
}

/** Which papers were missing, the most often first. */
export const linesOfServices = (tx: Read, { from, to }: ClosedWeeks): Promise<LineOfService[]> =>
  tx.sql<LineOfService>`
    select service as code, line, sum(visits)::integer as count from in_vain_line
    where monday >= ${from} and monday <= ${to} group by 1, 2 order by 3 desc, in_vain_line.line collate "el-x-icu"`;

interface OfficesRow {
  readonly counted: number;
  readonly used: number;
  /** ISO text */
  readonly since: string | null;
}

/** How many offices, and never which. */
export async function officesOfWeeks(tx: AcrossOffices, { from, to }: ClosedWeeks): Promise<OfficesRow> {
  const rows = await tx.sql<OfficesRow>`
    select counted, used, since::text as since from in_vain_offices(${from}, ${to})`;
  return rows[0] ?? { counted: 0, used: 0, since: null };
}

export interface CataloguedLines {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly toBring: readonly ItemToBring[];
}

export async function cataloguedLines(tx: Read, code: string): Promise<CataloguedLines | null> {
  const rows = await tx.sql<CataloguedLines>`
    select code, name, name_en as "nameEn", to_bring as "toBring" from service where code = ${code}`;
  return rows[0] ?? null;
}

export interface WeekCounts extends InVainCounts {
  readonly monday: string;
  readonly lines: Readonly<Record<string, number>>;
}

export const weeksOfService = (tx: Read, service: string, { from, to }: ClosedWeeks): Promise<WeekCounts[]> =>
  tx.sql<WeekCounts>`
    select monday::text as monday, visits, paper, elsewhere, needless, coalesce((
        select json_object_agg(line, line.visits) from in_vain_line as line
        where line.monday = week.monday and line.service = week.service), '{}') as lines
    from in_vain_week as week where service = ${service} and monday >= ${from} and monday <= ${to} order by week.monday`;

interface CatalogueState {
  readonly toBring?: readonly ItemToBring[];
  readonly [field: string]: unknown;
}

export interface ServiceChangeEntry {
  readonly at: Temporal.Instant;
  readonly before: CatalogueState;
  readonly after: CatalogueState;
}

/** What the ministry changed of a service, by the national log, the latest first. @param nation its office */
export const changesOfService = (
  tx: Read,
  nation: number,
  service: string,
  since: Temporal.Instant,
): Promise<ServiceChangeEntry[]> =>
  tx.sql<ServiceChangeEntry>`
    select at, details -> 'before' as before, details -> 'after' as after from audit_entry
    where office_id = ${nation} and at >= ${since} and act = 'service-changed' and details ->> 'id' = ${service}
    order by at desc`;

/** When what to bring for each service changed last. @param nation its office; span: to is not included */
export const changesOfLines = (
  tx: Read,
  nation: number,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<{ readonly code: string; readonly at: Temporal.Instant }[]> =>
  tx.sql`
    select details ->> 'id' as code, max(at) as at from audit_entry
    where office_id = ${nation} and at >= ${from} and at < ${to} and act = 'service-changed'
      and details -> 'after' ? 'toBring'
      and details -> 'before' -> 'toBring' is distinct from details -> 'after' -> 'toBring'
    group by 1`;
