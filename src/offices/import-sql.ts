import { part, type Read, type Tx } from "../platform/database/sql.ts";
import type { ItemToBring } from "../text/to-bring.ts";
import type { OfficeColumns } from "./office-columns.ts";
import type { ServiceColumns } from "./service-columns.ts";
import { bringText, itemsOfText } from "./to-bring/items-to-bring.ts";

/** SQL of the imports: whole tables read, rows of a file written at once. */

type Whole<Columns> = { readonly [Name in keyof Columns]-?: Exclude<Columns[Name], undefined> };
export type OfficeRow = Whole<OfficeColumns>;
export type ImportedService = Whole<ServiceColumns>;

/** Two imports at once would count each other's rows as missing; readers are not held up. */
export const lockOffices = (tx: Tx) => tx.sql`lock table office in share row exclusive mode`;
export const lockServices = (tx: Tx) => tx.sql`lock table service in share row exclusive mode`;

/** Columns that are named in a file as here. */
const OFFICE = part`code, name, name_en, known_as, parent_code, municipality, regional_unit, region, address, postcode, phone, email,
  counter_hours, telephone_hours, sign_language_days, interpreter_languages, interpreter_days, latitude, longitude`;
/** Those that say whether something is so: named as here, and in a file */
const STORED = part`has_step_free_entrance, has_sign_language, is_example`;
const NAMED = part`step_free_entrance, sign_language, example`;
const SERVICE = part`code, name, short_name, name_en, minutes, to_bring, online_url, entrance_group`;

export const allOfficeRows = (tx: Read): Promise<OfficeRow[]> => tx.sql<OfficeRow>`
  select ${OFFICE}, has_step_free_entrance as step_free_entrance, has_sign_language as sign_language, is_example as example,
    settings.seats, settings.lead_minutes
  from office join office_settings as settings on settings.office_id = office.id`;

/** There is always exactly one default queue of an office: a new one is founded with it. @returns the offices' ids */
export async function writeOfficeRows(tx: Tx, rows: readonly OfficeRow[]): Promise<number[]> {
  const all = JSON.stringify(rows);
  const written = await tx.sql<{ id: number }>`
    with given as (
      select * from jsonb_to_recordset(${all}::jsonb) as given (code text, name text, name_en text,
        known_as text, parent_code text, municipality text, regional_unit text, region text, address text, postcode text, phone text,
        email text, counter_hours text, telephone_hours text, step_free_entrance boolean, sign_language boolean, sign_language_days integer,
        interpreter_languages text, interpreter_days integer, latitude double precision, longitude double precision, example boolean)
    ), written as (
      insert into office (${OFFICE}, ${STORED}) select ${OFFICE}, ${NAMED} from given
      on conflict (code) do update set name = excluded.name, name_en = excluded.name_en,
        known_as = excluded.known_as, parent_code = excluded.parent_code, municipality = excluded.municipality, regional_unit = excluded.regional_unit,
        region = excluded.region, address = excluded.address, postcode = excluded.postcode, phone = excluded.phone,
        email = excluded.email, counter_hours = excluded.counter_hours, telephone_hours = excluded.telephone_hours,
        has_step_free_entrance = excluded.has_step_free_entrance, has_sign_language = excluded.has_sign_language,
        sign_language_days = excluded.sign_language_days, interpreter_languages = excluded.interpreter_languages,
        interpreter_days = excluded.interpreter_days, latitude = excluded.latitude, longitude = excluded.longitude, is_example = excluded.is_example,
        settings_version = office.settings_version + 1, settings_changed_at = null, settings_changed_by = null
      returning id
    ), founded as (
      insert into queue (office_id, number, name, is_default, is_active, slot_minutes)
      select id, 1, 'Ουρά 1', true, true, 10 from written
      where not exists (select from queue where queue.office_id = written.id)
    )
    select id from written`;
  await tx.sql`
    insert into office_settings (office_id, seats, lead_minutes)
    select id, given.seats, given.lead_minutes
    from jsonb_to_recordset(${all}::jsonb) as given (code text, seats integer, lead_minutes integer) join office using (code)
    on conflict (office_id) do update set seats = excluded.seats, lead_minutes = excluded.lead_minutes`;
  return written.map(({ id }) => id);
}

export async function allOfficeIds(tx: Read): Promise<number[]> {
  return (await tx.sql<{ id: number }>`select id from office`).map(({ id }) => id);
}

/** What to bring as the text that a file has of it. */
export async function allServiceRows(tx: Read): Promise<ImportedService[]> {
  type Row = Omit<ImportedService, "bring"> & { readonly to_bring: readonly ItemToBring[] };
  const rows = await tx.sql<Row>`select ${SERVICE}, is_example as example from service`;
  return rows.map(({ to_bring, ...row }) => ({ ...row, bring: bringText(to_bring) }));
}

export async function writeServiceRows(tx: Tx, services: readonly ImportedService[]): Promise<void> {
  const rows = services.map(({ bring, ...row }) => ({ ...row, to_bring: itemsOfText(bring) }));
  await tx.sql`
    insert into service (${SERVICE}, is_example) select ${SERVICE}, example
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (code text, name text, short_name text,
      name_en text, minutes integer, to_bring jsonb, online_url text, entrance_group text, example boolean)
    on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
      name_en = excluded.name_en, minutes = excluded.minutes, to_bring = excluded.to_bring,
      online_url = excluded.online_url, entrance_group = excluded.entrance_group, is_example = excluded.is_example, version = service.version + 1`;
}
