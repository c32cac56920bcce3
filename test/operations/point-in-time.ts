import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ensureDatabase } from "../../src/platform/database/embedded/embedded.ts";
import { signIn } from "../desk.ts";
import { runVisits, startPlatform } from "../platform.ts";
import { CLERK, giveQueues } from "../races/arena.ts";
import { anArchivedServer } from "./archived-server.ts";
import { look, served } from "./backup-under-load.ts";
import { startBookings } from "./booking-load.ts";

export interface PointInTimeReport {
  readonly rows: number;
  /** Answered before that moment, and not there afterwards: must be 0 */
  readonly lost: number;
  /** Booked after that moment, and there all the same: must be 0 */
  readonly tooLate: number;
  /** Lost with the disk, as was asked for: there must be some, or nothing was shown */
  readonly gone: number;
  /** Of `recovered`, which ends with the doctor's checks: must be 0 */
  readonly code: number | null;
  /** Letters planned before that moment that left from the restored data, or would: must be 0 */
  readonly letters: number;
}

/** A whole backup while clerks book, the log archived beside them, the disk lost, all brought back to a moment between two bookings. */
export async function restoreToMoment(bookings: number): Promise<PointInTimeReport> {
  const folder = await mkdtemp(join(tmpdir(), "visits-pitr-"));
  // Of another account, the server makes its socket there.
  await chmod(folder, 0o777);
  const server = await anArchivedServer(folder);
  await ensureDatabase(server.ownerUrl, "visits");
  const env = { DATABASE_URL: server.ownerUrl };
  const seeded = await runVisits(["seed"], env);
  if (seeded.code !== 0) throw new Error(seeded.output);
  await atServer(server.ownerUrl, giveQueues);
  const platform = await startPlatform(env);
  const { cookie } = await signIn(platform.url, CLERK);
  const load = startBookings({ urls: () => [platform.url], cookie });
  await load.more(bookings);
  await server.backUp();
  await load.more(bookings);
  const moment = await atServer(server.ownerUrl, now);
  await load.more(bookings);
  await load.stop();
  await platform.kill("SIGTERM");
  await server.archiveAll();
  await server.lose();
  await server.restore(moment);

  const { code, output } = await runVisits(["recovered"], env);
  if (code !== 0) process.stdout.write(output);
  const { acknowledged } = load.report;
  const before = acknowledged.filter(({ at }) => Temporal.Instant.compare(at, moment) < 0);
  const report = await atServer(server.ownerUrl, async (sql) => {
    const late = await sql.query("select from appointment where created_at > $1", [moment.toString()]);
    const { rows, lost, letters } = await look(sql, before, () => served(env));
    const there = await sql.query<{ reference: string }>("select reference from appointment");
    const references = new Set(there.rows.map(({ reference }) => reference));
    const gone = acknowledged.filter(({ reference }) => !references.has(reference)).length;
    return { rows, lost, letters, tooLate: late.rowCount ?? 0, gone };
  });
  await server.remove();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return { ...report, code };
}

async function atServer<T>(ownerUrl: string, act: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

async function now(sql: pg.Client): Promise<Temporal.Instant> {
  const { rows } = await sql.query<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  return Temporal.Instant.from((rows[0] as { at: string }).at);
}
