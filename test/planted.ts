import { COMING, type Plant, plant } from "./plant.ts";
import { ASTRAY } from "./planted-astray.ts";
import { FIGURES } from "./planted-figures.ts";
import { KEPT_TOO_LONG } from "./planted-kept.ts";
import { AUDIT, HOLDS, LATE } from "./planted-online.ts";
import { OPEN_DATA } from "./planted-open-data.ts";
import { SCHEMA, withoutExclusion } from "./planted-schema.ts";
import { SETTINGS_OF_OFFICES } from "./planted-settings.ts";
import { TRACES } from "./planted-traces.ts";
import { WAITING } from "./planted-waiting.ts";

const OFFICE = "office_id = (select id from office where code = '9901')";
const ANY_EVENT = `select appointment_id from appointment_event join office on office.id = office_id where code = '9901'`;

const employed = (role: "administrator" | "operator") => `
  insert into employee (afm, last_name, first_name, synced_at) values ('123456783', 'Δοκιμή', 'Δοκιμή', now());
  insert into membership select office.id, employee.id, '${role}' from office, employee
  where code = '9901' and afm = '123456783';`;
const marked = `update appointment set kept_by = (select id from employee where afm = '123456783') where ctid = ${COMING};`;

/** The first one to come is kept, by an act of this minute, as the program keeps it. */
const kept = (role: "administrator" | "operator") => `${employed(role)} ${marked}
  update appointment set version = version + 1 where kept_by is not null;
  insert into audit_entry (office_id, id, at, employee_id, act, details)
  select office_id, '00000000-0000-4000-8000-000000000001', '2026-11-24T08:42:00Z', kept_by, 'exception-added', '{"changes": []}'
  from appointment where kept_by is not null;
  insert into appointment_event (office_id, appointment_id, version, kind, at, employee_id, changes, cause)
  select office_id, id, version, 'kept', '2026-11-24T08:42:00Z', kept_by, '{}', '00000000-0000-4000-8000-000000000001'
  from appointment where kept_by is not null;
  insert into exception (office_id, queue, id, kind, starts_at, ends_at, reason, created_at)
  select office_id, queue, '00000000-0000-4000-8000-000000000002', 'closed', starts_at, ends_at, 'Βλάβη', '2026-11-24T08:42:00Z'
  from appointment where kept_by is not null;`;

/** By which nothing is wrong. */
export const KEPT = kept("administrator");
const KEPT_QUEUE = `${OFFICE} and number = (select queue from appointment where kept_by is not null)`;

/** A change of rules that was recorded a minute after the appointment had been kept. */
const ruledLater = (change: string) => `
  insert into audit_entry (office_id, id, at, employee_id, act, details)
  select visit.office_id, gen_random_uuid(), '2026-11-24T08:43:00Z', kept_by, 'rules-changed',
    jsonb_build_object('changes', jsonb_build_array(${change}))
  from appointment as visit where kept_by is not null;`;
const deactivated = `jsonb_build_object('table', 'queue',
  'before', jsonb_build_object('number', queue, 'is_active', true, 'is_archived', false),
  'after', jsonb_build_object('number', queue, 'is_active', false, 'is_archived', false))`;
const archived = `jsonb_set(${deactivated}, '{after,is_archived}', 'true')`;

