import type { Read, Tx } from "../../platform/database/sql.ts";
import type { GroupOutcomes } from "../outcomes/outcomes.ts";
import type { MonthFiles } from "./files.ts";
import type { OutcomeDay, PublishedOffice } from "./month.ts";
import type { CorrectionNote, OwnReason, StoredFile, VersionFacts, WantedFile } from "./version-facts.ts";

export interface DueMonth {
  /** Its first day, ISO text */
  readonly month: string;
  readonly changes: string;
  /** Of whoever has it corrected; null: it is due by itself */
  readonly note: CorrectionNote | null;
}

/** What was made by other definitions, and by this key, is due again. @param key its fingerprint */
export async function noteOtherMethods(tx: Tx, method: number, key: string): Promise<void> {
  await tx.sql`
    insert into open_month_due (month)
    select month from open_month where key_fingerprint = ${key} group by month having max(method) < ${method}
    on conflict do nothing`;
}

interface MonthClaim {
  readonly endedBy: Temporal.PlainDate;
  /** The key's fingerprint: a month that was published by another one is left */
  readonly key: string;
  readonly now: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** The oldest month that has ended by a day and that nobody is at, for this process alone until then. */
export async function claimDueMonth(tx: Tx, { endedBy, key, now, until }: MonthClaim): Promise<DueMonth | null> {
  const rows = await tx.sql<DueMonth>`
    update open_month_due set claimed_until = ${until}
    where month = (
      select month from open_month_due as due
      where month + interval '1 month' <= ${endedBy}::date and coalesce(claimed_until, '-infinity') <= ${now}
        and not exists (select from open_month where open_month.month = due.month and key_fingerprint <> ${key})
      order by month limit 1 for update skip locked)
    returning month::text as month, changes,
      case when note_el is not null then json_build_object('greek', note_el, 'english', note_en) end as note`;
  return rows[0] ?? null;
}

/** Claimed at once, for whoever has it corrected; null: it is due already. @param month its first day */
export async function insertCorrection(
  tx: Tx,
  month: string,
  { greek, english }: CorrectionNote,
  until: Temporal.Instant,
): Promise<DueMonth | null> {
  const rows = await tx.sql<Pick<DueMonth, "month" | "changes">>`
    insert into open_month_due (month, claimed_until, note_el, note_en) values (${month}, ${until}, ${greek}, ${english})
    on conflict do nothing returning month::text as month, changes`;
  return rows[0] ? { ...rows[0], note: { greek, english } } : null;
}

/** Unless something of it was counted meanwhile: then it is due again, by itself. */
export async function settleDueMonth(tx: Tx, { month, changes }: DueMonth): Promise<void> {
  await tx.sql`delete from open_month_due where month = ${month} and changes = ${changes}`;
  await tx.sql`update open_month_due set claimed_until = null, note_el = null, note_en = null where month = ${month}`;
}

export const publishedOffices = (tx: Read): Promise<(PublishedOffice & { readonly id: number })[]> =>
  tx.sql<PublishedOffice & { readonly id: number }>`
    select id, code, name, municipality, regional_unit as "regionalUnit", region from office order by code`;

/** @param month its first day */
export async function outcomeDays(tx: Read, officeId: number, month: string): Promise<OutcomeDay[]> {
  const rows = await tx.sql<
    Omit<OutcomeDay, "thirdFreeDays"> & {
      readonly access: { readonly days: number | null } | null;
      readonly outcomes: GroupOutcomes;
    }
  >`
    select outcomes, open_minutes as "openMinutes",
      case when day_access.date is not null then json_build_object('days', third_free_days) end as access
    from day_outcome
      left join day_capacity on day_capacity.office_id = ${officeId} and day_capacity.date = day_outcome.date
      left join day_access on day_access.office_id = ${officeId} and day_access.date = day_outcome.date
    where day_outcome.office_id = ${officeId}
      and day_outcome.date >= ${month}::date and day_outcome.date < (${month}::date + interval '1 month')
    order by day_outcome.date`;
  return rows.map(({ access, ...day }) => ({ ...day, thirdFreeDays: access ? access.days : undefined }));
}

/** Newest month first, and of each the newest version. */
export const openMonths = (tx: Read): Promise<VersionFacts[]> => tx.sql<VersionFacts>`
    select to_char(month, 'YYYY-MM') as month, version, published_at as "publishedAt",
      case when note_el is not null then 'operator' else reason end as reason,
      case when note_el is not null then json_build_object('greek', note_el, 'english', note_en) end as note, offices,
      offices_recorded as "officesRecorded", csv_sha256 as "csvSha256", json_sha256 as "jsonSha256",
      csv_bytes as "csvBytes", json_bytes as "jsonBytes"
    from open_month order by open_month.month desc, version desc`;

export interface LastVersion {
  readonly version: number;
  readonly method: number;
  readonly csvSha256: string;
  readonly key: string | null;
}

export async function lastVersion(tx: Read, month: string): Promise<LastVersion | null> {
  const rows = await tx.sql<LastVersion>`
    select version, method, csv_sha256 as "csvSha256", key_fingerprint as key
    from open_month where month = ${month} order by version desc limit 1`;
  return rows[0] ?? null;
}

export interface NewVersion extends MonthFiles {
  readonly month: string;
  readonly version: number;
  readonly publishedAt: Temporal.Instant;
  readonly reason: OwnReason | null;
  readonly note: CorrectionNote | null;
  readonly method: number;
  /** Its fingerprint */
  readonly key: string;
}

/** False: another process has made that version. @throws where an earlier version is by another key */
export async function insertVersion(tx: Tx, made: NewVersion): Promise<boolean> {
  const { csv, json, note } = made;
  const rows = await tx.sql`
    insert into open_month (month, version, published_at, reason, note_el, note_en, method, key_fingerprint, offices,
      offices_recorded, csv_file, json_file, csv_sha256, json_sha256, csv_bytes, json_bytes)
    values (${made.month}, ${made.version}, ${made.publishedAt}, ${made.reason}, ${note?.greek ?? null},
      ${note?.english ?? null}, ${made.method}, ${made.key}, ${made.offices}, ${made.officesRecorded}, ${csv.gzipped},
      ${json.gzipped}, ${csv.sha256}, ${json.sha256}, ${csv.bytes}, ${json.bytes})
    on conflict (month, version) do nothing returning version`;
  return rows.length > 0;
}

export async function storedFile(tx: Read, { month, version, format }: WantedFile): Promise<StoredFile | null> {
  const rows = await tx.sql<StoredFile>`
    select version, case ${format} when 'csv' then csv_file else json_file end as gzipped,
      case ${format} when 'csv' then csv_sha256 else json_sha256 end as sha256
    from open_month where month = (${month} || '-01')::date and version = coalesce(${version}::integer, version)
    order by version desc limit 1`;
  return rows[0] ?? null;
}
