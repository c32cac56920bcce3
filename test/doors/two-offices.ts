import type pg from "pg";

/** Stands in all that a person has said: who sees it has seen a person. */
export const PERSON = "Κρυφόπουλος";

/** An office that a hostile caller works from, and one that is none of its business. */
export interface TwoOffices {
  readonly own: number;
  readonly other: number;
  /** The appointments whose period is over, one in each */
  readonly due: readonly string[];
}

/** Plants the same in two offices: people, their history, letters, answers, links and notices, by the server's clock. */
export async function twoOffices(owner: pg.Client): Promise<TwoOffices> {
  await owner.query(OF_THE_NATION);
  const offices: number[] = [];
  for (const code of ["7001", "7002"]) {
    const { rows } = await owner.query<{ id: number }>(
      "insert into office (code, name, municipality, region) values ($1, 'ΚΕΠ ' || $1, 'Δήμος', 'Κρήτη') returning id",
      [code],
    );
    offices.push(rows[0]?.id as number);
  }
  const [own, other] = offices as [number, number];
  for (const office of offices) await owner.query(ofOffice(office, offices));
  await owner.query("delete from anonymized_until");
  const { rows } = await owner.query<{ id: string }>(
    "select id from appointment where starts_at < now() - interval '60 days'",
  );
  return { own, other, due: rows.map(({ id }) => id) };
}

const OF_THE_NATION = `
  insert into service (code, name, short_name, name_en, minutes) values ('signature', 'Γνήσιο', 'Γνήσιο', 'Signature', 10);
  insert into employee (afm, last_name, first_name, synced_at) values
    ('123456783', 'Πρώτη', 'Άννα', now()), ('987654324', 'Δεύτερος', 'Ηλίας', now());
  insert into partner (id, name, webhook_url, webhook_secret, added_at, added_by)
    values (gen_random_uuid(), 'Σύστημα', 'https://partner.example/notices', 'secret', now(), 1);
  insert into partner_key (id, partner, hash, hint, issued_at, issued_by)
    select gen_random_uuid(), id, 'hash', 'abcd', now(), 1 from partner;
  insert into sweep (id, starts_at, ends_at, started_at) values (gen_random_uuid(), now(), now() + interval '1 day', now());
  insert into closure (id, starts_at, ends_at, reason, created_at)
    values (gen_random_uuid(), now() + interval '9 days', now() + interval '10 days', 'Απεργία', now());
  insert into public_booking (id, opened_at) values (gen_random_uuid(), now());
  insert into audit_entry (office_id, id, at, act) values (0, gen_random_uuid(), now(), 'retention-changed');`;

/** One visit's period is over, one was lately, one is to come; what is kept a day or a month is fresh, or over. */
const ofOffice = (office: number, offices: readonly number[]): string => `
  insert into queue (office_id, number, name, is_default, is_active, is_public) values (${office}, 1, 'Ουρά', true, true, true);
  insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
    select ${office}, 1, weekday, 480, 900 from generate_series(1, 7) as weekday;
  insert into membership select ${office}, id, 'operator' from employee;
  insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name,
      phone, email, notes, created_at)
    select ${office}, gen_random_uuid(), 1, moment, moment + interval '10 minutes', 'booked', now(), 'signature',
      '${PERSON}', '${PERSON}', '6900000000', '${PERSON}@example.gr', '${PERSON}', now()
    from unnest(array[now() - interval '70 days', now() - interval '10 days', now() + interval '5 days']) as moment;
  insert into appointment_event (office_id, appointment_id, version, kind, at, changes)
    select ${office}, id, 1, 'booked', now(), '{"last_name": [null, "${PERSON}"]}' from appointment where office_id = ${office};
  insert into appointment_word select ${office}, '${PERSON}', id from appointment where office_id = ${office};
  insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at, state)
    select ${office}, gen_random_uuid(), id, 'confirmed', email, '{}', now(), now(), 'sent' from appointment
    where office_id = ${office};
  insert into online_person (office_id, appointment_id, key)
    select ${office}, id, 'key' from appointment where office_id = ${office};
  insert into appointment_link (office_id, token_hash, appointment_id, kind, made_at)
    select ${office}, id::text::bytea, id, 'manage', now() from appointment where office_id = ${office};
  insert into booking_form (office_id, token_hash, appointment_id, service, starts_at, language, typed, seen_at)
    select ${office}, id::text::bytea, id, service, starts_at, 'el', '{"lastName": "${PERSON}"}', now()
    from appointment where office_id = ${office};
  insert into earlier_wish (office_id, appointment_id, weekdays, parts, notice, offices, made_at)
    select ${office}, id, '{1,2,3,4,5,6,7}', '{morning,noon,afternoon}', 'hours', '{${offices.join()}}', now()
    from appointment where office_id = ${office};
  insert into idempotency_key (office_id, employee_id, route, key, request_hash, status, response, created_at)
    select ${office}, 1, 'book', age::text, 'hash', 201, '{"lastName": "${PERSON}"}', now() - age
    from unnest(array[interval '23 hours', interval '25 hours']) as age;
  insert into search_under_way (office_id, employee_id, id, text, people, at) values
    (${office}, 1, gen_random_uuid(), '${PERSON}', 1, now() + interval '1 hour'),
    (${office}, 2, gen_random_uuid(), '${PERSON}', 1, now() - interval '10 minutes');
  insert into partner_visit select ${office}, appointment.id, partner.id, appointment.id::text, 'hash' from appointment, partner
    where office_id = ${office} and starts_at > now() - interval '60 days';
  insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, state, trying_since, due_at)
    select ${office}, appointment_id, 1, partner, 'booked', now() - age, now(), 'booked', 'planned', now() - age, now() - age
    from partner_visit, cast('29 days' as interval) as age where office_id = ${office};
  insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, state, trying_since, due_at)
    select ${office}, appointment_id, 0, partner, 'booked', now() - age, now(), 'booked', 'delivered', now() - age, now() - age
    from partner_visit, cast('31 days' as interval) as age where office_id = ${office};
  insert into audit_entry (office_id, id, at, employee_id, act, appointments)
    select ${office}, gen_random_uuid(), now(), 1, 'appointment-booked', array[id] from appointment where office_id = ${office};`;
