import { employeeName } from "../identity/employee-name-sql.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { columns, type Read, type Tx } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { Settings } from "./contract.ts";
import {
  factsIn,
  minutesField,
  nested,
  OWN_COLUMNS,
  offeredField,
  PUBLISHED_COLUMNS,
  type SettingValues,
  type StoredRow,
  settingsRow,
} from "./rules.ts";

/**
 * A change of what bookings obey takes the office's lock alone; bookings hold it shared (src/appointments/place/locks.ts):
 * none is made by a length that is being changed.
 */
export async function lockRules(tx: Tx, officeId: number): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(${officeId}::int, 0)`;
}

interface SettingsRow {
  readonly stored: StoredRow;
  readonly changedAt: Temporal.Instant | null;
}

export async function settingsById(tx: Read, officeId: number): Promise<Settings> {
  const rows = await tx.sql<SettingsRow>`
    select to_jsonb(office) || to_jsonb(settings) as stored, settings_version as version, settings_changed_at as "changedAt",
      ${employeeName("settings_changed_by")} as "changedBy",
      (select coalesce(json_object_agg(code, json_build_object(
          'offered', coalesce(own.is_offered, true), 'minutes', own.minutes)), '{}')
        from service left join office_service as own on own.office_id = office.id and own.service = code) as services,
      (select coalesce(json_agg(json_build_object('code', code, 'name', service.name, 'shortName', short_name,
          'nameEn', service.name_en, 'minutes', minutes, 'toBring', to_bring)
          order by service.name collate "el-x-icu"), '[]') from service) as catalogue,
      (select coalesce(json_agg(json_build_object(
          'number', number, 'name', queue.name, 'slotMinutes', slot_minutes, 'public', is_public and is_active)
          order by number), '[]')
        from queue where office_id = office.id and not is_archived) as queues,
      is_open_to_citizens(id, region) as "publicBooking"
    from office join office_settings as settings on settings.office_id = office.id where office.id = ${officeId}`;
  const { stored, changedAt, ...rest } = rows[0] as SettingsRow;
  return { ...rest, ...nested(factsIn(stored)), changedAt: changedAt && offsetText(changedAt) } as Settings;
}

const PUBLISHED = columns(PUBLISHED_COLUMNS);
const OWN = columns(OWN_COLUMNS);

/** False when an import, which takes no office's lock, has written it since that version. */
export async function updateOffice(
  tx: Tx,
  { id, employeeId }: AdministeredOffice,
  { version, facts }: { readonly version: number; readonly facts: SettingValues },
  now: Temporal.Instant,
): Promise<boolean> {
  const row = JSON.stringify(settingsRow(facts));
  const rows = await tx.sql`
    with published as (
      update office set
        (${PUBLISHED}) = (select ${PUBLISHED} from jsonb_populate_record(null::office, ${row}::jsonb)),
        settings_version = settings_version + 1, settings_changed_at = ${now}, settings_changed_by = ${employeeId}
      where id = ${id} and settings_version = ${version} returning id
    )
    update office_settings set (${OWN}) = (select ${OWN} from jsonb_populate_record(null::office_settings, ${row}::jsonb))
    from published where office_id = published.id returning office_id`;
  return rows.length === 1;
}

/** Of those services; one that is as the catalogue has it needs no row. */
export async function writeOwnServices(
  tx: Tx,
  officeId: number,
  codes: readonly string[],
  facts: SettingValues,
): Promise<void> {
  const own = codes.map((service) => ({
    service,
    is_offered: facts[offeredField(service)],
    minutes: facts[minutesField(service)],
  }));
  await tx.sql`delete from office_service where office_id = ${officeId} and service = any (${codes})`;
  await tx.sql`
    insert into office_service (office_id, service, is_offered, minutes)
    select ${officeId}::integer, service, is_offered, minutes
    from jsonb_to_recordset(${JSON.stringify(own)}::jsonb) as own (service text, is_offered boolean, minutes integer)
    where not is_offered or minutes is not null`;
}
