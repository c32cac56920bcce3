import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import { buildApp } from "../src/app.ts";
import { directoryOf } from "../src/identity/directory/configured.ts";
import { providerOf } from "../src/identity/provider/configured.ts";
import { startSession } from "../src/identity/sessions.ts";
import { clearStepsCache } from "../src/onboarding/notice-step.ts";
import { readConfig } from "../src/platform/config.ts";
import type { Database } from "../src/platform/database/transaction.ts";
import type { App } from "../src/platform/http/server.ts";
import { createLogger } from "../src/platform/log.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

/** A database, an application on it and a clock of its own; each test builds the offices and people it needs. */
export interface World {
  readonly database: FreshDatabase;
  readonly app: App;
  /** Of that application; whoever spies upon it sees what is read for its requests */
  readonly db: Database;
  readonly owner: pg.Client;
  readonly log: Logger;
  now: Temporal.Instant;
  /** Another application on the same database, as a second process is */
  another(): Promise<App>;
  anOffice(wish?: Partial<OfficeWish>): Promise<TestOffice>;
  aClerk(...offices: readonly TestOffice[]): Promise<Clerk>;
  close(): Promise<void>;
}

/** Tuesday 24 November 2026, 10:42 in Athens. */
export const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");

export interface OfficeWish {
  readonly queues: number;
  readonly slotMinutes: number;
  /** Minutes since midnight, every day of the week */
  readonly opens: number;
  readonly closes: number;
}

export interface TestOffice {
  readonly id: number;
  readonly code: string;
}

/** Someone signed in: asks the API as her browser would. */
export interface Clerk {
  readonly employeeId: number;
  readonly cookie: string;
  /** @param path below /api/offices/, or a whole one */
  ask(method: Method, path: string, options?: Ask): Promise<Reply>;
}

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export interface Ask {
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any;
}

/** By database: offices and people made there so far. */
const counts = new Map<string, number>();

function countIn({ name }: FreshDatabase): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}

/** @param settings of the program beside those that every test needs @param given its database, where it is not one of the tests' own server */
export async function aWorld(
  settings: Readonly<Record<string, string>> = {},
  log: Logger = createLogger("silent"),
  given?: FreshDatabase,
): Promise<World> {
  const database = given ?? (await freshDatabase(30));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into service (code, name, short_name, name_en, minutes, to_bring) values
    ('signature', 'Βεβαίωση γνησίου υπογραφής', 'Γνήσιο υπογραφής', 'Certification of signature', 10,
      '[{"greek": "ταυτότητα", "english": null, "mark": null, "cases": ["self", "minor", "proxy", "business"]}]'),
    ('vehicle', 'Μεταβίβαση οχήματος', 'Μεταβίβαση οχήματος', 'Transfer of a vehicle', 30, '[]')`);
  const config = readConfig({
    NODE_ENV: "test",
    GSIS_BASE_URL: "http://127.0.0.1:9",
    GSIS_CLIENT_ID: "test",
    GSIS_CLIENT_SECRET: "test",
    DIRECTORY_URL: "http://127.0.0.1:9",
    RATE_LIMIT_PER_MINUTE: "1000000",
    ...settings,
  });
  const world = { database, owner, log, now: NOW } as { -readonly [K in keyof World]: World[K] };
  clearStepsCache();
  const clock = () => world.now;
  const shared = {
    pool: database.pool,
    onRuling: () => {},
    onLetter: () => {},
    onRecord: () => {},
    clock,
    config,
    log,
    trial: false,
  };
  const apps: App[] = [];
  world.another = async () => {
    const deps = { ...shared, ...database.ofProcess() };
    world.db ??= deps.db;
    const app = await buildApp({ ...deps, directory: directoryOf(config, deps), provider: providerOf(config) });
    apps.push(app);
    return app;
  };
  world.app = await world.another();
  world.anOffice = (wish = {}) => anOffice(world, wish);
  world.aClerk = (...offices) => aClerk(world, offices);
  world.close = async () => {
    await Promise.all(apps.map((app) => app.close()));
    await owner.end();
    await database.drop();
  };
  return world;
}

async function anOffice({ owner, database }: World, wish: Partial<OfficeWish>): Promise<TestOffice> {
  const { queues = 1, slotMinutes = 15, opens = 480, closes = 900 } = wish;
  const code = String(5000 + countIn(database));
  const { rows } = await owner.query<{ id: number }>(
    `insert into office (code, name, municipality, online_held_percent, online_partner_percent)
     select $1, $2, 'Δήμος Δοκιμής', held, partner
     from (select exists (select from public_booking) as is_open) as now, lateral (
       select case when is_open then 100 else 5 end as held, case when is_open then 100 else 30 end as partner) as share
     returning id`,
    [code, `ΚΕΠ Δοκιμής ${code}`],
  );
  const id = rows[0]?.id as number;
  await owner.query(
    `insert into queue (office_id, number, name, is_default, is_active, slot_minutes)
     select $1, number, 'Ουρά ' || number, number = 1, true, $3 from generate_series(1, $2::int) as number`,
    [id, queues, slotMinutes],
  );
  await owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, number, weekday, $3, $4 from generate_series(1, $2::int) as number, generate_series(1, 7) as weekday`,
    [id, queues, opens, closes],
  );
  return { id, code };
}

async function aClerk(world: World, offices: readonly TestOffice[]): Promise<Clerk> {
  const { owner, now } = world;
  const serial = countIn(world.database);
  const { rows } = await owner.query<{ id: number }>(
    "insert into employee (afm, last_name, first_name, synced_at) values ($1, $2, 'Δοκιμή', $3) returning id",
    [String(100_000_000 + serial), `Χειριστής${serial}`, now.toString()],
  );
  const employeeId = rows[0]?.id as number;
  for (const office of offices) {
    await owner.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'operator')", [
      office.id,
      employeeId,
    ]);
  }
  const token = await world.database.db.write({ employee: employeeId }, (tx) => startSession(tx, employeeId, now));
  const cookie = `__Host-session=${token}`;
  return { employeeId, cookie, ask: (method, path, options) => ask(world.app, cookie, method, path, options) };
}

/** On a loaded machine the program may tell a caller to come again, before anything was done: then it is asked again. */
const MOST_TRIES = 100;

async function ask(app: App, cookie: string, method: Method, path: string, options: Ask = {}): Promise<Reply> {
  const { body, version, key, headers } = options;
  for (let tries = 1; ; tries++) {
    const response = await app.inject({
      method,
      url: path.startsWith("/") ? path : `/api/offices/${path}`,
      headers: {
        cookie,
        "sec-fetch-site": "same-origin",
        ...(version !== undefined && { "if-match": `"${version}"` }),
        ...(key !== undefined && { "idempotency-key": key }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const reply = {
      status: response.statusCode,
      headers: response.headers,
      body: response.body ? response.json() : null,
    };
    if (reply.status !== 503 || reply.body.code !== "unavailable" || tries === MOST_TRIES) return reply;
    await sleep(100);
  }
}
