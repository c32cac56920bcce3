import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { SURNAMES, WOMEN } from "../trial/seed/names.ts";

/** What the measured requests work on: equal offices of five queues, each with an employee of its own who is signed in. */
export interface BenchWorld {
  readonly offices: readonly BenchOffice[];
  /** Of the first office's */
  readonly employeeId: number;
  readonly cookie: string;
}

export interface BenchOffice {
  readonly id: number;
  readonly code: string;
  readonly employeeId: number;
  readonly cookie: string;
}

export const QUEUES = 5;
export const SLOT_MINUTES = 10;
export const OPENS = 480;
const CLOSES = 900;
const SLOTS_A_DAY = (CLOSES - OPENS) / SLOT_MINUTES;

export async function buildWorld(sql: pg.Client, count: number): Promise<BenchWorld> {
  const { rows: offices } = await sql.query<{ id: number; code: string }>(
    `insert into office (code, name, municipality, is_example)
     select (3000 + n)::text, 'ΚΕΠ Μέτρησης ' || n, 'Δήμος Μέτρησης', true from generate_series(1, $1::int) as n
     returning id, code`,
    [count],
  );
  const ids = offices.map((office) => office.id);
  await sql.query(
    `insert into queue (office_id, number, name, is_default, is_active, slot_minutes)
     select office, number, 'Ουρά ' || number, number = 1, true, $2
     from unnest($1::int[]) as office, generate_series(1, $3::int) as number`,
    [ids, SLOT_MINUTES, QUEUES],
  );
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select office, number, weekday, $2, $3
     from unnest($1::int[]) as office, generate_series(1, $4::int) as number, generate_series(1, 7) as weekday`,
    [ids, OPENS, CLOSES, QUEUES],
  );
  await sql.query("delete from holiday");
  const staffed = await signIn(sql, offices, 100_000_000);
  const { employeeId, cookie } = staffed[0] as BenchOffice;
  return { offices: staffed, employeeId, cookie };
}

/** An employee of each office, with tax numbers from there on. */
export async function signIn(
  sql: pg.Client,
  offices: readonly { readonly id: number; readonly code: string }[],
  afm: number,
): Promise<BenchOffice[]> {
  const staffed: BenchOffice[] = [];
  for (const office of offices) staffed.push({ ...office, ...(await anEmployee(sql, office.id, afm + office.id)) });
  return staffed;
}

export async function anEmployee(
  sql: pg.Client,
  office: number,
  afm: number,
): Promise<{ employeeId: number; cookie: string }> {
  const { rows } = await sql.query<{ employee_id: number }>(
    `with colleague as (
       insert into employee (afm, last_name, first_name, synced_at)
       values ($2, 'Μέτρησης', 'Δοκιμή', now()) returning id
     )
     insert into membership (office_id, employee_id, role) select $1, id, 'operator' from colleague returning employee_id`,
    [office, String(afm)],
  );
  const employeeId = rows[0]?.employee_id as number;
  return { employeeId, cookie: await sessionOf(sql, employeeId) };
}

const FRESH_MS = 60_000;

/** The directory, which knows nobody of these, is not what is measured: rights and sessions stay fresh as long as the run takes. */
export function keepSignedIn(sql: pg.Client): () => void {
  const timer = setInterval(async () => {
    await sql.query("update employee set synced_at = now() where last_name = 'Μέτρησης'");
    await sql.query("update session set last_seen_at = now()");
  }, FRESH_MS);
  return () => clearInterval(timer);
}

/** Signed in, as the browser says it. */
export async function sessionOf(sql: pg.Client, employee: number): Promise<string> {
  const token = `${employee}.${randomBytes(32).toString("base64url")}`;
  await sql.query(
    "insert into session (token_hash, employee_id, created_at, last_seen_at) values ($1, $2, now(), now())",
    [createHash("sha256").update(token).digest(), employee],
  );
  return `__Host-session=${token}`;
}

export interface Filling {
  readonly offices: readonly number[];
  readonly first: Temporal.PlainDate;
  readonly days: number;
  /** Visits of a queue on a day: 8 leave it free between them, 30 follow each other */
  readonly perQueue: number;
  readonly queues?: number;
}

/** So many slots of a day are spread visits over, from the morning on. */
const SPREAD = 32;

/** Days with visits, each of a person of their own who has a telephone and an e-mail. */
export async function fillDays(
  sql: pg.Client,
  { offices, first, days, perQueue, queues = QUEUES }: Filling,
): Promise<void> {
  const every = Math.floor(SPREAD / perQueue) * SLOT_MINUTES;
  await sql.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, phone, email, created_at)
     select office, gen_random_uuid(), queue, start, start + make_interval(mins => $6), now(), 'copy-certification',
       ($8::text[])[1 + n % cardinality($8::text[])], ($9::text[])[1 + n / 64 % cardinality($9::text[])],
       '+3069' || lpad((n % 100000000)::text, 8, '0'), 'n' || n || '@example.org', now()
     from unnest($1::int[]) as office, generate_series(0, $3::int - 1) as day, generate_series(1, $5::int) as queue,
       generate_series(0, $4::int - 1) as slot,
       lateral (select hashtext(concat_ws(' ', office, day, queue, slot))::bigint + 2147483648 as n) as person,
       lateral (select (($2::date + day)::timestamp + make_interval(mins => $7 + slot * $10)) at time zone 'Europe/Athens' as start) as place`,
    [offices, first.toString(), days, perQueue, queues, SLOT_MINUTES, OPENS, LAST_NAMES, WOMEN, every],
  );
}

const LAST_NAMES = SURNAMES.map(([, woman]) => woman);

/** The n-th place of an office: every slot of every queue, day after day. */
export function placeOf(index: number, firstDay: Temporal.PlainDate): { date: string; time: string; queue: number } {
  const queue = 1 + (index % QUEUES);
  const slot = Math.floor(index / QUEUES) % SLOTS_A_DAY;
  const day = Math.floor(index / QUEUES / SLOTS_A_DAY);
  const minute = OPENS + slot * SLOT_MINUTES;
  return { date: firstDay.add({ days: day }).toString(), time: clockTime(minute), queue };
}

/** @param minute of the day */
export const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
