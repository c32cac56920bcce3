import type { Read, Tx } from "../platform/database/sql.ts";
import type { CarriedLetter } from "./choose-letters.ts";

export const officesWaiting = async (tx: Read): Promise<number[]> =>
  (
    await tx.sql<{ office: number }>`
    select distinct office_id as office from mail where state in ('planned', 'sending') order by 1`
  ).map(({ office }) => office);

/** The appointments of which any letter waits, due or not. */
export const waitingOf = async (tx: Read, officeId: number): Promise<string[]> =>
  (
    await tx.sql<{ id: string }>`
    select distinct appointment_id as id from mail
    where office_id = ${officeId} and appointment_id is not null and state in ('planned', 'sending')`
  ).map(({ id }) => id);

/** They count as lost: sent again only by whoever has looked. What may have been said of them before stays known. */
export async function holdBack(
  tx: Tx,
  officeId: number,
  letters: readonly CarriedLetter[],
  now: Temporal.Instant,
): Promise<void> {
  const given = letters.map(({ carrier, kind, visit }) => ({ id: carrier.id, letter: kind, address: visit.email }));
  await tx.sql`
    update mail set state = 'expired', letter = given.letter, address = given.address, settled_at = ${now},
      reason = 'restored', answer = null
    from json_to_recordset(${JSON.stringify(given)}::json) as given (id uuid, letter text, address text)
    where office_id = ${officeId} and mail.id = given.id`;
}

/** Messages that are no letters, of whatever kind. */
export async function holdBackMessages(tx: Tx, officeId: number, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update mail set state = 'expired', settled_at = ${now}, reason = 'restored', answer = null
    where office_id = ${officeId} and appointment_id is null and state in ('planned', 'sending')`;
}
