import type pg from "pg";

/** The database's own clock stands at a moment: the owner of the functions can do that, and nobody else. */
export const setServerClock = (owner: pg.Client, now: Temporal.Instant): Promise<unknown> =>
  owner.query(`create or replace function server_clock() returns timestamptz language sql stable parallel safe
    as $$ select timestamptz '${now}' $$`);
