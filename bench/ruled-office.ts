import type pg from "pg";
import { OPENS, SLOT_MINUTES } from "./world.ts";

/** An office whose months are hard to compute: twelve queues, and in each thirty days three seasons of hours and forty exceptions. */
export const RULED_QUEUES = 12;
const EXCEPTIONS = 40;

/** @param first of sixty days in which thirty are asked for */
export async function ruleOffice(sql: pg.Client, office: number, first: string): Promise<void> {
  await sql.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes)
     select $1, number, 'Ουρά ' || number, true, $2 from generate_series(6, $3::int) as number`,
    [office, SLOT_MINUTES, RULED_QUEUES],
  );
  await sql.query("delete from queue_hours where office_id = $1", [office]);
  // Ten days each: mornings, mornings and afternoons, half days.
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute, valid)
     select $1, number, weekday, opens, closes, daterange(start, start + 10)
     from generate_series(1, $3::int) as number, generate_series(1, 7) as weekday, (values (0), (30)) as month (later),
       (values (0, 480, 900), (10, 480, 720), (10, 780, 960), (20, 510, 780)) as season (since, opens, closes),
       lateral (select $2::date + later + since as start) as s`,
    [office, first, RULED_QUEUES],
  );
  // Of every queue in turn, one to three hours long; every tenth of the whole office.
  await sql.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
     select $1, gen_random_uuid(), case when n % 10 > 0 then 1 + n % $4 end, 'closed', start,
       start + make_interval(hours => 1 + n % 3), 'Υπηρεσιακή συνάντηση', now()
     from generate_series(1, 2 * $3::int) as n,
       lateral (select ($2::date + n % 30 + 30 * (n / ($3::int + 1)) + make_interval(mins => $5 + 60 * (n % 4))) at time zone 'Europe/Athens' as start) as s`,
    [office, first, EXCEPTIONS, RULED_QUEUES, OPENS],
  );
}
