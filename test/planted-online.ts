import {
  EMPLOYEE,
  HELD,
  MOVED,
  OFFICE,
  ONE_MORE,
  ONLINE,
  PARTNER,
  PLACE,
  SECOND,
  VISIT,
  WISH,
  WISHED,
} from "./online-rows.ts";
import { type Plant, plant } from "./plant.ts";

const NOTHING = /^9901 \d 2026-12-/;

/** What citizens hold, have and were given, and what the program should have done with it by itself. */
export const HOLDS: readonly Plant[] = [
  plant("held-by-nobody", "a place that no form holds", `${ONLINE} delete from booking_form`, NOTHING),
  plant("held-by-nobody", "a place whose form is over", `${ONLINE} update booking_form set held_until = null`, NOTHING),
  plant(
    "held-by-nobody",
    "a place that was offered and refused",
    `${ONLINE} update earlier_offer set outcome = 'refused', settled_at = now()`,
    NOTHING,
  ),
  plant(
    "held-for-too-long",
    "a hold hours over",
    `${ONLINE} update booking_form set held_until = '2026-11-24T05:00:00Z'`,
    NOTHING,
  ),
  plant(
    "held-for-too-long",
    "an offer hours over",
    `${ONLINE} update earlier_offer set made_at = '2026-11-24T04:00:00Z', until = '2026-11-24T05:00:00Z'`,
    NOTHING,
  ),
  plant(
    "form-against-row",
    "a form whose place is held no more",
    `${ONLINE} update appointment set status = 'expired' where id = '${HELD}'`,
    NOTHING,
  ),
  plant(
    "form-against-row",
    "a form whose place was given back by rules of another moment",
    `${ONLINE} update appointment set status = 'expired', status_at = '2026-11-24T08:41:00Z' where id = '${HELD}';
     insert into audit_entry (office_id, id, at, act, details)
     values (${OFFICE}, gen_random_uuid(), '2026-11-24T08:42:00Z', 'exception-added', '{"changes": []}')`,
    NOTHING,
  ),
  plant(
    "form-against-row",
    "a form of another time than it holds",
    `${ONLINE} update booking_form set starts_at = starts_at + interval '1 hour'`,
    NOTHING,
  ),
  plant(
    "form-against-row",
    "a confirmed form without an appointment",
    `${ONLINE} update booking_form set held_until = null, confirmed_at = now()`,
    NOTHING,
  ),
  plant(
    "form-against-row",
    "a form that holds what it is still to hold",
    `${ONLINE} update booking_form set awaits_email = true`,
    NOTHING,
  ),
  plant(
    "offer-without-place",
    "an offer whose place is somebody's",
    `${ONLINE} update appointment set status = 'expired' where id = '${PLACE}'`,
    NOTHING,
  ),
  plant(
    "offer-without-place",
    "an offer of a row that there is not",
    `${ONLINE} update earlier_offer set hold = gen_random_uuid()`,
    NOTHING,
  ),
  plant(
    "offer-without-place",
    "an offer of another place than is held",
    `${ONLINE} update earlier_offer set queue = queue % 3 + 1`,
    NOTHING,
  ),
  plant(
    "offer-without-place",
    "an offer settled without an outcome",
    `${ONLINE} update earlier_offer set settled_at = now()`,
    NOTHING,
  ),
  plant("offer-of-nobody", "an offer whose wish has ended", `${WISHED} delete from earlier_wish`, NOTHING),
  plant(
    "offer-of-nobody",
    "an offer to somebody who has an appointment no more",
    `${WISHED} update earlier_wish set without_visit = false, is_confirmed = true where appointment_id = '${WISH}'`,
    NOTHING,
  ),
  plant(
    "wish-overdue",
    "a wish after its last day",
    `${WISHED} update appointment set starts_at = starts_at - interval '90 days', ends_at = ends_at - interval '90 days' where id = '${WISH}'`,
    /^9901 /,
  ),
  plant(
    "wish-overdue",
    "a wish that nobody has confirmed for days",
    `${WISHED} update earlier_wish set is_confirmed = false, made_at = '2026-11-20T08:00:00Z' where appointment_id = '${WISH}'`,
    /^9901 /,
  ),
  plant(
    "wish-overdue",
    "a wish that can be written to nowhere",
    `${WISHED} update appointment set email = null where id = '${WISH}'`,
    /^9901 /,
  ),
  plant(
    "hold-with-person",
    "an e-mail that was kept after its wish",
    `${WISHED} delete from earlier_wish; update earlier_offer set outcome = 'refused', settled_at = now() where appointment_id = '${WISH}';
     update appointment set status = 'expired' where id = '${PLACE}'`,
    /^9901 /,
  ),
  plant(
    "hold-with-person",
    "a hold with an e-mail",
    `${ONLINE} update appointment set email = 'x@example.gr' where id = '${HELD}'`,
    NOTHING,
  ),
  plant(
    "hold-with-person",
    "a hold of which it is known what its citizen needs",
    `${ONLINE} update appointment set needs = '{wheelchair,longer-time}' where id = '${HELD}'`,
    NOTHING,
  ),
  plant(
    "person-over-limit",
    "a person over the online limit",
    `${ONLINE} ${ONE_MORE}`,
    /^2 \/ 1: 9901 \d{9}, 9901 \d{9}$/,
  ),
  plant(
    "person-over-limit",
    "a relative over the online limit of whoever signed in",
    `${ONLINE} ${ONE_MORE} update online_person set is_identified = true; update appointment set companions = jsonb_build_array(jsonb_build_object('lastName', case id
       when '${VISIT}' then 'Γιασεμίδης' else 'ΓΙΑΣΕΜΊΔΗΣ ' end, 'firstName', 'Θωμάς', 'services', jsonb_build_array(service)))
     where id in ('${VISIT}', '${SECOND}')`,
    /^2 \/ 1: 9901 \d{9}, 9901 \d{9}$/,
  ),
  plant(
    "person-over-limit",
    "somebody without a name over the online limit of whoever signed in",
    `${ONLINE} ${ONE_MORE} update online_person set is_identified = true; update appointment set last_name = id::text, companions =
       jsonb_build_array(jsonb_build_object('lastName', '', 'firstName', '', 'services', jsonb_build_array(service)))
     where id in ('${VISIT}', '${SECOND}')`,
    /^2 \/ 1: 9901 \d{9}, 9901 \d{9}$/,
  ),
  plant(
    "person-over-limit",
    "a booker with more people than four for each appointment",
    `${ONLINE} ${ONE_MORE} update online_person set is_identified = true; update appointment set last_name = id::text, companions = (
       select jsonb_agg(jsonb_build_object('lastName', concat(id, place), 'firstName', 'Θ', 'services', jsonb_build_array(service)))
       from generate_series(1, 2) as place)
     where id in ('${VISIT}', '${SECOND}')`,
    /^6 \/ 4: 9901 \d{9}, 9901 \d{9}$/,
  ),
  plant(
    "link-without-visit",
    "a link to a time that was never confirmed",
    `${ONLINE} update appointment_link set appointment_id = '${HELD}'`,
    /^9901 \d{9}$/,
  ),
  plant(
    "notice-out-of-order",
    "a notice of an act that there was not",
    `${ONLINE} update webhook_event set version = 7`,
    /^9901 \d{9} 7$/,
  ),
  plant(
    "notice-out-of-order",
    "a notice of another act",
    `${ONLINE} update webhook_event set kind = 'cancelled'`,
    /^9901 \d{9} 2$/,
  ),
  plant(
    "notice-out-of-order",
    "a later notice that arrived first",
    `${ONLINE} ${MOVED} insert into webhook_event
       (office_id, appointment_id, version, partner, kind, at, starts_at, status, state, trying_since, due_at)
     select office_id, id, 3, '${PARTNER}', 'moved', '2026-11-24T08:42:00Z', starts_at, status, 'delivered', now(), now()
     from appointment where id = '${VISIT}'`,
    /^9901 \d{9} 2$/,
  ),
];

