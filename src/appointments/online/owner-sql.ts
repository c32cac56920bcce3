import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of whose an appointment is, as far as that was proven. */

export interface VisitOwner {
  /** Of a tax number or a wallet's, hashed */
  readonly mark: Buffer;
  /** They booked it, identified; or knew its code and surname later on, identified too */
  readonly way: "taxisnet" | "wallet" | "code";
  readonly since: Temporal.Instant;
}

/** Of those who knew the code: a family has no more hands. */
const MOST_BY_CODE = 4;

export async function insertOwner(
  tx: Tx,
  officeId: number,
  appointment: string,
  { mark, way, since }: VisitOwner,
): Promise<void> {
  await tx.sql`
    insert into visit_owner (office_id, appointment_id, mark, way, since)
    values (${officeId}, ${appointment}, ${mark}, ${way}, ${since})`;
}

/**
 * Whoever knows the code becomes an owner beside others who do; what somebody else has booked as themselves stays theirs alone.
 * @returns whether it is theirs from now on, and was not before
 */
export async function insertOwnerByCode(
  tx: Tx,
  officeId: number,
  appointment: string,
  { mark, since }: Omit<VisitOwner, "way">,
): Promise<boolean> {
  const rows = await tx.sql`
    insert into visit_owner (office_id, appointment_id, mark, way, since)
    select ${officeId}::integer, ${appointment}::uuid, ${mark}::bytea, 'code', ${since}::timestamptz
    where not exists (
        select from visit_owner
        where office_id = ${officeId} and appointment_id = ${appointment} and way <> 'code')
      and ${MOST_BY_CODE} > (
        select count(*) from visit_owner where office_id = ${officeId} and appointment_id = ${appointment})
    on conflict do nothing
    returning mark`;
  return rows.length > 0;
}

export async function isOwner(tx: Read, officeId: number, appointment: string, mark: Buffer): Promise<boolean> {
  const rows = await tx.sql`
    select from visit_owner where office_id = ${officeId} and appointment_id = ${appointment} and mark = ${mark}`;
  return rows.length > 0;
}

export const ownersOf = (tx: Read, officeId: number, appointment: string): Promise<VisitOwner[]> =>
  tx.sql<VisitOwner>`
    select mark, way, since from visit_owner where office_id = ${officeId} and appointment_id = ${appointment}`;

/** Of the appointment that takes the place of theirs, in the scope of its office. */
export async function insertOwners(
  tx: Tx,
  officeId: number,
  appointment: string,
  owners: readonly VisitOwner[],
): Promise<void> {
  for (const owner of owners) await insertOwner(tx, officeId, appointment, owner);
}
