import {
  checkedFact,
  factsIn,
  minutesField,
  offeredField,
  type SettingValues,
  type StoredRow,
} from "../../offices/rules.ts";
import { ONBOARDING_STEPS } from "../../onboarding/contract.ts";
import { columns, type Read } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";

/** The settings of an office are as the rules would store them: a head who opens the form can save it as it is. */
const officeSettings: Check = {
  name: "office-settings",
  remedy: "head",
  find: async (tx) => [...(await ownSettings(tx)), ...(await settingsOfServices(tx))],
};

async function ownSettings(tx: Read): Promise<Finding[]> {
  const offices = await tx.sql<{ code: string; stored: StoredRow }>`
    select code, to_jsonb(office) || to_jsonb(settings) as stored
    from office join office_settings as settings on settings.office_id = office.id order by code`;
  return offices.flatMap(({ code, stored }) => findingsAmong(code, factsIn(stored)));
}

async function settingsOfServices(tx: Read): Promise<Finding[]> {
  const rows = await tx.sql<{ code: string; service: string; offered: boolean; minutes: number | null }>`
    select code, service, is_offered as offered, minutes from office_service join office on office.id = office_id
    order by code, service`;
  return rows.flatMap(({ code, service, offered, minutes }) =>
    findingsAmong(code, { [offeredField(service)]: offered, [minutesField(service)]: minutes }),
  );
}

/** Which settings they are, never what they hold. */
const findingsAmong = (office: string, facts: SettingValues): Finding[] =>
  Object.entries(facts).flatMap(([field, value]) => {
    const checked = checkedFact(field, value);
    return "value" in checked && checked.value === value ? [] : [{ finding: `${office} ${field}` }];
  });

/** The release before still reads of `office` what this one reads of `office_settings`: the check goes with those columns. */
const settingsApart: Check = {
  name: "settings-apart",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select code as finding from office left join office_settings as settings on settings.office_id = office.id
    where not coalesce(to_jsonb(office) @> (to_jsonb(settings) - 'office_id'), false) order by code`,
};

/** A questionnaire is submitted once the four actions are done, and they stay done. */
const questionnaireTooEarly: Check = {
  name: "questionnaire-too-early",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select code as finding from questionnaire join office on office.id = office_id
    where submitted_at is not null and ${ONBOARDING_STEPS.length}::integer > (
      select count(*) from onboarding_step
      where onboarding_step.office_id = office.id and onboarding_step.at <= submitted_at)
    order by code`,
};

/** Rows of an office that there is not. 0 is the nation, where something may be the nation's. */
const ofNoOffice: Check = {
  name: "of-no-office",
  remedy: "report",
  find: async (tx) => {
    const tables = await tx.sql<{ name: string }>`
      select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'office_id'
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname ~ '^[a-z_]+$' order by 1`;
    const findings = [await otherOffices(tx)];
    for (const { name } of tables) findings.push(await ofNoOfficeIn(tx, name));
    return findings.flat();
  },
};

/** From one office to the next by the table's key, however many rows each has. */
const ofNoOfficeIn = (tx: Read, table: string): Promise<Finding[]> => tx.sql<Finding>`
  with recursive known as (
    select min(office_id) as id from ${columns([table])}
    union all
    select (select min(office_id) from ${columns([table])} where office_id > known.id) from known where known.id is not null
  )
  select concat_ws(' ', ${table}::text, id) as finding from known
  where id is not null and id not in (select office.id from office)
    and not (id = 0 and ${table} = any (${TABLES_OF_NATION}))`;

const TABLES_OF_NATION = ["audit_entry", "audit_seal", "audit_unsealed", "audit_subject", "idempotency_key"];

const otherOffices = (tx: Read): Promise<Finding[]> => tx.sql<Finding>`
  with named as (
    select 'earlier_offer' as "table", place_office as id from earlier_offer
    union select 'earlier_wish', unnest(offices) from earlier_wish
    union select 'public_booking', unnest(offices) from public_booking
  )
  select concat_ws(' ', "table", id) as finding from named where id not in (select office.id from office) order by 1`;

/** Of some things there is one in the nation, without which nobody could book. */
const notExactlyOne: Check = {
  name: "not-exactly-one",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with counted (name, rows, wanted) as (
      select 'retention', (select count(*) from retention), 1
      union all select 'letter_frame', (select count(*) from letter_frame), 1
      union all select 'online_secret', (select count(*) from online_secret), 1
      union all select 'reference_key', (select count(*) from reference_key), 4
    )
    select concat_ws(' ', name, rows, '/', wanted) as finding from counted where rows <> wanted order by 1`,
};

/** Whoever is signed in is one of the employees. */
const sessionOfNobody: Check = {
  name: "session-of-nobody",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', employee_id, created_at) as finding from session
    where not exists (select from employee where employee.id = session.employee_id) order by 1`,
};

export const officeChecks: readonly Check[] = [
  officeSettings,
  settingsApart,
  questionnaireTooEarly,
  ofNoOffice,
  notExactlyOne,
  sessionOfNobody,
];
