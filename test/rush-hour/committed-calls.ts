import type pg from "pg";

/** A call as the database has it, with who else waited at that moment: written down by a trigger, in the order of the commits. */
export interface CommittedCall {
  readonly seq: number;
  readonly visit: string;
  readonly number: string;
  readonly counter: number;
  /** On the machine's clock, just before the commit, in milliseconds */
  readonly at: number;
  readonly waited: readonly WaitingVisit[];
}

/** Whoever is here and was not called, and whom this call is for. */
export interface WaitingVisit {
  readonly id: string;
  /** Null: a number */
  readonly queue: number | null;
  /** When they count from, without the minutes of the office */
  readonly from: string;
  /** The minutes of the office are added */
  readonly isLater: boolean;
  readonly since: string;
}

/** What stands beside the program's own tables, to be taken away again before the doctor looks. */
export async function writeDownCalls(sql: pg.Client, office: string): Promise<void> {
  // The demo's offices have people of their own who wait.
  await sql.query(`
    create view rush_visit as
    select id, status, called_at, queue as counter
    from ticket where office_id = (select id from office where code = '${office}')
    union all
    select id, status, called_at, coalesce(counter, queue)
    from appointment where office_id = (select id from office where code = '${office}')`);
  await sql.query(
    `create table rush_call (seq int generated always as identity, visit uuid, number text, counter int, at float8, waited json)`,
  );
  await sql.query(`
    create function rush_called() returns trigger language plpgsql security definer as $body$
    begin
      insert into rush_call (visit, number, counter, at, waited)
      select new.visit, new.letter || lpad(new.number::text, 3, '0'), new.counter,
        extract(epoch from clock_timestamp()) * 1000, json_agg(waiting)
      from (
        select id, null::int as queue, issued_at as "from", not is_statutory as "isLater", issued_at as since from ticket
        where office_id = new.office_id and date = new.date and (id = new.visit or (status = 'arrived' and called_at is null))
        union all
        select id, queue, case when without then status_at else starts_at end, without,
          case when without then status_at else greatest(starts_at, status_at) end
        from (select *, channel = 'in-person' and status_at = created_at
            or floor(extract(epoch from status_at - starts_at) / 60) > 10 as without from appointment) as appointment
        where office_id = new.office_id and (id = new.visit or (status = 'arrived' and called_at is null))
          and (starts_at at time zone 'Europe/Athens')::date = new.date
      ) as waiting;
      return null;
    end $body$`);
  await sql.query("create trigger rush_called after insert on line_call for each row execute function rush_called()");
}

export const calledSoFar = ({ ask }: Asking): Promise<CommittedCall[]> =>
  ask<CommittedCall>("select * from rush_call order by seq");

/** Whoever looks into the database. */
export interface Asking {
  /** One statement after the other */
  ask<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
}

export async function stopWritingDown(sql: pg.Client): Promise<void> {
  await sql.query("drop trigger rush_called on line_call");
  await sql.query("drop function rush_called()");
  await sql.query("drop table rush_call");
  await sql.query("drop view rush_visit");
}
