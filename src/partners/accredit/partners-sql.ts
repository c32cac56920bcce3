import { employeeName } from "../../identity/employee-name-sql.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of the systems that are accredited, and of their keys. */

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly addedAt: Temporal.Instant;
  readonly addedBy: string;
  readonly webhookUrl: string | null;
  readonly failingSince: Temporal.Instant | null;
  /** As the sender wrote it down */
  readonly failure: string | null;
  readonly waiting: number;
  readonly pausedAt: Temporal.Instant | null;
}

export const partnerRows = (tx: AcrossOffices): Promise<PartnerRow[]> => tx.sql<PartnerRow>`
  select id, name, version, added_at as "addedAt", ${employeeName("added_by")} as "addedBy", webhook_url as "webhookUrl",
    webhook_failing_since as "failingSince", webhook_failure as failure, coalesce(waiting, 0) as waiting,
    paused_at as "pausedAt"
  from partner left join webhooks_waiting() as backlog on backlog.partner = partner.id
  order by name collate "el-x-icu", id`;

export interface KeyRow {
  readonly partner: string;
  readonly id: string;
  readonly hint: string;
  readonly issuedAt: Temporal.Instant;
  readonly issuedBy: string;
  readonly usedAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly revokedBy: string | null;
}

export const keyRows = (tx: Read): Promise<KeyRow[]> => tx.sql<KeyRow>`
  select partner, id, hint, issued_at as "issuedAt", ${employeeName("issued_by")} as "issuedBy", used_at as "usedAt",
    revoked_at as "revokedAt", ${employeeName("revoked_by")} as "revokedBy"
  from partner_key order by issued_at desc, id desc`;

/** Held until the transaction ends: of two who add one of the same name the second one is told. */
export async function lockPartners(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtext('partners'))`;
}

/** Kept from others until the transaction ends. */
export async function lockedPartner(tx: Tx, id: string): Promise<{ name: string; version: number } | null> {
  const rows = await tx.sql<{ name: string; version: number }>`
    select name, version from partner where id = ${id} for update`;
  return rows[0] ?? null;
}

interface NewPartner {
  readonly id: string;
  readonly name: string;
  readonly employeeId: number;
  readonly now: Temporal.Instant;
}

export async function insertPartner(tx: Tx, { id, name, employeeId, now }: NewPartner): Promise<void> {
  await tx.sql`insert into partner (id, name, added_at, added_by) values (${id}, ${name}, ${now}, ${employeeId})`;
}

export interface Webhook {
  readonly url: string;
  readonly secret: Buffer;
}

/** What failed at another address says nothing of this one. */
export async function writeWebhook(tx: Tx, id: string, webhook: Webhook | null): Promise<void> {
  await tx.sql`
    update partner set webhook_url = ${webhook?.url ?? null}, webhook_secret = ${webhook?.secret ?? null},
      webhook_failing_since = null, webhook_failure = null, version = version + 1
    where id = ${id}`;
}

/** @returns false: it was so already */
export async function writePause(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx.sql`update partner set paused_at = ${now} where id = ${id} and paused_at is null returning id`;
  return rows.length > 0;
}

/** @returns false: it was not paused */
export async function endPause(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx.sql`
    update partner set paused_at = null, resumed_at = ${now} where id = ${id} and paused_at is not null returning id`;
  return rows.length > 0;
}

interface NewKey {
  readonly id: string;
  readonly partner: string;
  readonly hash: Buffer;
  readonly hint: string;
  readonly employeeId: number;
  readonly now: Temporal.Instant;
}

export async function insertKey(tx: Tx, { id, partner, hash, hint, employeeId, now }: NewKey): Promise<void> {
  await tx.sql`
    insert into partner_key (id, partner, hash, hint, issued_at, issued_by)
    values (${id}, ${partner}, ${hash}, ${hint}, ${now}, ${employeeId})`;
}

/** @returns its hint; null: there is no such key of this partner that is good */
export async function revokeKeyRow(
  tx: Tx,
  { id, partner, employeeId, now }: Omit<NewKey, "hash" | "hint">,
): Promise<string | null> {
  const rows = await tx.sql<{ hint: string }>`
    update partner_key set revoked_at = ${now}, revoked_by = ${employeeId}
    where id = ${id} and partner = ${partner} and revoked_at is null returning hint`;
  return rows[0]?.hint ?? null;
}
