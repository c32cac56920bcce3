import type pg from "pg";
import { CHANNEL } from "./channel.ts";

/** Rows of what is committed and not announced: whoever takes one away announces what it says, in the same transaction. */

/** Enough for the acts of some seconds; the rest is found by the next look. */
const MOST_ROWS = 1_000;

/** Of these rows what is there still, and texts that have none. */
export async function announceRows(
  client: pg.ClientBase,
  rows: readonly string[],
  texts: readonly string[],
): Promise<string[]> {
  const { rows: told } = await client.query<{ notice: string }>({
    name: "announce-rows",
    text: `with gone as (
      delete from announcement
      where id in (select id from announcement where id = any ($1::uuid[]) for update skip locked) returning notices
    ), said as (select unnest(notices) as notice from gone union all select unnest($2::text[]))
    select notice, pg_notify($3, notice) from said`,
    values: [rows, texts, CHANNEL],
  });
  return told.map(({ notice }) => notice);
}

/** The ids of those that are committed. */
export async function rowsLeft(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: "rows-left",
    text: "select id from announcement limit $1",
    values: [MOST_ROWS],
  });
  return rows.map(({ id }) => id);
}
