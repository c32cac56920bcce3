import { employeeName } from "../../identity/employee-name-sql.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { NeedsOffer } from "../contract.ts";

export interface NeedsOfferRow {
  readonly isOn: boolean;
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
  readonly offices: NeedsOffer["offices"];
}

export async function needsOfferRow(tx: Read): Promise<NeedsOfferRow> {
  const rows = await tx.sql<NeedsOfferRow>`
    select is_on as "isOn", version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy",
      (select json_build_object('all', count(*), 'signLanguage', count(*) filter (where has_sign_language),
        'languages', count(*) filter (where interpreter_languages is not null)) from office) as offices
    from needs_offer`;
  return rows[0] as NeedsOfferRow;
}

/** Held until the transaction ends: of two who switch at once the second one sees what the first one did. */
export async function lockNeedsOffer(tx: Tx): Promise<void> {
  await tx.sql`select from needs_offer for update`;
}

export async function updateNeedsOffer(
  tx: Tx,
  employeeId: number,
  isOn: boolean,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    update needs_offer set is_on = ${isOn}, version = version + 1, changed_at = ${now}, changed_by = ${employeeId}`;
}
