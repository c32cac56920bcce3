import { employeeName } from "../../identity/employee-name-sql.ts";
import { type Part, part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { DrawTerms } from "./draw-terms.ts";

/** SQL of how the ministry draws, and for which services. */

const TERMS: Part = part`opens_on as "opensOn", opens_time as "opensTime", closes_on as "closesOn", closes_time as "closesTime",
  visit_days as "visitDays", answer_days as "answerDays", release_days as "releaseDays", email_percent as "emailPercent",
  phone_percent as "phonePercent", need_percent as "needPercent", need_days as "needDays", moves`;

export async function drawTerms(tx: Read): Promise<DrawTerms> {
  const rows = await tx.sql<DrawTerms>`select ${TERMS} from draw_terms`;
  return rows[0] as DrawTerms;
}

export interface TermsRow extends DrawTerms {
  readonly reason: string;
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
}

export async function termsRow(tx: Read): Promise<TermsRow> {
  const rows = await tx.sql<TermsRow>`
    select ${TERMS}, reason, version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy" from draw_terms`;
  return rows[0] as TermsRow;
}

/** Held until the transaction ends: of two who save at once the second one sees what the first one wrote. */
export async function lockTerms(tx: Tx): Promise<void> {
  await tx.sql`select from draw_terms for update`;
}

export async function updateTerms(
  tx: Tx,
  { reason, ...terms }: DrawTerms & Pick<TermsRow, "reason">,
  { employeeId, now }: { readonly employeeId: number; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    update draw_terms set opens_on = ${terms.opensOn}, opens_time = ${terms.opensTime}, closes_on = ${terms.closesOn},
      closes_time = ${terms.closesTime}, visit_days = ${terms.visitDays}, answer_days = ${terms.answerDays},
      release_days = ${terms.releaseDays}, email_percent = ${terms.emailPercent}, phone_percent = ${terms.phonePercent},
      need_percent = ${terms.needPercent}, need_days = ${terms.needDays}, moves = ${terms.moves}, reason = ${reason},
      version = version + 1, changed_at = ${now}, changed_by = ${employeeId}`;
}

export async function servicesDrawn(tx: Read): Promise<string[]> {
  const rows = await tx.sql<{ service: string }>`select service from draw_service order by service`;
  return rows.map(({ service }) => service);
}

/** Those that are drawn from now on, and no others. */
export async function replaceServicesDrawn(
  tx: Tx,
  services: readonly string[],
  { employeeId, now }: { readonly employeeId: number; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`delete from draw_service where service <> all (${services}::text[])`;
  await tx.sql`
    insert into draw_service (service, since, changed_by)
    select service, ${now}::timestamptz, ${employeeId}::integer from unnest(${services}::text[]) as service
    on conflict do nothing`;
}

export interface ServiceTitle {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** All of the catalogue, by their names. */
export const serviceNames = (tx: Read): Promise<ServiceTitle[]> =>
  tx.sql<ServiceTitle>`select code, name, name_en as "nameEn" from service order by name collate "el-x-icu"`;
