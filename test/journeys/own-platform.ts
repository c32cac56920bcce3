import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import pg from "pg";
import type { Check } from "../../src/cli/checks/check.ts";
import { appLogin } from "../../src/platform/database/connect.ts";
import { requireHealth } from "../doctor.ts";
import { type Platform, startPlatform } from "../platform.ts";

/** A platform whose database the journey may look into and set up. */
export interface OwnPlatform {
  readonly platform: Platform;
  /** After its process was killed: another one at the same address */
  restart(): Promise<void>;
  /** One more process of the same database, which stops with it */
  beside(): Promise<Platform>;
  readonly url: string;
  readonly sql: pg.Client;
  /** What the journey writes by its own hand that the program would not: the doctor may find it. All else fails the journey. */
  plants(...checks: readonly Check["name"][]): void;
  /** Stops it, and asks the doctor. */
  close(): Promise<void>;
}

/** On a clone of the seeded database. @param settings of the program beside those that it needs here */
export async function openOwnPlatform(settings: Readonly<Record<string, string>> = {}): Promise<OwnPlatform> {
  const seeded = process.env.JOURNEYS_DATABASE as string;
  const name = `journey_${randomUUID().replaceAll("-", "")}`;
  const server = await connect(new URL("/postgres", seeded).href);
  await server.query(`create database ${name} template ${new URL(seeded).pathname.slice(1)}`);
  const ownerUrl = new URL(`/${name}`, seeded).href;
  const env = { DATABASE_URL: await appLogin(ownerUrl), DATABASE_OWNER_URL: ownerUrl, ...settings };
  let platform = await startPlatform(env);
  const { port } = platform;
  const sql = announcingWrites(await connect(ownerUrl));
  const planted: Check["name"][] = [];
  const others: Platform[] = [];
  return {
    get platform() {
      return platform;
    },
    restart: async () => {
      platform = await startPlatform({ ...env, PORT: String(port) });
    },
    beside: async () => {
      const other = await startPlatform(env);
      others.push(other);
      return other;
    },
    // By the name under which the browser takes cookies that are for https elsewhere.
    url: `http://localhost:${port}`,
    sql,
    plants: (...checks) => void planted.push(...checks),
    close: async () => {
      await sql.end();
      await Promise.all([platform, ...others].map((each) => each.kill("SIGTERM")));
      await requireHealth(ownerUrl, planted);
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** Of all offices and all employees */
const EVERYTHING = ['{"kind":"ruling"}', '{"kind":"employee","employee":null,"isRenamed":false}'];

/** What a journey writes by its own hand the program does not announce: whatever it has cached of any office is read anew. */
function announcingWrites(client: pg.Client): pg.Client {
  const query = client.query.bind(client);
  const announced = async (text: string, values?: unknown[]) => {
    const result = await query(text, values);
    if (/\b(insert|update|delete|truncate)\b/i.test(text))
      await query(`select pg_notify('visits', notice) from unnest($1::text[]) as notice`, [EVERYTHING]);
    return result;
  };
  return Object.assign(client, { query: announced as typeof client.query });
}

/** What the program does with each change of an office's rules: whatever is known of it is asked for anew. */
export async function announceRules(sql: pg.Client, code: string): Promise<void> {
  await sql.query(
    "select pg_notify('visits', json_build_object('kind', 'rules', 'office', id)::text) from office where code = $1",
    [code],
  );
}

/** The visit was so many days earlier, at the same time of the clock: also where the clocks have changed in between. */
export async function moveBack(sql: pg.Client, visit: string, days: number): Promise<void> {
  await sql.query(
    `update appointment set
       starts_at = (starts_at at time zone 'Europe/Athens' - make_interval(days => $2)) at time zone 'Europe/Athens',
       ends_at = (ends_at at time zone 'Europe/Athens' - make_interval(days => $2)) at time zone 'Europe/Athens'
     where id = $1`,
    [visit, days],
  );
}

/** An office of three queues that is open day and night, so that a journey does not depend on when it runs. */
export async function openDayAndNight(sql: pg.Client, office: string): Promise<void> {
  await sql.query("delete from holiday");
  await sql.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes)
     select id, number, 'Ουρά ' || number, true, 10 from office, generate_series(2, 3) as number where code = $1
     on conflict (office_id, number) do update set is_active = true`,
    [office],
  );
  await sql.query("update queue set slot_minutes = 10 from office where office.id = office_id and code = $1", [office]);
  await sql.query("delete from queue_hours using office where office.id = office_id and code = $1", [office]);
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select id, number, weekday, 0, 1440 from office, generate_series(1, 3) as number, generate_series(1, 7) as weekday
     where code = $1`,
    [office],
  );
}

/** The next day that has visits is today's where today has none: a journey that looks at them may run on a Sunday. */
export async function visitsForToday(sql: pg.Client, office: string): Promise<void> {
  await openDayAndNight(sql, office);
  const { rows } = await sql.query<{ id: string; days: number }>(
    `with visit as (
       select appointment.id, (starts_at at time zone 'Europe/Athens')::date - (now() at time zone 'Europe/Athens')::date as days
       from appointment join office on office.id = office_id where code = $1
     )
     select id, days from visit where days = (select min(days) from visit where days >= 0)`,
    [office],
  );
  for (const { id, days } of rows) if (days > 0) await moveBack(sql, id, days);
}

/** Where a day is nearly over, what is left of it. */
const VISIT_MINUTES = 30;
const LATEST = 1_430;

/**
 * The slots of today begin anew at this minute, so that the running one lasts longer than a journey whenever it runs.
 * @returns today, and when the running slot began
 */
export async function openFromNow(sql: pg.Client, office: string): Promise<{ date: string; time: string }> {
  const now = Temporal.Now.zonedDateTimeISO("Europe/Athens");
  const opens = Math.min(now.hour * 60 + now.minute, LATEST);
  const slot = Math.min(VISIT_MINUTES, 1_440 - opens);
  await sql.query("update queue set slot_minutes = $2 from office where office.id = office_id and code = $1", [
    office,
    slot,
  ]);
  await sql.query("delete from queue_hours using office where office.id = office_id and code = $1 and weekday = $2", [
    office,
    now.dayOfWeek,
  ]);
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select id, number, $2, opens, closes
     from office, generate_series(1, 3) as number, (values (0, $3::int), ($3, 1440)) as part (opens, closes)
     where code = $1 and closes - opens >= $4`,
    [office, now.dayOfWeek, opens, slot],
  );
  const time = now.toPlainTime().with({ hour: Math.floor(opens / 60), minute: opens % 60 });
  return { date: now.toPlainDate().toString(), time: time.toString({ smallestUnit: "minute" }) };
}

/** What the program counts at its start would come between what a journey counts by its own hand. */
export const nightIsOver = (sql: pg.Client): Promise<void> =>
  expect
    .poll(
      async () =>
        (
          await sql.query(
            `select from office left join measured_until on office_id = id
             where coalesce(date, '-infinity') < (now() at time zone 'Europe/Athens')::date - 1`,
          )
        ).rowCount,
      { timeout: 60_000 },
    )
    .toBe(0);

/** As the desks of an office hear of other rules. */
export async function rulesHaveChanged(sql: pg.Client, office: string): Promise<void> {
  await sql.query(
    "select pg_notify('visits', json_build_object('kind', 'rules', 'office', id)::text) from office where code = $1",
    [office],
  );
}
