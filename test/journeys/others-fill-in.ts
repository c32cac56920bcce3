import type pg from "pg";

/** What somebody is about to book there, and others as well */
export const FILLED_IN_SERVICE = "signature-certification";

/** The office is open to citizens, by one queue, and ten visits of a day may be held. */
export async function openWithLittleRoom(sql: pg.Client, office: string): Promise<void> {
  await sql.query("delete from public_booking");
  await sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
  await sql.query("update queue set is_public = number = 1 from office where office.id = office_id and code = $1", [
    office,
  ]);
  await sql.query("update office set online_held_percent = 1 where code = $1", [office]);
}

interface Others {
  /** Who are filling in for that day; ten have all that strangers may have of it */
  readonly holding: number;
  /** Who held a time of it and did not come back: of a day that many leave, browsers work for theirs */
  readonly left?: number;
}

export async function othersFillIn(
  sql: pg.Client,
  office: string,
  date: string,
  { holding, left = 0 }: Others,
): Promise<void> {
  await sql.query(
    `with place as (
       select office.id as office_id, gen_random_uuid() as id, number <= $2 as is_held,
         ($1::date + make_interval(mins => 60 * (1 + number % 10))) at time zone 'Europe/Athens' as at
       from office, generate_series(1, $2::int + $3::int) as number where code = $5
     ), visit as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, channel, created_at)
       select office_id, id, 1, at, at + interval '10 minutes', case when is_held then 'held' else 'expired' end, now(), $4, '', '', 'online', now()
       from place
     )
     insert into booking_form (office_id, token_hash, appointment_id, held_until, service, starts_at, language, seen_at)
     select office_id, sha256(id::text::bytea), id, case when is_held then now() + interval '10 minutes' end, $4, at, 'el', now()
     from place`,
    [date, holding, left, FILLED_IN_SERVICE, office],
  );
}
