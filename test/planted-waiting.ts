import { type Plant, plant } from "./plant.ts";

const TICKET = "00000000-0000-4000-8000-000000000031";
const OF_TICKET = `ticket_id = '${TICKET}'`;
const EMPLOYEE = "(select id from employee where afm = '123456783')";
const OFFICE = "(select id from office where code = '9901')";

const event = (version: number, kind: string, time: string, changes = "{}") => `
  insert into ticket_event (office_id, ticket_id, version, kind, at, employee_id, changes)
  values (${OFFICE}, '${TICKET}', ${version}, '${kind}', '2026-11-24T${time}:00+02:00', ${EMPLOYEE}, '${changes}');`;

/** Somebody with the number Α001 who came at nine and was served at twenty past, by which nothing is wrong. */
export const SERVED_WITH_NUMBER = `
  insert into employee (afm, last_name, first_name, synced_at) values ('123456783', 'Δοκιμή', 'Δοκιμή', now());
  insert into ticket (office_id, id, date, letter, number, service, queue, status, status_at, issued_at, issued_by, called_at, version)
  select ${OFFICE}, '${TICKET}', '2026-11-24', 'Α', 1, min(code), 1, 'served', '2026-11-24T09:20:00+02:00',
    '2026-11-24T09:00:00+02:00', ${EMPLOYEE}, '2026-11-24T09:08:00+02:00', 4 from service;
  ${event(1, "issued", "09:00")}
  ${event(2, "called", "09:08", '{"queue": [null, 1], "called_at": [null, "2026-11-24T07:08:00Z"]}')}
  ${event(3, "service-started", "09:10", '{"status": ["arrived", "in-service"]}')}
  ${event(4, "completed", "09:20", '{"status": ["in-service", "served"]}')}`;

/** Somebody who pressed for a number at the entrance and waits: of nobody, and without a service. */
export const GIVEN_AT_ENTRANCE = `
  insert into ticket (office_id, id, date, letter, number, service_group, status, status_at, issued_at)
  values (${OFFICE}, '${TICKET}', '2026-11-24', 'Α', 1, 'vehicles', 'arrived', '2026-11-24T09:00:00+02:00', '2026-11-24T09:00:00+02:00');
  insert into ticket_event (office_id, ticket_id, version, kind, at, changes)
  values (${OFFICE}, '${TICKET}', 1, 'issued', '2026-11-24T09:00:00+02:00', '{}');
  insert into line_key (office_id, hash, date, visit, made_at)
  values (${OFFICE}, sha256('key'), '2026-11-24', '${TICKET}', '2026-11-24T09:00:00+02:00');`;

const lineCall = (version: number, number: number) => `
  insert into line_call (office_id, visit, version, date, letter, number, counter, at)
  values (${OFFICE}, '${TICKET}', ${version}, '2026-11-24', 'Α', ${number}, 1, '2026-11-24T09:08:00+02:00');`;

/** Its number was printed as well. */
const PRINT_JOB = `
  insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by, kind)
  values (${OFFICE}, '${TICKET}', 'Εκδοτήριο', sha256('printer'), '2026-11-24T08:00:00+02:00', ${EMPLOYEE}, 'printer');
  insert into print_job (office_id, id, printer, visit, date, made_at, made_by)
  values (${OFFICE}, gen_random_uuid(), '${TICKET}', '${TICKET}', '2026-11-24', '2026-11-24T09:01:00+02:00', ${EMPLOYEE});`;

const KEY = /^9901 2026-11-24 [0-9a-f-]{36}$/;
const DATE_AND_NUMBER = /^9901 2026-11-24 Α001/;

