import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { signIn } from "../desk.ts";
import { runVisits, startPlatform } from "../platform.ts";
import { CLERK, giveQueues } from "../races/arena.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { type Clerks, startClerks } from "./load.ts";
import { watchReady } from "./ready-watch.ts";
import { makeRoles } from "./roles.ts";
import { openStreams } from "./streams.ts";

export interface Change {
  readonly name: string;
  /** The longest time in which nothing was acknowledged */
  readonly gapSeconds: number;
  /** Of looks at /readyz within the gap, but for its ends */
  readonly ready: number;
  readonly notReady: number;
  readonly haveStreamsHealed: boolean;
}

export interface TrialReport {
  readonly acknowledged: number;
  readonly lost: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly changes: readonly Change[];
  readonly doctor: number | null;
}

/** What befalls the cluster while people work. */
export const CHANGES: Readonly<Record<string, (cluster: Cluster) => Promise<void>>> = {
  "kill -9 of the leader": async (cluster) => {
    const leader = await cluster.leader();
    await leader.die();
    // As a machine that comes back long after another one has taken over.
    await sleep(RETURN_MS);
    await leader.start();
  },
  "a planned changeover": (cluster) => cluster.switchOver(),
  "a planned changeover, the proxy begun anew meanwhile": async (cluster) => {
    await Promise.all([cluster.switchOver(), sleep(500).then(() => cluster.proxy.restart())]);
  },
};

const RETURN_MS = 45_000;
const AROUND_MS = 6_000;
/** Until a leader's death is noticed */
const NOTICED_MS = 1_000;
/** Whoever was told to come again waits that long, though the next leader is there. */
const COME_AGAIN_MS = 3_000;

export async function tryCluster(isSynchronous: boolean, changes: readonly string[]): Promise<TrialReport> {
  const cluster = await startCluster(isSynchronous);
  await cluster.whole();
  const through = await makeRoles(cluster.proxy.port);
  const env = { DATABASE_URL: through.appUrl, DATABASE_OWNER_URL: through.ownerUrl };
  const seeded = await runVisits(["seed"], env);
  if (seeded.code !== 0) throw new Error(seeded.output);
  await furnish(through.ownerUrl);
  const platforms = [await startPlatform(env), await startPlatform(env)];
  const urls = platforms.map(({ url }) => url);
  const { cookie } = await signIn(urls[0] as string, CLERK);
  const [clerks, ready, streams] = [startClerks(urls, cookie), watchReady(urls), await openStreams(urls, cookie)];
  const report: Change[] = [];
  for (const name of changes) {
    await sleep(AROUND_MS);
    const begun = performance.now();
    await CHANGES[name]?.(cluster);
    await cluster.whole();
    await sleep(AROUND_MS);
    const { from, to } = longestGap(clerks, begun);
    const said = ready.saidIn(from + NOTICED_MS, to - COME_AGAIN_MS);
    const haveStreamsHealed = await streams.haveHealed();
    report.push({ name, gapSeconds: (to - from) / 1_000, ...said, haveStreamsHealed });
  }
  await clerks.stop();
  await ready.stop();
  streams.close();
  for (const platform of platforms) await platform.kill("SIGTERM");
  const { acknowledged, statuses } = clerks;
  const lost = await lostOf(through.ownerUrl, [...acknowledged.keys()]);
  // As after a restore, where data may be of an earlier moment: it ends with the doctor's checks as well.
  const doctor = await runVisits([isSynchronous ? "doctor" : "recovered"], env);
  if (doctor.code !== 0) process.stdout.write(doctor.output);
  await cluster.remove();
  return { acknowledged: acknowledged.size, lost, statuses, changes: report, doctor: doctor.code };
}

async function furnish(ownerUrl: string): Promise<void> {
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  await giveQueues(sql);
  await sql.end();
}

async function lostOf(ownerUrl: string, references: readonly string[]): Promise<number> {
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  const { rows } = await sql.query<{ reference: string }>("select reference from visits_check.appointment");
  await sql.end();
  const there = new Set(rows.map(({ reference }) => reference));
  return references.filter((reference) => !there.has(reference)).length;
}

/** Between two answers one after the other, the second of which came after that moment. */
function longestGap({ acknowledged }: Clerks, since: number): { readonly from: number; readonly to: number } {
  const times = [...acknowledged.values()];
  let longest = { from: since, to: since };
  for (const [at, to] of times.entries()) {
    const from = times[at - 1] ?? to;
    if (to > since && to - from > longest.to - longest.from) longest = { from, to };
  }
  return longest;
}
