import { aDataFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { type Platform, runVisits, startPlatform } from "../platform.ts";
import { atDatabase, CLERK, giveQueues } from "../races/arena.ts";
import { type LoadReport, startBookings } from "./booking-load.ts";
import { releaseBefore } from "./release-before.ts";

export interface UpgradeReport {
  readonly from: string;
  /** That the new release has brought */
  readonly migrations: number;
  readonly load: LoadReport;
  /** Acknowledged but not there afterwards: must be 0 */
  readonly lost: number;
  readonly doctor: number | null;
}

/** Bookings between two steps: enough for each lane to have met every process. */
const BETWEEN = 200;

/**
 * Two processes of the release before, under bookings; the new one migrates, then takes the place of one process after
 * the other.
 */
export async function rollingUpgrade(): Promise<UpgradeReport> {
  const release = await releaseBefore();
  const { env, remove } = await aDataFolder();
  const running: Platform[] = [await startPlatform(env, release.folder), await startPlatform(env, release.folder)];
  await atDatabase(env.DATA_DIR, giveQueues);
  const before = await migrationsIn(env.DATA_DIR);
  const { cookie } = await signIn(running[0]?.url as string, CLERK);
  const load = startBookings({ urls: () => running.map(({ url }) => url), cookie });
  await load.more(BETWEEN);
  const migrated = await runVisits(["migrate"], env);
  if (migrated.code !== 0) throw new Error(migrated.output);
  await load.more(BETWEEN);
  for (const [at, old] of [...running].entries()) {
    await old.kill("SIGTERM");
    running[at] = await startPlatform(env);
    await load.more(BETWEEN);
  }
  await load.stop();
  const doctor = await runVisits(["doctor", "--lang=en"], env);
  if (doctor.code !== 0) process.stdout.write(doctor.output);
  const report = {
    from: release.name,
    migrations: (await migrationsIn(env.DATA_DIR)) - before,
    load: load.report,
    lost: await lostIn(env.DATA_DIR, load.report),
    doctor: doctor.code,
  };
  for (const platform of running) await platform.kill("SIGTERM");
  await Promise.all([remove(), release.remove()]);
  return report;
}

const migrationsIn = (folder: string): Promise<number> =>
  atDatabase(folder, async (sql) => (await sql.query("select from migration")).rowCount ?? 0);

const lostIn = (folder: string, { acknowledged }: LoadReport): Promise<number> =>
  atDatabase(folder, async (sql) => {
    const { rows } = await sql.query<{ reference: string }>("select reference from appointment");
    const there = new Set(rows.map(({ reference }) => reference));
    return acknowledged.filter(({ reference }) => !there.has(reference)).length;
  });
