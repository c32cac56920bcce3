import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Named } from "../../text/local-names.ts";
import type { Heartbeat, PaperState } from "./contract.ts";

/** SQL of the printers themselves, which are devices as the screens are. */

export interface PrinterRow {
  readonly id: string;
  readonly name: string;
  readonly paper: PaperState | null;
  readonly seenAt: Temporal.Instant | null;
}

export const printersOf = (tx: Read, officeId: number): Promise<PrinterRow[]> =>
  tx.sql<PrinterRow>`
    select id, name, paper, seen_at as "seenAt" from entrance_screen
    where office_id = ${officeId} and kind = 'printer' order by created_at`;

/** Where a printer stands, and what it may do now. */
export interface PrinterTerms extends Named {
  readonly givesNumbers: boolean;
  readonly paper: PaperState | null;
}

/** @throws Refusal 401 for a printer that was removed */
export async function existingTerms(tx: Read, officeId: number, id: string): Promise<PrinterTerms> {
  const rows = await tx.sql<PrinterTerms>`
    select office.name, office.name_en as "nameEn", settings.tickets_at_entrance as "givesNumbers", paper
    from entrance_screen as device join office on office.id = device.office_id
      join office_settings as settings on settings.office_id = device.office_id
    where device.office_id = ${officeId} and device.id = ${id} and kind = 'printer'`;
  if (!rows[0]) throw new Refusal(401, "printer-key-unknown");
  return rows[0];
}

/** That it lives is written once a minute, what has changed at once. */
export async function noteHeartbeat(
  tx: Tx,
  officeId: number,
  { id, paper, software, now }: Heartbeat & { readonly id: string; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    update entrance_screen set seen_at = ${now}, paper = ${paper}, software = ${software}
    where office_id = ${officeId} and id = ${id} and kind = 'printer' and (seen_at is null
      or seen_at < ${now.subtract({ minutes: 1 })} or paper is distinct from ${paper} or software is distinct from ${software})`;
}