export const PLANTS: readonly Plant[] = [
  plant(
    "overlapping-appointments",
    "two at once in a queue",
    `${withoutExclusion} update appointment set ends_at = ends_at + interval '5 hours' where ctid = ${COMING}`,
    /^9901 \d 2026-11-24 .* after \d{9}$/,
  ),
  plant("outside-hours", "outside hours", "delete from queue_hours where weekday = 3", /^990\d \d 2026-(11-25|12-02) /),
  plant(
    "outside-hours",
    "outside hours that are over",
    "update queue_hours set valid = '(,2026-11-30)' where weekday = 3",
    /^990\d \d 2026-12-02 /,
  ),
  plant(
    "inside-exception",
    "inside an exception",
    `insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at)
     select id, gen_random_uuid(), 'closed', '2026-11-23T00:00:00Z', '2026-11-23T22:00:00Z', 'Απεργία', now() from office where code = '9903'`,
    /^9903 1 2026-11-23 /,
  ),
  plant(
    "inside-closure",
    "booked inside a closure",
    `insert into closure (id, starts_at, ends_at, reason, created_at)
     values (gen_random_uuid(), '2026-11-25T00:00:00Z', '2026-11-25T22:00:00Z', 'Κλειστά', '2026-01-01T00:00:00Z')`,
    /^990\d \d 2026-11-25 /,
  ),
  plant(
    "on-holiday",
    "on a holiday",
    "insert into holiday values ('2026-11-26', 'Τοπική', 'Local', 600)",
    /^990\d \d 2026-11-26 /,
  ),
  plant(
    "inactive-queue",
    "in an inactive queue",
    "update queue set is_active = false where number = 3",
    /^990[12] 3 2026-/,
  ),
  plant(
    "inactive-queue",
    "in a queue that is inactive on that date",
    `insert into queue_activity select id, 1, '[2026-11-25,2026-11-26)', false from office where code = '9901'`,
    /^9901 1 2026-11-25 /,
  ),
  plant(
    "inactive-queue",
    "in an archived queue",
    "update queue set is_archived = true where number = 3",
    /^990[12] 3 2026-/,
  ),
  plant(
    "services-astray",
    "a service that the catalogue has not",
    `update appointment set more_services = '{unheard-of}' where ctid = ${COMING}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "services-astray",
    "somebody who comes along for nothing",
    `update appointment set companions = '[{"lastName": "", "firstName": "", "services": []}]' where ctid = ${COMING}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "off-grid",
    "off the grid",
    `update appointment set ends_at = ends_at - interval '3 minutes', starts_at = starts_at + interval '3 minutes' where ctid = ${COMING}`,
    /^9901 /,
  ),
  plant(
    "online-in-hidden-queue",
    "online in a hidden queue",
    `update appointment set channel = 'online' where ctid = ${COMING}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "length-off-slot",
    "a length that is not whole slots",
    `update appointment set ends_at = ends_at - interval '3 minutes' where ctid = ${COMING}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant("kept-without-act", "kept without an act", `${employed("administrator")} ${marked}`, /^9901 \d 2026-11-24 /),
  plant(
    "kept-without-act",
    "kept by an act that was taken back",
    `${KEPT} update appointment set version = version + 1 where kept_by is not null;
     insert into appointment_event (office_id, appointment_id, version, kind, at, employee_id, undoes)
     select office_id, id, version, 'undone', '2026-11-24T08:42:00Z', kept_by, version - 1 from appointment where kept_by is not null`,
    /^9901 \d 2026-11-24 /,
  ),
  plant("kept-by-no-head", "kept by a clerk", kept("operator"), /^9901 \d 2026-11-24 /),
  plant(
    "kept-then-closed",
    "kept, and the queue archived later",
    `${KEPT} update queue set is_archived = true, is_default = false where ${KEPT_QUEUE}; ${ruledLater(archived)}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "kept-then-closed",
    "kept, and the queue archived without an act",
    `${KEPT} update queue set is_archived = true, is_default = false where ${KEPT_QUEUE}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "kept-then-closed",
    "kept, and the queue deactivated later",
    `${KEPT} update queue set is_active = false where ${KEPT_QUEUE}; ${ruledLater(deactivated)}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "kept-then-closed",
    "kept, and the queue deactivated for that date later",
    `${KEPT} insert into queue_activity
       select office_id, queue, '[2026-11-24,2026-11-25)', false from appointment where kept_by is not null;
     ${ruledLater(`jsonb_build_object('table', 'queue_activity', 'before', null,
       'after', '{"valid": "[2026-11-24,2026-11-25)", "is_active": false}' || jsonb_build_object('queue', queue))`)}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "kept-then-closed",
    "kept, and an exception made later",
    `${KEPT} insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at)
     select office_id, gen_random_uuid(), 'closed', starts_at, ends_at, 'Απεργία', '2026-11-24T08:43:00Z'
     from appointment where kept_by is not null`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "kept-then-closed",
    "kept, and an exception moved over it later",
    `${KEPT} ${ruledLater(`jsonb_build_object('table', 'exception',
       'before', jsonb_build_object('id', '00000000-0000-4000-8000-000000000002', 'starts_at', ends_at, 'ends_at', ends_at + interval '1 hour'),
       'after', jsonb_build_object('id', '00000000-0000-4000-8000-000000000002', 'starts_at', starts_at, 'ends_at', ends_at))`)}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "kept-then-closed",
    "kept, and the hours taken away later",
    `${KEPT} ${ruledLater(`(select jsonb_build_object('table', 'queue_hours', 'before', to_jsonb(hours), 'after', null)
       from queue_hours as hours where hours.office_id = visit.office_id and hours.queue = visit.queue
         and weekday = 2 and opens_minute <= 660 and closes_minute > 660)`)}
     delete from queue_hours where weekday = 2 and ${OFFICE}`,
    /^9901 \d 2026-11-24 /,
  ),
  ...HOLDS,
  plant(
    "one-default-queue",
    "two default queues",
    "drop index queue_one_default; update queue set is_default = true where office_id = (select id from office where code = '9902')",
    /^9902 [2-9]$/,
  ),
  plant(
    "one-default-queue",
    "no default queue",
    `update queue set is_default = false where office_id = (select id from office where code = '9904')`,
    /^9904 0$/,
  ),
  plant(
    "default-queue-inactive",
    "a default queue that is inactive",
    `update queue set is_active = false where is_default and ${OFFICE}`,
    /^9901 1$/,
  ),
  plant(
    "default-queue-inactive",
    "a default queue that will be inactive",
    `insert into queue_activity select id, 1, '[2026-11-25,2026-11-26)', false from office where code = '9901'`,
    /^9901 1$/,
  ),
  plant(
    "employee-in-two-queues",
    "an employee in two queues",
    `with someone as (insert into employee (afm, last_name, first_name, synced_at) values ('123456783', 'Δοκιμή', 'Δοκιμή', now()) returning id)
     update queue set employee_id = (select id from someone)
     where office_id = (select id from office where code = '9902') and number < 3`,
    /^9902 1 \/ 9902 2$/,
  ),
  plant(
    "substitute-of-no-office",
    "a substitute of another office",
    `${employed("operator")} delete from membership;
     insert into queue_substitute select office.id, 2, '2026-11-25', employee.id from office, employee
     where code = '9901' and afm = '123456783'`,
    /^9901 2 2026-11-25$/,
  ),
  plant(
    "hours-shorter-than-slot",
    "hours shorter than a slot",
    "update queue set slot_minutes = 120 where number = 1 and office_id = (select id from office where code = '9902'); update queue_hours set closes_minute = opens_minute + 60 where weekday = 3; update queue_hours set closes_minute = opens_minute + 120 where weekday = 2",
    /^9902 1 weekday 3/,
  ),
  ...SETTINGS_OF_OFFICES,
  plant(
    "questionnaire-too-early",
    "a questionnaire without the four actions",
    `${employed("administrator")}
     insert into questionnaire (office_id, version, questions, submitted_at, submitted_by)
     select office.id, 1, '{}', '2026-11-24T08:42:00Z', employee.id from office, employee
     where code = '9904' and afm = '123456783'`,
    /^9904$/,
  ),
  plant(
    "of-no-office",
    "words of an office that there is not",
    "insert into appointment_word values (7777, 'skala', gen_random_uuid())",
    /^appointment_word 7777$/,
  ),
  plant(
    "of-no-office",
    "a first free time of an office that is gone",
    `alter table first_free drop constraint first_free_office_id_fkey;
     insert into first_free values (7777, null, now())`,
    /^first_free 7777$/,
  ),
  plant(
    "of-no-office",
    "public booking in an office that there is not",
    "insert into public_booking (id, opened_at, offices) values (gen_random_uuid(), now(), '{7777}')",
    /^public_booking 7777$/,
  ),
  plant("not-exactly-one", "no rule of how long people are known", "delete from retention", /^retention 0 \/ 1$/),
  plant("not-exactly-one", "two secrets", "insert into online_secret values ('\\x01')", /^online_secret 2 \/ 1$/),
  plant(
    "session-of-nobody",
    "a session of nobody",
    `alter table session drop constraint session_employee_id_fkey;
     insert into session values ('\\x01', 7777777, now(), now())`,
    /^7777777 /,
  ),
  plant(
    "booked-event-missing",
    "an appointment without its booking",
    "delete from appointment_event where kind = 'booked' and appointment_id in (select id from appointment limit 1)",
    /^990\d /,
  ),
  plant(
    "version-not-last-event",
    "a version without its act",
    `update appointment set version = version + 1 where ctid = ${COMING}`,
    / \d \/ \d$/,
  ),
  plant(
    "version-not-last-event",
    "the last act taken out",
    `delete from appointment_event where version = 2 and appointment_id in (${ANY_EVENT} group by 1 having max(version) = 2 limit 1)`,
    / 2 \/ 1$/,
  ),
  plant(
    "gap-in-history",
    "an act taken out of the middle",
    `delete from appointment_event where version = 2 and appointment_id in (${ANY_EVENT} group by 1 having max(version) > 2 limit 1)`,
    /^9901 /,
  ),
  plant(
    "status-without-event",
    "a status without its act",
    `update appointment set status = 'no-show' where ctid = ${COMING}`,
    /^9901 .* no-show$/,
  ),
  plant(
    "status-without-event",
    "a cancellation that the row forgot",
    `${withoutExclusion} update appointment set status = 'booked' where status = 'cancelled' and ${OFFICE}`,
    /^9901 .* booked$/,
  ),
  ...ASTRAY,
  plant(
    "transfer-half",
    "a transfer's end without its beginning",
    `update appointment set transferred_to = '9902' where ctid = ${COMING}`,
    /^9901 /,
  ),
  plant(
    "transfer-half",
    "a transfer's beginning without its end",
    `update appointment_event set kind = 'transferred', changes = '{"office": ["9902", "9903"]}'
     where version = 1 and appointment_id = (select appointment.id from appointment join office on office.id = office_id where code = '9903' limit 1)`,
    /^9903 /,
  ),
  plant(
    "wrong-check-digit",
    "a wrong check digit",
    `update appointment set reference = '123456789' where ctid = ${COMING}`,
    /123456789$/,
  ),
  plant(
    "reference-twice",
    "a reference twice",
    `update appointment set reference = (select min(reference) from appointment where office_id = (select id from office where code = '9902')) where ctid = ${COMING}`,
    /^\d{9} 9901, 9902$/,
  ),
  ...WAITING,
  ...FIGURES,
  ...OPEN_DATA,
  plant(
    "search-words-wrong",
    "an appointment that its name does not find",
    "delete from appointment_word where appointment_id in (select id from appointment limit 1)",
    /^990\d \d 2026-/,
  ),
  plant(
    "search-words-wrong",
    "an appointment that another name finds",
    "insert into appointment_word select office_id, 'lathos', id from appointment limit 1",
    /^990\d \d 2026-/,
  ),
  ...AUDIT,
  ...LATE,
  ...KEPT_TOO_LONG,
  ...TRACES,
  ...SCHEMA,
];
