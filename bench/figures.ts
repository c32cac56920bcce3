import { sumWeeks } from "../src/measures/national/sum-weeks.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { databaseOf } from "../src/platform/database/transaction.ts";
import { load, type Shot } from "./load.ts";
import { type Machine, startMachine } from "./machine.ts";
import { openMonthCost } from "./open-month.ts";
import type { BenchOffice } from "./world.ts";

/**
 * What the pages of figures cost with 1,200 offices, after half a year and after three: the ministry's of all offices, and a
 * head's; and a month's open data in the background. Writes nothing down.
 */
const OFFICES = 1_200;
const WEEKS = { half: 26, three: 156 } as const;
/** The days of so many offices are there: a head's page reads those of its own alone */
const OFFICES_WITH_DAYS = 8;
/** Acts of an office in its audit: among them who looks for a change of its rules has to find it */
const SEEN_IN_A_WEEK = 150;
const READS = 200;

const machine = await startMachine();
const { sql, world } = machine;
const office = world.offices[0] as BenchOffice;
const say = (line: string) => process.stdout.write(`${line}\n`);

await sql.query("update employee set is_ministry = true where id = $1", [world.employeeId]);
await sql.query(
  "insert into membership (office_id, employee_id, role) values ($1, $2, 'administrator') on conflict do nothing",
  [office.id, office.employeeId],
);
await sql.query(
  `insert into office (code, name, municipality, region, is_example)
   select (5000 + n)::text, 'ΚΕΠ Μέτρησης ' || (5000 + n), 'Δήμος Μέτρησης', 'Περιφέρεια ' || n % 13, true
   from generate_series(1, $1 - (select count(*) from office)::integer) as n`,
  [OFFICES],
);
await measure(WEEKS.half);
await measure(WEEKS.three);
await openMonth();
await machine.close();

async function measure(weeks: number): Promise<void> {
  await fill(machine, weeks);
  say(`${OFFICES} offices, ${weeks} weeks`);
  const nation = "/api/ministry/how-offices-do";
  await read("the ministry's page", nation, world.cookie);
  await read("the ministry's page, no-shows of one counter", `${nation}?measure=no-shows&size=1`, world.cookie);
  await read("a region", `${nation}/offices?region=${encodeURIComponent("Περιφέρεια 3")}`, world.cookie);
  await read("the file of all offices", `${nation}.csv`, world.cookie);
  await read("a head's page", `/api/offices/${office.code}/how-it-went`, office.cookie);
}

async function openMonth(): Promise<void> {
  const { seconds, longestTurnMs, alone, beside, csvBytes } = await openMonthCost(machine);
  const day = ({ p50, p99 }: typeof alone) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;
  say(
    `open data of a month: ${seconds.toFixed(1)} s, ${csvBytes} bytes of CSV, the longest turn ${longestTurnMs.toFixed(0)} ms; ` +
      `a day's page beside it ${day(beside)}, without it ${day(alone)}`,
  );
}

/** As nights would have left it: a row for each office and closed week, and the days of some offices. */
async function fill({ sql, ownerUrl }: Machine, weeks: number): Promise<void> {
  await sql.query(
    `insert into office_week (office_id, monday, days, open_minutes, counters, visits, complete, on_time, present, no_shows, due,
       soon, walk_ins, appointment_waits, walk_in_waits, nights, third_free_days)
     select id, monday, 5, 9000, 1 + id % 12, 400, 360, 180 + (id * 7 + n) % 40, 240, 8 + (id + n) % 9, 250, 70 + id % 20, 110,
       array[90, 95, 20, 15, 10, 5, 3, 2], array[30, 20, 15, 10, 15, 10, 5, 5], 7, (id + n) % 15
     from office cross join lateral (select n, date_trunc('week', now())::date - 7 * n as monday from generate_series(1, $1::integer) as n) as weeks
     order by monday, id on conflict do nothing`,
    [weeks],
  );
  const days = `(select id, date_trunc('week', now())::date - n as date, n from generate_series(1, ${weeks * 7}) as n
    cross join (select id from office order by id limit ${OFFICES_WITH_DAYS}) as few) as days`;
  await sql.query(`insert into day_measure (office_id, date, measure, class, half_hours)
    select id, date, measure, class, (select json_object_agg(half, json_build_object(half % 7, 3, 8 + half % 5, 2, 21, 1))
      from generate_series(16, 28) as half)
    from ${days} cross join (values ('wait', 'appointment'), ('wait', 'late-appointment'), ('wait', 'walk-in'), ('left', 'walk-in'),
      ('service', 'appointment'), ('service', 'walk-in'), ('changeover', 'all'), ('punctuality', 'appointment'), ('way', 'appointment'),
      ('early-presence', 'appointment'), ('came', 'phone'), ('came', 'online'), ('no-show', 'phone'), ('crowd', 'all')) as each (measure, class)
    on conflict do nothing`);
  await sql.query(`insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once)
    select id, date, 80, 72, 0, 0, 1, 5, 2, 1 from ${days} on conflict do nothing`);
  await sql.query(`insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
    select id, date, 1800, 1000, 900, 6, 4, 20 from ${days} on conflict do nothing`);
  await sql.query(
    `insert into day_access (office_id, date, third_free_days) select id, date, n % 9 from ${days} on conflict do nothing`,
  );
  await sql.query(`insert into day_service (office_id, date, service, minutes)
    select id, date, code, '{"7": 3, "9": 4, "14": 2}' from ${days} cross join (select code from service order by code limit 8) as few
    on conflict do nothing`);
  await sumAsNightsDo(ownerUrl, weeks);
  // Of what was long ago nobody is told.
  await sql.query("alter table audit_entry disable trigger follow");
  await sql.query(
    `insert into audit_entry (office_id, id, at, act)
     select id, gen_random_uuid(), now() - n * interval '1 week' / ${SEEN_IN_A_WEEK}, case n % 300 when 0 then 'queue-added' else 'appointment-viewed' end
     from office cross join lateral generate_series(1, case when id = $1 then $2 else 8 end * ${SEEN_IN_A_WEEK}) as n
     where not exists (select from audit_entry as there where there.office_id = office.id and act = 'appointment-viewed' and office.id <> $1)`,
    [office.id, weeks],
  );
  await sql.query("alter table audit_entry enable trigger follow");
  await sql.query(
    "vacuum (analyze) audit_entry, office_week, office_week_counts, day_measure, day_completeness, day_capacity, day_access, day_service",
  );
  await sql.query("checkpoint");
}

/** Of the offices with days. */
async function sumAsNightsDo(ownerUrl: string, weeks: number): Promise<void> {
  const pool = openPool(ownerUrl, 2, () => {});
  const db = databaseOf(pool);
  const to = Temporal.Now.plainDateISO("Europe/Athens").subtract({ days: 1 });
  for (const { id } of world.offices.slice(0, OFFICES_WITH_DAYS))
    await db.write({ office: id }, (tx) => sumWeeks(tx, id, { from: to.subtract({ weeks }), to }));
  await pool.end();
}

async function read(name: string, path: string, cookie: string): Promise<void> {
  const shot = (): Shot => ({ method: "GET", path, headers: { cookie } });
  await load(machine.service, READS / 4, 1, shot);
  const { serviceCpu, databaseCpu, failures } = await load(machine.service, READS, 1, shot);
  say(`${name}: CPU ${serviceCpu.toFixed(2)} + ${databaseCpu.toFixed(2)} ms; failures ${failures}`);
}
