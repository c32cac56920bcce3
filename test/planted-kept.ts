import { COMING, type Plant, plant } from "./plant.ts";

const OF_ANONYMOUS = "appointment_id in (select id from appointment where anonymized_at is not null)";

/** Without what the program takes away with the names. */
const anonymous = `update appointment set last_name = '', first_name = '', phone = null, email = null, business_name = null,
    business_afm = null, party = 'citizen', notes = null, anonymized_at = '2026-11-24T08:42:00Z' where ctid = ${COMING};`;

/** Violations of how long it is kept who somebody was, and of how it is kept who has looked. */
export const KEPT_TOO_LONG: readonly Plant[] = [
  plant(
    "kept-too-long",
    "an appointment of last summer",
    `update appointment set (starts_at, ends_at) = (starts_at - interval '100 days', ends_at - interval '100 days') where ctid = ${COMING}`,
    /^9901 \d 2026-08-16 /,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment with a name in its history",
    `${anonymous} update appointment_event set changes = '{"notes": [null, "Σκάλα"]}' where kind = 'booked' and ${OF_ANONYMOUS}`,
    /^9901 \d 2026-11-24 /,
  ),
  plant(
    "anonymous-with-traces",
    "an anonymous appointment to which an e-mail is addressed",
    `${anonymous} insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
     select office_id, gen_random_uuid(), id, 'confirmed', 'x@example.gr', '{}', now(), now()
     from appointment where anonymized_at is not null`,
    /^9901 \d 2026-11-24 /,
  ),
];
