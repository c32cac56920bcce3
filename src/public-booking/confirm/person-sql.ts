import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of how many appointments one person has booked online. */

/** Others of the same person wait, in whichever office they book. The last lock that a booking takes. */
export async function lockPerson(tx: Tx, keys: readonly Buffer[]): Promise<void> {
  await Promise.all(
    keys.map((key) => tx.sql`select pg_advisory_xact_lock(hashtextextended(${`online ${key.toString("hex")}`}, 0))`),
  );
}

/** To come, in all offices. */
export async function countVisits(tx: Read, keys: readonly Buffer[], now: Temporal.Instant): Promise<number> {
  const [row] = await tx.sql<{ visits: string }>`select count_online_visits(${keys}::bytea[], ${now}) as visits`;
  return Number(row?.visits);
}

/** What is noted of whoever has booked an appointment. */
export interface NotedPerson {
  readonly keys: readonly Buffer[];
  /** Of the e-mail, where that is all that shows who it is; null: it says nothing */
  readonly domain: MailDomain | null;
}

export interface MailDomain {
  readonly key: Buffer;
  /** Nobody of it has come yet */
  readonly isNew: boolean;
}

export async function insertPerson(
  tx: Tx,
  officeId: number,
  appointment: string,
  { keys, domain }: NotedPerson,
): Promise<void> {
  const all = domain ? [...keys, domain.key] : keys;
  await tx.sql`
    insert into online_person (office_id, appointment_id, key, is_domain, is_new_domain)
    select ${officeId}::integer, ${appointment}::uuid, key, key = ${domain?.key ?? null}::bytea is true,
      key = ${domain?.isNew ? domain.key : null}::bytea is true
    from unnest(${all}::bytea[]) as key`;
}

/** As it was noted of an appointment, to be noted of the one that takes its place. */
export async function personOfVisit(tx: Read, officeId: number, appointment: string): Promise<NotedPerson> {
  const rows = await tx.sql<{ key: Buffer; isDomain: boolean; isNew: boolean }>`
    select key, is_domain or is_new_domain as "isDomain", is_new_domain as "isNew" from online_person
    where office_id = ${officeId} and appointment_id = ${appointment}`;
  return {
    keys: rows.filter(({ isDomain }) => !isDomain).map(({ key }) => key),
    domain: rows.find(({ isDomain }) => isDomain) ?? null,
  };
}

export async function hasCome(tx: Read, domain: Buffer): Promise<boolean> {
  const [row] = await tx.sql<{ known: boolean }>`select domain_has_come(${domain}) as known`;
  return row?.known ?? false;
}

/** Half-open. */
interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Of an office's visits between two moments, the minutes of those who booked with a domain's mailboxes. */
export async function minutesOfDomain(tx: Read, officeId: number, domain: Buffer, { from, to }: Span): Promise<number> {
  const [row] = await tx.sql<{ minutes: number }>`
    select coalesce(sum(minute_of(ends_at) - minute_of(starts_at)), 0)::integer as minutes
    from online_person as person
      join appointment on appointment.office_id = person.office_id and id = person.appointment_id
    where person.office_id = ${officeId} and key = ${domain} and live and starts_at >= ${from} and starts_at < ${to}`;
  return row?.minutes ?? 0;
}