/** Violations of numbers, and of the order of acts. */
export const WAITING: readonly Plant[] = [
  plant(
    "ticket-numbers",
    "a number that two have",
    `${SERVED_WITH_NUMBER} alter table ticket drop constraint ticket_office_id_date_letter_number_key;
     insert into ticket (office_id, id, date, letter, number, service, status, status_at, issued_at, issued_by)
     select office_id, gen_random_uuid(), date, letter, number, service, 'arrived', issued_at, issued_at, issued_by from ticket`,
    DATE_AND_NUMBER,
  ),
  plant(
    "ticket-numbers",
    "a number that was left out",
    `${SERVED_WITH_NUMBER} update ticket set number = 2`,
    /^9901 2026-11-24 1 \/ 2$/,
  ),
  plant(
    "ticket-history",
    "a number without the act that gave it",
    `${SERVED_WITH_NUMBER} delete from ticket_event where version = 1`,
    DATE_AND_NUMBER,
  ),
  plant(
    "ticket-history",
    "a status of a number without its act",
    `${SERVED_WITH_NUMBER} update ticket set status = 'left'`,
    /^9901 2026-11-24 Α001 left$/,
  ),
  plant(
    "ticket-times",
    "called before the number was given",
    `${SERVED_WITH_NUMBER} update ticket set called_at = issued_at - interval '1 minute'`,
    DATE_AND_NUMBER,
  ),
  plant(
    "ticket-times",
    "a number of another day",
    `${SERVED_WITH_NUMBER} update ticket set date = '2026-11-25'`,
    /^9901 2026-11-25 Α001$/,
  ),
  plant(
    "acts-out-of-order",
    "served by a start that was taken back",
    `${SERVED_WITH_NUMBER} update ticket_event set kind = 'undone', undoes = 3 where ${OF_TICKET} and version = 2`,
    /^9901 2026-11-24 Α001 completed$/,
  ),
  plant(
    "acts-out-of-order",
    "called after having left",
    `${SERVED_WITH_NUMBER} update ticket_event set kind = 'left' where version = 3;
     update ticket_event set kind = 'called' where version = 4`,
    /^9901 2026-11-24 Α001 called$/,
  ),
  plant(
    "acts-out-of-order",
    "an appointment that was served without a start",
    `delete from appointment_event where kind = 'service-started' and (office_id, appointment_id) in (
       select office_id, id from appointment where status = 'served' order by starts_at limit 1)`,
    /^990\d \d{9} completed$/,
  ),
  plant("line-calls", "a call that nobody made", `${SERVED_WITH_NUMBER} ${lineCall(1, 1)}`, DATE_AND_NUMBER),
  plant(
    "acts-out-of-order",
    "served without a start",
    `${SERVED_WITH_NUMBER} delete from ticket_event where kind = 'service-started'`,
    /^9901 2026-11-24 Α001 completed$/,
  ),
  plant(
    "line-calls",
    "a call of another number",
    `${SERVED_WITH_NUMBER} ${lineCall(2, 7)}`,
    /^9901 2026-11-24 Α007 1$/,
  ),
  plant(
    "line-calls",
    "a call that stands after its act was taken back",
    `${SERVED_WITH_NUMBER} ${lineCall(2, 1)} ${event(5, "undone", "09:21")}
     update ticket_event set undoes = 2 where version = 5; update ticket set version = 5`,
    DATE_AND_NUMBER,
  ),
  plant(
    "ticket-origins",
    "a number of a screen that says nothing of what it is for",
    `${GIVEN_AT_ENTRANCE} update ticket set service_group = null`,
    DATE_AND_NUMBER,
  ),
  plant(
    "ticket-origins",
    "a number that a clerk gave, and is no clerk's",
    `${SERVED_WITH_NUMBER} update ticket set issued_by = null, service_group = 'other'`,
    DATE_AND_NUMBER,
  ),
  plant(
    "ticket-origins",
    "a number of a clerk's without a service",
    `${SERVED_WITH_NUMBER} update ticket set service = null`,
    DATE_AND_NUMBER,
  ),
  plant(
    "line-keys",
    "a key of nobody's place",
    `${GIVEN_AT_ENTRANCE} update line_key set visit = gen_random_uuid()`,
    KEY,
  ),
  plant(
    "line-keys",
    "a key of another office's place",
    `${GIVEN_AT_ENTRANCE} update line_key set office_id = (select id from office where code = '9902')`,
    /^9902 2026-11-24 /,
  ),
  plant(
    "line-keys",
    "a key of another day than its number",
    `${GIVEN_AT_ENTRANCE} update line_key set date = date - 1, made_at = made_at - interval '1 day'`,
    /^9901 2026-11-23 /,
  ),
  plant("line-keys", "a key made on another day", `${GIVEN_AT_ENTRANCE} update line_key set made_at = now()`, KEY),
  plant(
    "line-keys",
    "a key that opens two places",
    `${GIVEN_AT_ENTRANCE} insert into line_key (office_id, hash, date, visit, made_at)
     select office.id, hash, '2026-11-24', appointment.id, made_at from line_key, appointment join office on office.id = office_id
     where code = '9902' order by appointment.id limit 1`,
    /^990[12] 2026-11-24 /,
  ),
  plant(
    "line-keys-kept",
    "a key of last week",
    `${GIVEN_AT_ENTRANCE} update line_key set date = date - 7`,
    /^9901 2026-11-17 1$/,
  ),
  plant(
    "print-jobs",
    "a print of nobody's number",
    `${SERVED_WITH_NUMBER} ${PRINT_JOB} update print_job set visit = gen_random_uuid()`,
    /^9901 2026-11-24 [0-9a-f-]{36}$/,
  ),
  plant(
    "print-jobs",
    "on paper before it was sent",
    `${SERVED_WITH_NUMBER} ${PRINT_JOB} update print_job set printed_at = made_at - interval '1 second'`,
    /^9901 2026-11-24 [0-9a-f-]{36}$/,
  ),
];