const entry = (id: string, more = "null") => `
  insert into audit_entry (office_id, id, at, act, appointments)
  values (${OFFICE}, '00000000-0000-4000-8000-0000000000${id}', '2026-11-24T08:41:00Z', 'appointment-viewed', ${more});`;

/** What everybody who does something leaves behind. */
export const AUDIT: readonly Plant[] = [
  plant(
    "audit-gap",
    "a seal taken out of the middle",
    `${entry("51")} ${entry("52")} ${entry("53")} select seal_audit(10); delete from audit_seal where number = 2`,
    /^9901 (seals 2 \/ 3|2026-11-24 \S+ \S{36})$/,
  ),
  plant(
    "audit-gap",
    "an entry taken out",
    `${entry("51")} select seal_audit(10); delete from audit_entry`,
    /^9901 \S{36}$/,
  ),
  plant(
    "audit-gap",
    "an entry that will never be sealed",
    `${entry("51")} delete from audit_unsealed`,
    /^9901 2026-11-24 \S+ \S{36}$/,
  ),
  plant(
    "audit-without-subject",
    "a look that the person is not told of",
    `${entry("51", "array['00000000-0000-4000-8000-000000000001'::uuid]")} delete from audit_subject`,
    /^9901 2026-11-24 \S+ appointment-viewed$/,
  ),
  plant(
    "act-without-audit",
    "an act that the audit lacks",
    `update office set is_example = false where code = '9901';
     ${ONLINE}`,
    /^9901 \d{9} \d+ [a-z-]+$/,
  ),
  plant(
    "act-without-audit",
    "an act that is part of nothing",
    `update office set is_example = false where code = '9901';
     update appointment_event set cause = gen_random_uuid()`,
    /^9901 \d{9} \d+ [a-z-]+$/,
  ),
];

