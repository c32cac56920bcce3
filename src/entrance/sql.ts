import { employeeName } from "../identity/employee-name-sql.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import type { ScreenKind } from "./contract.ts";
import type { PaperState } from "./printer/contract.ts";

/** SQL of an office's screens, and of what is found by a code at its entrance. */

export interface ScreenRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ScreenKind;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly seenAt: Temporal.Instant | null;
  readonly paper: PaperState | null;
  readonly software: string | null;
}

export const screensOf = (tx: Read, officeId: number): Promise<ScreenRow[]> =>
  tx.sql<ScreenRow>`
    select id, name, kind, created_at as "madeAt", ${employeeName("created_by")} as "madeBy", seen_at as "seenAt",
      paper, software
    from entrance_screen where office_id = ${officeId} order by created_at`;

/** Held until the transaction ends: of two who add one, neither takes the last place twice. */
export async function lockScreens(tx: Tx, officeId: number): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtext('entrance screens'), ${officeId}::integer)`;
}

interface NewRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ScreenKind;
  readonly tokenHash: Buffer;
  readonly employeeId: number;
  readonly at: Temporal.Instant;
}

export async function insertScreen(
  tx: Tx,
  officeId: number,
  { id, name, kind, tokenHash, employeeId, at }: NewRow,
): Promise<void> {
  await tx.sql`
    insert into entrance_screen (office_id, id, name, kind, token_hash, created_at, created_by)
    values (${officeId}, ${id}, ${name}, ${kind}, ${tokenHash}, ${at}, ${employeeId})`;
}

/** Null: there is none. */
export async function deleteScreen(
  tx: Tx,
  officeId: number,
  id: string,
): Promise<Pick<ScreenRow, "name" | "kind"> | null> {
  const rows = await tx.sql<Pick<ScreenRow, "name" | "kind">>`
    delete from entrance_screen where office_id = ${officeId} and id = ${id} returning name, kind`;
  return rows[0] ?? null;
}

/** Whichever its kind. */
export async function screenOfToken(
  tx: AcrossOffices,
  tokenHash: Buffer,
): Promise<{ office: number; id: string } | null> {
  const rows = await tx.sql<{ office: number; id: string }>`
    select office_id as office, id from screen_of_token(${tokenHash})`;
  return rows[0] ?? null;
}

/** Null: it was removed meanwhile. */
export async function kindOfScreen(tx: Read, officeId: number, id: string): Promise<ScreenKind | null> {
  const rows = await tx.sql<{ kind: ScreenKind }>`
    select kind from entrance_screen where office_id = ${officeId} and id = ${id}`;
  return rows[0]?.kind ?? null;
}

/** Not more often than once a minute. */
export async function noteScreenSeen(tx: Tx, officeId: number, id: string, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update entrance_screen set seen_at = ${now}
    where office_id = ${officeId} and id = ${id} and (seen_at is null or seen_at < ${now.subtract({ minutes: 1 })})`;
}

/** The office's appointment of that code, whatever its day; null: there is none. */
export async function appointmentOfCode(tx: Read, officeId: number, code: string): Promise<string | null> {
  const rows = await tx.sql<{ id: string }>`
    select id from appointment where office_id = ${officeId} and reference = ${code}`;
  return rows[0]?.id ?? null;
}

export interface ArrivalTerms {
  readonly earlyMinutes: number;
  readonly lateMinutes: number;
}

export async function arrivalTerms(tx: Read, officeId: number): Promise<ArrivalTerms> {
  const rows = await tx.sql<ArrivalTerms>`
    select arrival_early_minutes as "earlyMinutes", arrival_late_minutes as "lateMinutes"
    from office_settings where office_id = ${officeId}`;
  return rows[0] as ArrivalTerms;
}
