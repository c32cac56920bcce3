import type pg from "pg";
import { searchWords } from "../../src/appointments/names/search-words.ts";
import type { TestOffice } from "../world.ts";
import { OTHER_PEOPLE } from "./corpus.ts";

/**
 * Fills offices of one queue with `each` appointments of half an hour, one after another, each with its beginning in the
 * history; and counts as PostgreSQL does.
 */
export async function fill(
  owner: pg.Client,
  offices: readonly TestOffice[],
  each: number,
  from: Temporal.Instant,
): Promise<void> {
  const names = OTHER_PEOPLE.map(({ last, first, phone }, number) => ({
    number,
    last,
    first,
    phone,
    words: searchWords({
      last_name: last,
      first_name: first,
      business_name: null,
      phone,
      business_afm: null,
      companions: [],
    }),
  }));
  await owner.query(
    "create temporary table name (number integer primary key, last text, first text, phone text, words text[])",
  );
  await owner.query("insert into name select * from jsonb_populate_recordset(null::name, $1)", [JSON.stringify(names)]);
  await owner.query(
    `insert into appointment (office_id, id, reference, queue, starts_at, ends_at, status_at, service, last_name,
       first_name, phone, created_at)
     select office, gen_random_uuid(), lpad((office % 1000 * 100000 + n)::text, 9, '0'), 1,
       $3::timestamptz + n * interval '30 minutes', $3::timestamptz + (n + 1) * interval '30 minutes', $3, 'signature',
       last, first, phone, $3
     from unnest($1::int[]) as office, generate_series(1, $2::int) as n
       join name on number = n * 7919 % (select count(*) from name)`,
    [offices.map(({ id }) => id), each, from.toString()],
  );
  await owner.query(
    `insert into appointment_word select office_id, word, id from appointment
       join name on last = last_name and first = first_name, unnest(words) as word on conflict do nothing`,
  );
  await owner.query(
    `insert into appointment_event (office_id, appointment_id, version, kind, at)
     select office_id, id, 1, 'booked', created_at from appointment where office_id = any ($1::int[])`,
    [offices.map(({ id }) => id)],
  );
  await owner.query("drop table name");
  await owner.query("vacuum analyze");
}