export const LATE: readonly Plant[] = [
  plant(
    "long-unsealed",
    "an entry of the audit that nobody seals",
    `insert into audit_entry (office_id, id, at, act)
     select id, gen_random_uuid(), '2026-11-24T07:41:00Z', 'signed-in' from office where code = '9901'`,
    /^9901 1$/,
  ),
  plant(
    "mail-waiting",
    "a letter that waits for ever",
    `${ONLINE} update mail set due_at = '2026-11-24T01:00:00Z' where id = '${VISIT}'`,
    /^9901 1$/,
  ),
  plant(
    "mail-unsettled",
    "a letter that waits though it was settled",
    `${ONLINE} update mail set settled_at = now() where id = '${VISIT}'`,
    /^9901 \d{9} \S{36}$/,
  ),
  plant(
    "mail-unsettled",
    "a letter that was sent, nobody knows when",
    `${ONLINE} update mail set state = 'sent' where id = '${VISIT}'`,
    /^9901 \d{9} \S{36}$/,
  ),
  plant(
    "mail-unsettled",
    "a message of no appointment that was sent, nobody knows when",
    `insert into mail (office_id, id, kind, address, details, planned_at, due_at, state)
     values (${OFFICE}, '${VISIT}', 'x', 'kep@example.gr', '{}', '2026-11-24T08:41:00Z', '2026-11-24T08:41:00Z', 'sent')`,
    /^9901 \S{36}$/,
  ),
  plant(
    "sweep-unfinished",
    "a ruling that never came to the offices",
    `insert into sweep (id, service, started_at) select gen_random_uuid(), min(code), '2026-11-24T05:00:00Z' from service`,
    /^\S{36} 2026-11-24 /,
  ),
  plant(
    "left-behind",
    "what a citizen typed yesterday",
    `${ONLINE} update booking_form set held_until = null, seen_at = '2026-11-22T08:00:00Z'`,
    /^9901 booking_form 1$/,
  ),
  plant(
    "left-behind",
    "an answer that nobody can ask for again",
    `${ONLINE} insert into idempotency_key values
       (0, ${EMPLOYEE}, 'POST', 'x', '\\x01', 201, '{}', '2026-11-20T08:00:00Z')`,
    /^0 idempotency_key 1$/,
  ),
  plant(
    "left-behind",
    "a citizen who is signed in since hours",
    `insert into citizen_session (token_hash, mark, last_name, first_name, until) values ('\\x01', '\\x01', 'Χ', 'Χ', '2026-11-24T05:00:00Z')`,
    /^0 citizen_session 1$/,
  ),
  plant(
    "left-behind",
    "whom a wallet showed hours ago",
    `insert into wallet_try (id_hash, browser_hash, begun_at, client_id, nonce, encryption_key, sealed_key)
       values ('\\x01', '\\x01', '2026-11-24T05:00:00Z', 'x', 'x', '{}', '\\x01')`,
    /^0 wallet_try 1$/,
  ),
  plant(
    "left-behind",
    "a search that the audit lacks",
    `${ONLINE} insert into search_under_way (office_id, employee_id, id, text, people, at)
     values (${OFFICE}, ${EMPLOYEE}, gen_random_uuid(), 'σκαλ', 1, '2026-11-24T05:00:00Z')`,
    /^9901 search_under_way 1$/,
  ),
];
