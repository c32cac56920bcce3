import { announceMails } from "../live/announce.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import { type Letter, visitStatement } from "./letter.ts";
import type { LastLetter, Pending } from "./pending.ts";
import { bringsLinkOnly } from "./rules.ts";

/** SQL by which senders, any number of them, share the messages of an office. */

/** A sender that does not come back within it is taken for dead. */
export const LEASE = { minutes: 5 } as const;

export const officesWithMail = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select offices_with_mail as office from offices_with_mail(${now})`).map(
    ({ office }) => office,
  );

/** Appointments with due letters, each for this sender alone until the transaction ends. */
export async function lockDue(tx: Tx, officeId: number, now: Temporal.Instant, most: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    with due as materialized (
      select appointment_id as id from mail
      where office_id = ${officeId} and appointment_id is not null and state in ('planned', 'sending') and due_at <= ${now}
        and not exists (
        select from mail as other where other.office_id = ${officeId} and other.appointment_id = mail.appointment_id
          and other.state = 'sending' and other.due_at > ${now})
      group by 1 order by min(due_at), min(id::text) limit ${most}
    )
    select id from due where pg_try_advisory_xact_lock(hashtextextended(id::text, 0))`;
  return rows.map(({ id }) => id);
}

/** All that waits of these appointments, in the order of planning, also what is not due yet. */
export async function pendingOf(
  tx: Read,
  officeId: number,
  appointments: readonly string[],
  now: Temporal.Instant,
): Promise<Pending[]> {
  return tx.sql<Pending>`
    select id, appointment_id as appointment, kind, details -> 'place' as place, address, planned_at as "plannedAt", attempts,
      told is not null as "mayBeSaid",
      state = 'sending' and due_at > ${now} as "isUnderWay"
    from mail
    where office_id = ${officeId} and appointment_id = any (${appointments}::uuid[]) and state in ('planned', 'sending')
    order by id`;
}

/** By the appointment's id. What was withdrawn after it may have left counts as well: nobody knows that it has not. */
export async function lastLetters(
  tx: Read,
  officeId: number,
  appointments: readonly string[],
): Promise<ReadonlyMap<string, LastLetter>> {
  const rows = await tx.sql<LastLetter>`
    select distinct on (appointment_id) id, appointment_id as appointment, address, letter, told from mail
    where office_id = ${officeId} and appointment_id = any (${appointments}::uuid[]) and told is not null
    order by appointment_id, id desc`;
  return new Map(rows.map((row) => [row.appointment, row]));
}

/** From here on it may have left: should this sender die, the next one says the same once more, as the same message. */
export async function beginSending(
  tx: Tx,
  officeId: number,
  letters: readonly (Letter & { readonly carrier: Pick<Pending, "id"> })[],
  now: Temporal.Instant,
): Promise<void> {
  const given = letters.map(({ carrier, kind, visit, was }) => ({
    id: carrier.id,
    letter: kind,
    told: bringsLinkOnly(kind) ? null : { ...visitStatement(visit), was },
    address: visit.email,
  }));
  await tx.sql`
    update mail set state = 'sending', letter = given.letter, told = given.told, address = given.address,
      attempts = attempts + 1, due_at = ${now.add(LEASE)}
    from json_to_recordset(${JSON.stringify(given)}::json) as given (id uuid, letter text, told json, address text)
    where office_id = ${officeId} and mail.id = given.id`;
}

/** They have nothing to say, or another one says it. */
export async function withdraw(tx: Tx, officeId: number, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql`
    update mail set state = 'withdrawn', settled_at = ${now} where office_id = ${officeId} and id = any (${ids}::uuid[])`;
  announceMails(tx, officeId);
}
