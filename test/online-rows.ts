import { COMING } from "./plant.ts";

/** What citizens hold, have and were offered online, written by hand beside a seeded database. */

export const OFFICE = "(select id from office where code = '9901')";
export const [HELD, VISIT, PLACE, SECOND] = ["41", "42", "43", "45"].map(
  (end) => `00000000-0000-4000-8000-0000000000${end}`,
);
export const [PARTNER, EMPLOYEE] = [
  "00000000-0000-4000-8000-000000000044",
  "(select id from employee where afm = '123456783')",
];

/** As the first appointment to come, so many weeks later. */
export const row = (id: string | undefined, weeks: number, status: string, version = 1) => `
  insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, channel,
    created_at, version, email)
  select office_id, '${id}', queue, starts_at + interval '${7 * weeks} days', ends_at + interval '${7 * weeks} days', '${status}',
    '2026-11-24T08:40:00Z', service, '', '', 'online', '2026-11-24T08:40:00Z', ${version},
    ${status === "booked" ? "'x@example.gr'" : "null"} from appointment where ctid = ${COMING};`;

/** A citizen fills in a form; another one has booked by a partner, and is offered an earlier place. Nothing is wrong by it. */
export const ONLINE = `
  update queue set is_public = true where office_id = ${OFFICE};
  ${row(HELD, 2, "held")} ${row(VISIT, 3, "booked", 2)} ${row(PLACE, 4, "held")}
  insert into booking_form (office_id, token_hash, appointment_id, held_until, service, starts_at, language, seen_at, typed)
  select office_id, '\\x01', id, '2026-11-24T08:50:00Z', service, starts_at, 'el', '2026-11-24T08:40:00Z', '{"lastName": "Σκάλα"}'
  from appointment where id = '${HELD}';
  insert into employee (afm, last_name, first_name, synced_at) values ('123456783', 'Δοκιμή', 'Δοκιμή', now());
  insert into partner (id, name, added_at, added_by) values ('${PARTNER}', 'Δήμος', now(), ${EMPLOYEE});
  insert into partner_visit (office_id, appointment_id, partner, request_key, request_hash)
  values (${OFFICE}, '${VISIT}', '${PARTNER}', 'one', '\\x01');
  insert into appointment_event (office_id, appointment_id, version, kind, at)
  values (${OFFICE}, '${VISIT}', 2, 'booked', '2026-11-24T08:41:00Z');
  insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, state, trying_since, due_at)
  select office_id, id, 2, '${PARTNER}', 'booked', '2026-11-24T08:41:00Z', starts_at, status, 'planned', '2026-11-24T08:41:00Z', now()
  from appointment where id = '${VISIT}';
  insert into online_person (office_id, appointment_id, key) values (${OFFICE}, '${VISIT}', '\\x01');
  insert into appointment_link (office_id, token_hash, appointment_id, kind, made_at)
  values (${OFFICE}, '\\x01', '${VISIT}', 'manage', '2026-11-24T08:41:00Z');
  insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
  values (${OFFICE}, '${VISIT}', '${VISIT}', 'confirmed', 'x@example.gr', '{}', '2026-11-24T08:41:00Z', '2026-11-24T08:41:00Z');
  insert into earlier_offer (office_id, hold, appointment_id, queue, starts_at, ends_at, made_at, until, place_office)
  select office_id, id, '${VISIT}', queue, starts_at, ends_at, '2026-11-24T08:41:00Z', '2026-11-24T09:41:00Z', office_id
  from appointment where id = '${PLACE}';`;

export const WISH = "00000000-0000-4000-8000-000000000046";

/** The place is offered to somebody who has no appointment. Nothing is wrong by it. */
export const WISHED = `${ONLINE} ${row(WISH, 6, "expired")}
  update appointment set email = 'y@example.gr' where id = '${WISH}';
  insert into earlier_wish (office_id, appointment_id, weekdays, parts, notice, made_at, offices, without_visit)
  values (${OFFICE}, '${WISH}', '{1}', '{morning}', 'day', '2026-11-24T08:40:00Z', array[${OFFICE}], true);
  update earlier_offer set appointment_id = '${WISH}';`;

/** Of the same person, where one is allowed. */
export const ONE_MORE = `
  update office set online_limit = 1; ${row(SECOND, 5, "booked", 2)}
  insert into appointment_event (office_id, appointment_id, version, kind, at)
  values (${OFFICE}, '${SECOND}', 2, 'booked', '2026-11-24T08:41:00Z');
  insert into online_person (office_id, appointment_id, key) values (${OFFICE}, '${SECOND}', '\\x01');`;

/** Once more moved by the counter, and told so. */
export const MOVED = `
  insert into appointment_event (office_id, appointment_id, version, kind, at, employee_id, changes)
  select office_id, id, 3, 'moved', '2026-11-24T08:42:00Z', ${EMPLOYEE},
    json_build_object('starts_at', json_build_array(starts_at - interval '1 hour', starts_at)) from appointment where id = '${VISIT}';
  update appointment set version = 3 where id = '${VISIT}';`;
