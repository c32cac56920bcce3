import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of how many appointments one person has booked online. */

/** Others of the same person wait, in whichever office they book. The last lock that a booking takes. */
export async function lockPerson(tx: Tx, keys: readonly Buffer[]): Promise<void> {
  await Promise.all(
    keys.map((key) => tx.sql`select pg_advisory_xact_lock(hashtextextended(${`online ${key.toString("hex")}`}, 0))`),
  );
}

/** To come, in all offices. */
export async function countVisits(tx: AcrossOffices, keys: readonly Buffer[], now: Temporal.Instant): Promise<number> {
  const [row] = await tx.sql<{ visits: string }>`select count_online_visits(${keys}::bytea[], ${now}) as visits`;
  return Number(row?.visits);
}

export interface ComingName {
  readonly lastName: string;
  readonly firstName: string;
}

/** Of the appointments to come in all offices. */
export interface PeopleComing {
  /** To how many of them each of the names comes, in the order of the names */
  readonly visits: readonly number[];
  /** Who come to all of them, whatever their names */
  readonly people: number;
}

export async function countPeople(
  tx: AcrossOffices,
  keys: readonly Buffer[],
  names: readonly ComingName[],
  now: Temporal.Instant,
): Promise<PeopleComing> {
  const rows = await tx.sql<{ person: number; number: string }>`
    select person, number from count_online_people(${keys}::bytea[], ${JSON.stringify(names)}, ${now})`;
  const of = (wanted: number): number => Number(rows.find(({ person }) => person === wanted)?.number);
  return { visits: names.map((_, index) => of(index + 1)), people: of(0) };
}

/** What is noted of whoever has booked an appointment. */
export interface NotedPerson {
  readonly keys: readonly Buffer[];
  /** By the government's word */
  readonly isIdentified: boolean;
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
  { keys, isIdentified, domain }: NotedPerson,
): Promise<void> {
  const all = domain ? [...keys, domain.key] : keys;
  await tx.sql`
    insert into online_person (office_id, appointment_id, key, is_identified, is_domain, is_new_domain)
    select ${officeId}::integer, ${appointment}::uuid, key, ${isIdentified}::boolean, key = ${domain?.key ?? null}::bytea is true,
      key = ${domain?.isNew ? domain.key : null}::bytea is true
    from unnest(${all}::bytea[]) as key`;
}

/** As it was noted of an appointment, to be noted of the one that takes its place. */
export async function personOfVisit(tx: Read, officeId: number, appointment: string): Promise<NotedPerson> {
  const rows = await tx.sql<{ key: Buffer; isIdentified: boolean; isDomain: boolean; isNew: boolean }>`
    select key, is_identified as "isIdentified", is_domain or is_new_domain as "isDomain", is_new_domain as "isNew"
    from online_person
    where office_id = ${officeId} and appointment_id = ${appointment}`;
  return {
    keys: rows.filter(({ isDomain }) => !isDomain).map(({ key }) => key),
    isIdentified: rows.some(({ isIdentified }) => isIdentified),
    domain: rows.find(({ isDomain }) => isDomain) ?? null,
  };
}

export async function hasCome(tx: AcrossOffices, domain: Buffer): Promise<boolean> {
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
