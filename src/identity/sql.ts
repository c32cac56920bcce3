import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import type { Membership } from "./actor.ts";
import type { OfficeRight, Rights } from "./directory/rights.ts";
import { betterName } from "./employee-name.ts";
import { announceEmployee } from "./employee-notice.ts";
import type { SignedInPerson } from "./provider/provider.ts";

export interface EmployeeRow {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly is_ministry: boolean;
  readonly synced_at: Temporal.Instant;
}

export interface SessionRow extends EmployeeRow {
  readonly created_at: Temporal.Instant;
  readonly last_seen_at: Temporal.Instant;
  readonly memberships: readonly Membership[];
}

export interface SessionKey {
  readonly employeeId: number;
  readonly hash: Buffer;
}

/** The instants between which a session, by its start and by its last use, is not over. */
export interface SessionLimits {
  readonly createdAfter: Temporal.Instant;
  readonly seenAfter: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
}

/** Session, employee and rights: every request asks it. */
export async function findSession(
  tx: AcrossOffices,
  { employeeId, hash }: SessionKey,
  limits: SessionLimits,
): Promise<SessionRow | undefined> {
  const [row] = await tx.sql<SessionRow>`
    select * from open_session(
      ${hash}, ${employeeId}, ${limits.createdAfter}, ${limits.seenAfter}, ${limits.notAfter})`;
  return row;
}

export async function insertSession(tx: Tx, { employeeId, hash }: SessionKey, now: Temporal.Instant): Promise<void> {
  await tx.sql`insert into session (token_hash, employee_id, created_at, last_seen_at) values (${hash}, ${employeeId}, ${now}, ${now})`;
}

export async function seeSession(tx: Tx, { hash }: SessionKey, now: Temporal.Instant): Promise<void> {
  await tx.sql`update session set last_seen_at = ${now} where token_hash = ${hash}
    and (last_seen_at < ${now} or last_seen_at > ${now}::timestamptz + interval '1 minute')`;
}

export async function deleteSession(tx: Tx, { employeeId, hash }: SessionKey): Promise<void> {
  const gone = await tx.sql`delete from session where token_hash = ${hash} returning employee_id`;
  if (gone.length > 0) announceEmployee(tx, employeeId);
}

export async function deleteSessions(tx: Tx): Promise<void> {
  await tx.sql`delete from session`;
  announceEmployee(tx, null);
}

/** A few at a time, passing by those that another process is removing. */
export async function deleteSessionsBefore(tx: Tx, start: Temporal.Instant): Promise<void> {
  await tx.sql`delete from session where token_hash in (
    select token_hash from session where created_at <= ${start} limit 100 for update skip locked)`;
}

export async function findEmployee(tx: Read, afm: string): Promise<EmployeeRow | undefined> {
  const [row] = await tx.sql<EmployeeRow>`select * from employee_of_afm(${afm})`;
  return row;
}

/** Of the employee whose scope it is: nobody else's can be read. */
export async function ownAfm(tx: Read): Promise<string> {
  const [row] = await tx.sql<{ afm: string }>`select own_afm() as afm`;
  return (row as { afm: string }).afm;
}

/** Until the first sync the row says that the directory has never answered. */
export async function ensureEmployee(tx: Tx, { afm, ...given }: SignedInPerson): Promise<number> {
  const known = await findEmployee(tx, afm);
  const { lastName, firstName } = betterName(
    known && { lastName: known.last_name, firstName: known.first_name },
    given,
  );
  const [row] = await tx.sql<{ id: number }>`select keep_employee(${afm}, ${lastName}, ${firstName}) as id`;
  const { id } = row as { id: number };
  if (known && (known.last_name !== lastName || known.first_name !== firstName)) announceEmployee(tx, id, true);
  return id;
}

/**
 * Of the employee whose scope it is. False when a later answer of the directory was stored meanwhile; otherwise the row
 * stays locked until the end. Later by more than a minute is none: the directory does not take so long, and a clock ran
 * ahead then.
 */
export async function markSynced(
  tx: Tx,
  employeeId: number,
  ministry: boolean,
  askedAt: Temporal.Instant,
): Promise<boolean> {
  const [row] = await tx.sql<{ kept: boolean }>`select keep_directory_answer(${ministry}, ${askedAt}) as kept`;
  announceEmployee(tx, employeeId);
  return row?.kept === true;
}

export async function replaceMemberships(tx: Tx, employeeId: number, offices: readonly OfficeRight[]): Promise<void> {
  await tx.sql`
    with wanted as (
      select office.id as office_id, role
      from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as item (code text, role text) join office using (code)
    ), gone as (
      delete from membership where employee_id = ${employeeId}
        and not exists (select from wanted where wanted.office_id = membership.office_id and wanted.role = membership.role)
    )
    insert into membership (office_id, employee_id, role) select office_id, ${employeeId}::integer, role from wanted
    on conflict do nothing`;
  announceEmployee(tx, employeeId);
}

/** Those codes that are offices of the platform. */
export async function joinedOffices(tx: Read, { offices }: Rights): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{
    code: string;
  }>`select code from office where code = any (${offices.map(({ code }) => code)})`;
  return new Set(rows.map(({ code }) => code));
}

/** Ids of the offices in which an employee may work. */
export async function officesOf(tx: Read, employeeId: number): Promise<number[]> {
  const rows = await tx.sql<{ office_id: number }>`
    select distinct office_id from membership where employee_id = ${employeeId} order by 1`;
  return rows.map(({ office_id }) => office_id);
}

export async function hasMembership(tx: Read, employeeId: number): Promise<boolean> {
  const rows = await tx.sql`select from membership where employee_id = ${employeeId} limit 1`;
  return rows.length > 0;
}

export interface DirectoryCall {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly audit: object;
  readonly outcome: string;
}

export async function keepDirectoryCall(tx: Tx, { id, at, audit, outcome }: DirectoryCall): Promise<void> {
  await tx.sql`insert into directory_call (transaction_id, called_at, audit, outcome)
    values (${id}, ${at}, ${JSON.stringify(audit)}, ${outcome})`;
}
