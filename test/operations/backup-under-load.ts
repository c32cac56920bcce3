import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { aDataFolder, anEmptyFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { runVisits, startPlatform } from "../platform.ts";
import { atDatabase, CLERK, giveQueues } from "../races/arena.ts";
import { type Acknowledged, startBookings } from "./booking-load.ts";
import { anExternalDatabase } from "./external-database.ts";

export interface RestoreReport {
  readonly where: string;
  readonly rows: number;
  /** Answered before the backup's instant, but not in it: must be 0 */
  readonly lost: number;
  /** Of restore, which ends with the doctor's checks: must be 0 */
  readonly code: number | null;
  /** Letters that left from the restored data, or would: must be 0 */
  readonly letters: number;
}

/** A backup while clerks book, brought back into an empty folder and into a server of one's own. */
export async function backupUnderLoad(bookings: number): Promise<RestoreReport[]> {
  const source = await aDataFolder();
  const platform = await startPlatform(source.env);
  await atDatabase(source.env.DATA_DIR, giveQueues);
  const { cookie } = await signIn(platform.url, CLERK);
  const load = startBookings({ urls: () => [platform.url], cookie });
  const folder = await mkdtemp(join(tmpdir(), "visits-backup-"));
  const backup = join(folder, "backup");
  await load.more(bookings);
  const taken = await runVisits(["backup", backup], source.env);
  if (taken.code !== 0) throw new Error(taken.output);
  await load.more(bookings);
  await load.stop();
  await platform.kill("SIGTERM");
  const { at } = JSON.parse(await readFile(join(backup, "manifest.json"), "utf8")) as { at: string };
  const instant = Temporal.Instant.from(at);
  const expected = load.report.acknowledged.filter((one) => Temporal.Instant.compare(one.at, instant) < 0);
  const reports = [await inFolder(backup, expected), await atServer(backup, expected)];
  await Promise.all([source.remove(), rm(folder, { recursive: true })]);
  return reports;
}

async function inFolder(backup: string, expected: readonly Acknowledged[]): Promise<RestoreReport> {
  const { env, remove } = await anEmptyFolder();
  const { code, output } = await runVisits(["restore", backup], env);
  if (code !== 0) process.stdout.write(output);
  const found = await atDatabase(env.DATA_DIR, (sql) => look(sql, expected, () => served(env)));
  await remove();
  return { where: "an empty folder", code, ...found };
}

async function atServer(backup: string, expected: readonly Acknowledged[]): Promise<RestoreReport> {
  const { env, stop } = await anExternalDatabase();
  const { code, output } = await runVisits(["restore", backup], env);
  if (code !== 0) process.stdout.write(output);
  const sql = new pg.Client({ connectionString: env.DATABASE_OWNER_URL });
  await sql.connect();
  const found = await look(sql, expected, () => served(env));
  await sql.end();
  await stop();
  return { where: "a server of one's own", code, ...found };
}

/** For longer than a sender rests. */
const SERVED_MS = 20_000;

export async function served(env: Readonly<Record<string, string>>): Promise<void> {
  const platform = await startPlatform(env);
  await sleep(SERVED_MS);
  await platform.kill("SIGTERM");
}

const LETTERS = `select count(*) filter (where state = 'sent')::int as sent,
  count(*) filter (where state in ('planned', 'sending'))::int as waiting from mail`;

/** @param serve lets the program work with what was brought back */
export async function look(sql: pg.Client, expected: readonly Acknowledged[], serve: () => Promise<void>) {
  const { rows } = await sql.query<{ reference: string }>("select reference from appointment");
  const there = new Set(rows.map(({ reference }) => reference));
  const [before] = (await sql.query<{ sent: number; waiting: number }>(LETTERS)).rows;
  await serve();
  const [after] = (await sql.query<{ sent: number; waiting: number }>(LETTERS)).rows;
  return {
    rows: rows.length,
    lost: expected.filter(({ reference }) => !there.has(reference)).length,
    letters: (before?.waiting ?? 0) + (after?.sent ?? 0) - (before?.sent ?? 0),
  };
}
