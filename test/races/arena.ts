import pg from "pg";
import type { Check } from "../../src/cli/checks/check.ts";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../data-folder.ts";
import { type Desk, deskOf, signIn } from "../desk.ts";
import { requireHealth } from "../doctor.ts";
import { patientDesk } from "../patient-desk.ts";
import { type Platform, startPlatform } from "../platform.ts";

/** Two server processes on one database, a clerk signed in, and an office of her own to fight over. */
export interface Arena {
  readonly platforms: readonly [Platform, Platform];
  /** The same clerk at each process */
  readonly desks: readonly [Desk, Desk];
  /** The head of the office, at the second process */
  readonly head: Desk;
  readonly office: string;
  readonly sql: pg.Client;
  /** Of the database */
  readonly ownerUrl: string;
  /** A day far enough ahead to be empty; each call a later one */
  freshDate(): string;
  /**
   * Stops both, and asks the doctor.
   * @param planted what the race has written by itself that the program would not have; all else fails it
   */
  close(...planted: readonly Check["name"][]): Promise<void>;
}

/** The seeded office without appointments. */
export const OFFICE = "9904";
export const CLERK = "ilias";
export const HEAD = "rea";
export const QUEUES = 5;

/** @param isPatient whoever is told to come again does so; unless said, as far as promised times allow */
export async function openArena(isPatient?: boolean): Promise<Arena> {
  const data = await aDataFolder();
  const env = { ...data.env, DATABASE_POOL_SIZE: "30" };
  const first = await startPlatform(env);
  const second = await startPlatform(env);
  const embedded = await startEmbedded(env.DATA_DIR);
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  await giveQueues(sql);
  const desk = await signIn(first.url, CLERK);
  let days = 20;
  return {
    platforms: [first, second],
    desks: [patientDesk(desk, isPatient), patientDesk(deskOf(second.url, desk.cookie), isPatient)],
    head: patientDesk(await signIn(second.url, HEAD), isPatient),
    office: OFFICE,
    sql,
    ownerUrl: embedded.ownerUrl("visits"),
    freshDate: () => futureDay(days++),
    close: async (...planted) => {
      await sql.end();
      await Promise.all([first.kill("SIGTERM"), second.kill("SIGTERM")]);
      await requireHealth(embedded.ownerUrl("visits"), planted);
      await embedded.stop();
      await data.remove();
    },
  };
}

/** By the owner's hand, beside a platform that runs or without one. */
export async function atDatabase<T>(dataDirectory: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded(dataDirectory);
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
    await embedded.stop();
  }
}

/** Five equal queues, eight to three on every day, in slots of ten minutes. */
export async function giveQueues(sql: pg.Client): Promise<void> {
  await sql.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes)
     select office.id, number, 'Ουρά ' || number, true, 10 from office, generate_series(2, $2::int) as number where code = $1`,
    [OFFICE, QUEUES],
  );
  await sql.query(
    "update queue set slot_minutes = 10, is_active = true from office where office.id = office_id and code = $1",
    [OFFICE],
  );
  await sql.query("delete from queue_hours using office where office.id = office_id and code = $1", [OFFICE]);
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select office.id, number, weekday, 480, 900 from office, generate_series(1, $2::int) as number, generate_series(1, 7) as weekday
     where code = $1`,
    [OFFICE, QUEUES],
  );
  await sql.query("delete from holiday");
}

export function futureDay(days: number): string {
  return Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();
}

/** What must never be there, whoever asked for what. */
export async function overlaps(sql: pg.Client): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from visits_check.appointment a join visits_check.appointment b
       on a.office = b.office and a.queue = b.queue and a.reference < b.reference and a.live and b.live
       and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  );
  return rows[0]?.n ?? -1;
}
