import { announceRules } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { VisitState } from "./subject/visit.ts";

/** SQL of what is made anonymous before its time: of the owner of the tables, in all offices. */

interface Standing {
  readonly office_id: number;
  readonly id: string;
}

/** Where these appointments are that are not anonymous yet; of offices by their codes. */
export async function notYetErased(
  tx: Read,
  wanted: readonly { readonly office: string; readonly appointment: string }[],
): Promise<Standing[]> {
  return tx.sql<Standing>`
    select appointment.office_id, appointment.id
    from unnest(${wanted.map(({ office }) => office)}::text[], ${wanted.map(({ appointment }) => appointment)}::uuid[])
        as wanted (code, id)
      join office using (code) join appointment on appointment.office_id = office.id and appointment.id = wanted.id
    where anonymized_at is null order by 1, 2`;
}

/** Those of them that are not anonymous, as they are until the transaction ends. */
export const lockedStates = (tx: Tx, ids: readonly string[]): Promise<VisitState[]> =>
  tx.sql<VisitState>`
    select office_id, id, status, starts_at, ends_at, version, last_name, first_name, business_name, phone, business_afm, companions
    from appointment where id = any (${ids}::uuid[]) and anonymized_at is null order by office_id, id for no key update`;

export async function anonymize(tx: Tx, officeId: number, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx.sql`select anonymize(${officeId}, ${ids}::uuid[], ${at})`;
  announceRules(tx, officeId);
}

export async function insertErasures(
  tx: Tx,
  officeId: number,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into erasure (office_id, appointment_id, at) select ${officeId}::integer, id, ${at}::timestamptz
    from unnest(${ids}::uuid[]) as id on conflict do nothing`;
}
