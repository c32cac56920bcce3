import type pg from "pg";

/** What somebody is about to book there, and others as well */
export const FILLED_IN_SERVICE = "signature-certification";

/** The office is open to citizens, by one queue, and three visits of a day may be held: from the half on, browsers work first. */
export async function openWithLittleRoom(sql: pg.Client, office: string): Promise<void> {
  await sql.query("delete from public_booking");
  await sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
  await sql.query("update queue set is_public = number = 1 from office where office.id = office_id and code = $1", [
    office,
  ]);
  await sql.query("update office set online_held_percent = 1 where code = $1", [office]);
}

/** So many others are filling in for that day. */
export async function othersFillIn(sql: pg.Client, office: string, date: string, count: number): Promise<void> {
  await sql.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, channel, created_at)
     select office.id, gen_random_uuid(), 1, at, at + interval '10 minutes', 'held', now(), $3, '', '', 'online', now()
     from office, generate_series(1, $2::int) as number,
       lateral (select ($1::date + make_interval(mins => 60 * number)) at time zone 'Europe/Athens' as at) as place
     where code = $4`,
    [date, count, FILLED_IN_SERVICE, office],
  );
}
