import { randomBytes } from "node:crypto";
import type { Tx } from "../../platform/database/sql.ts";
import { RESALE } from "./pattern.ts";

/** SQL of what citizens do online, by network. */

export interface NetworkActRow {
  /** Version 7 */
  readonly id: string;
  readonly network: string;
  readonly what: "booked" | "cancelled" | "decoy";
  /** Null: of a decoy */
  readonly place: string | null;
}

/** The same for all processes; whoever writes first on that day makes it. */
export async function keyOfDay(tx: Tx, date: Temporal.PlainDate): Promise<Buffer> {
  const [, [row]] = await Promise.all([
    tx.sql`insert into network_key (date, key) values (${date}, ${randomBytes(32)}) on conflict (date) do nothing`,
    tx.sql<{ key: Buffer }>`select key from network_key where date = ${date}`,
  ]);
  return (row as { key: Buffer }).key;
}

export async function insertActs(tx: Tx, date: Temporal.PlainDate, acts: readonly NetworkActRow[]): Promise<void> {
  await tx.sql`
    insert into network_act (id, date, network, what, place)
    select id, ${date}::date, network, what, place
    from json_to_recordset(${JSON.stringify(acts)}::json) as act (id uuid, network text, what text, place text)
    on conflict do nothing`;
}

/**
 * Days before this one become a row each, and their acts and keys are gone. What comes for a day that was counted is not
 * counted any more. In an office and service a booking is one again where the network had cancelled more there than it had
 * booked again: those that are none are the most by which bookings were ever ahead of cancellations.
 */
export async function countDaysBefore(tx: Tx, date: Temporal.PlainDate): Promise<void> {
  await tx.sql`
    with act as (delete from network_act where date < ${date} returning date, id, network, what, place),
    ahead as (
      select date, network, place, what,
        sum(case what when 'booked' then 1 when 'cancelled' then -1 else 0 end) over (partition by date, network, place order by id) as by
      from act
    ), of_place as (
      select date, network, count(*) filter (where what = 'booked') as booked,
        count(*) filter (where what = 'booked') - greatest(max(by), 0) as again, bool_or(what = 'decoy') as is_program
      from ahead group by date, network, place
    ), of_network as (
      select date, sum(booked) as booked, sum(again) as again, bool_or(is_program) as is_program
      from of_place group by date, network
    ), resale as (
      select *, booked >= ${RESALE.bookings} and again >= ${RESALE.again} and again * 100 >= booked * ${RESALE.againPercent} as is_resale
      from of_network
    )
    insert into network_day (date, bookings, networks, network_bookings, programs)
    select date, sum(booked), count(*) filter (where is_resale), coalesce(sum(booked) filter (where is_resale), 0),
      count(*) filter (where is_program)
    from resale group by date
    on conflict (date) do nothing`;
  await tx.sql`delete from network_key where date < ${date}`;
}

export async function forgetDaysBefore(tx: Tx, date: Temporal.PlainDate): Promise<void> {
  await tx.sql`delete from network_day where date < ${date}`;
}
