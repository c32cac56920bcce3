import { EMPLOYEE, OFFICE, ONLINE, PARTNER, VISIT } from "./online-rows.ts";
import { type Plant, plant } from "./plant.ts";

const NOTHING = /^9901 \d 2026-12-/;

const forgotten = `${ONLINE} select anonymize(${OFFICE}, array['${VISIT}'::uuid], '2026-11-24T08:42:00Z');`;

/** An anonymous appointment with something left in one table, each by itself. */
export const TRACES: readonly Plant[] = [
  plant(
    "anonymous-with-traces",
    "an anonymous appointment with its person's mark",
    `${forgotten} insert into online_person (office_id, appointment_id, key) values (${OFFICE}, '${VISIT}', '\\x01')`,
    / online_person$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment that somebody sees as their own",
    `${forgotten} insert into visit_owner (office_id, appointment_id, mark, way, since)
     values (${OFFICE}, '${VISIT}', '\\x01', 'taxisnet', now())`,
    / visit_owner$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment with the entry of a calendar",
    `${forgotten} insert into calendar_entry (office_id, appointment_id, uid, sequence)
     values (${OFFICE}, '${VISIT}', gen_random_uuid(), 1)`,
    / calendar_entry$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment with a link to it",
    `${forgotten} insert into appointment_link (office_id, token_hash, appointment_id, kind, made_at)
     values (${OFFICE}, '\\x02', '${VISIT}', 'manage', now())`,
    / appointment_link$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment of which a system knows",
    `${forgotten} insert into partner_visit (office_id, appointment_id, partner, request_key, request_hash)
     values (${OFFICE}, '${VISIT}', '${PARTNER}', 'one', '\\x01')`,
    / partner_visit$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment that would be told of",
    `${forgotten} insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, trying_since, due_at)
     values (${OFFICE}, '${VISIT}', 2, '${PARTNER}', 'booked', now(), now(), 'booked', now(), now())`,
    / webhook_event$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment that would come earlier",
    `${forgotten} insert into earlier_wish values
       (${OFFICE}, '${VISIT}', '{1}', '{morning}', 'day', now(), array[${OFFICE}])`,
    / earlier_wish$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment whose form still knows",
    `${forgotten} update booking_form set appointment_id = '${VISIT}'`,
    / booking_form$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment that its words find",
    `${forgotten} insert into appointment_word values (${OFFICE}, 'skala', '${VISIT}')`,
    / appointment_word$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment in an answer for a repetition",
    `${forgotten} insert into idempotency_key values
       (${OFFICE}, ${EMPLOYEE}, 'POST', 'x', '\\x01', 201, '{"id": "${VISIT}"}', now())`,
    / idempotency_key$/,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment with a telephone",
    `${forgotten} set constraints all immediate; alter table appointment drop constraint appointment_anonymous_check;
     update appointment set phone = '+306944123456' where id = '${VISIT}'`,
    / appointment$/,
  ),
  plant(
    "known-though-forgotten",
    "somebody who asked to be forgotten",
    `${ONLINE} insert into erasure values (${OFFICE}, '${VISIT}', now())`,
    NOTHING,
  ),
  plant(
    "known-though-forgotten",
    "somebody who comes along and asked to be forgotten",
    `${ONLINE} update appointment set companions = '[{"lastName": "Άλφα", "firstName": "Α", "services": ["signature"]}]' where id = '${VISIT}';
     insert into companion_erasure select office_id, id, version, 0, now() from appointment where id = '${VISIT}'`,
    NOTHING,
  ),
  plant(
    "known-though-forgotten",
    "somebody of before the date that the office has come to",
    `insert into anonymized_until select id, '2026-11-24' from office where code = '9901'`,
    /^9901 \d 2026-11-/,
  ),
];
