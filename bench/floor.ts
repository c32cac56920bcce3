import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";

/**
 * What no real application can beat: a bare node:http server on the same tables and indexes for which everything is one
 * statement: no sign-in, no row-level security, no validation, no rules, no history. "bare" does not even have our tables: it
 * does the same in one with a key, the constraint and no trigger. Arguments: the owner's URL of the database, port, employee's id.
 */
const [url, port, employee] = process.argv.slice(2) as [string, string, string];
const pool = new pg.Pool({ connectionString: url, max: 20 });

const server = createServer(async (request, response) => {
  const [office, what, argument] = (request.url ?? "").slice(1).split("/") as [string, Statement, string];
  const values = [
    Number(office),
    ...(request.method === "POST" ? bookingOf(await bodyOf(request)) : argument.split("~")),
  ];
  const answer = await pool.query({ name: what, text: STATEMENTS[what], values }).catch((error) => error);
  const json = answer.rows?.[0]?.json;
  response.writeHead(json ? 200 : 500, { "content-type": "application/json" });
  response.end(json ?? String(answer));
});
await pool.query(
  `create table if not exists floor_booking (office_id integer, queue smallint, starts_at timestamptz, ends_at timestamptz, id uuid,
     last_name text, created_by integer, primary key (office_id, id),
     exclude using gist (office_id with =, queue with =, tstzrange(starts_at, ends_at) with &&));
   create table if not exists floor_key (office_id integer, key text, response json, primary key (office_id, key))`,
);
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));

function bookingOf(body: string): unknown[] {
  const { key, date, time, queue, lastName } = JSON.parse(body);
  return [key, date, time, queue, lastName, Number(employee)];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

type Statement = keyof typeof STATEMENTS;

/** Each for an office ($1); what a day or some days need is handed on as PostgreSQL writes it. */
const STATEMENTS = {
  // Locks, inserts under the constraint, and keeps the key.
  book: `
    with locked as materialized (
      select pg_advisory_xact_lock_shared($1::int, 0), pg_advisory_xact_lock($1::int, $3::date - date '1970-01-01'),
        ($3::date + $4::time) at time zone 'Europe/Athens' as start
    ), added as (
      insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name,
        created_at, created_by)
      select $1, gen_random_uuid(), $5, start, start + interval '10 minutes', now(), 'copy-certification', $6, 'Ελένη',
        now(), $7::int
      from locked on conflict do nothing returning id, reference
    ), answer as (
      select json_build_object('id', id, 'reference', reference)::text as json from added
    ), kept as (
      insert into idempotency_key (office_id, employee_id, route, key, request_hash, status, response, created_at)
      select $1, $7::int, 'floor', $2, '', 201, json::jsonb, now() from answer
    )
    select json from answer`,
  // The same in tables of its own.
  bare: `
    with locked as materialized (
      select pg_advisory_xact_lock_shared($1::int, 0), pg_advisory_xact_lock($1::int, $3::date - date '1970-01-01'),
        ($3::date + $4::time) at time zone 'Europe/Athens' as start
    ), added as (
      insert into floor_booking (office_id, id, queue, starts_at, ends_at, last_name, created_by)
      select $1, gen_random_uuid(), $5, start, start + interval '10 minutes', $6, $7::int
      from locked on conflict do nothing returning id
    ), answer as (
      select json_build_object('id', id) as json from added
    ), kept as (
      insert into floor_key (office_id, key, response) select $1, $2, json from answer
    )
    select json::text as json from answer`,
  // Queues, hours, what closes and what is taken, from $2 to before $3.
  free: `
    select json_build_object(
      'queues', (select json_agg(json_build_array(number, is_active, slot_minutes)) from queue where office_id = $1),
      'hours', (select json_agg(json_build_array(queue, weekday, opens_minute, closes_minute)) from queue_hours
        where office_id = $1 and valid && daterange($2::date, $3::date)),
      'closed', (select json_agg(json_build_array(queue, starts_at, ends_at)) from exception
        where office_id = $1 and ends_at > $2::date and starts_at < $3::date),
      'taken', (select json_agg(json_build_array(queue, starts_at, ends_at)) from appointment
        where office_id = $1 and live and starts_at >= $2::date and starts_at < $3::date))::text as json`,
  // The same, with the appointments themselves.
  day: `
    select json_build_object(
      'queues', (select json_agg(queue) from queue where office_id = $1),
      'hours', (select json_agg(json_build_array(queue, weekday, opens_minute, closes_minute)) from queue_hours
        where office_id = $1 and valid && daterange($2::date, $3::date)),
      'closed', (select json_agg(json_build_array(queue, starts_at, ends_at)) from exception
        where office_id = $1 and ends_at > $2::date and starts_at < $3::date),
      'appointments', (select json_agg(appointment order by starts_at) from appointment
        where office_id = $1 and starts_at >= $2::date and starts_at < $3::date))::text as json`,
  // Whoever has a word from $2 to before $3.
  search: `
    select coalesce(json_agg(appointment), '[]')::text as json from appointment
    where office_id = $1 and id in (select appointment_id from appointment_word
      where office_id = $1 and word >= $2 collate "C" and word < $3 collate "C" limit 20)`,
} as const;
