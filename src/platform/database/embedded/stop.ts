import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { readPassword } from "./cluster.ts";
import { connectToRunning } from "./connection.ts";
import type { Home } from "./home.ts";
import { isPostmaster, type Postmaster } from "./postmaster.ts";

const SHUTDOWN_MS = 60_000;

/** Stops whatever server runs on these data, unless somebody is still connected to it. */
export async function stopIfUnused(home: Home): Promise<void> {
  const password = await readPassword(home);
  // A server that dies while we ask breaks the connection: then the next look finds it gone, or restarted.
  for (let look = 0; look < 3; look++) {
    const live = await connectToRunning(home, password);
    if (!live) return;
    const used = await othersConnected(live.client).catch(() => null);
    await live.client.end().catch(() => undefined);
    if (used === false) await shutDown(live.postmaster, home);
    if (used !== null) return;
    await sleep(200);
  }
}

/** A connection just closed is counted until its backend has noticed, hence more than one count. */
async function othersConnected(client: pg.Client): Promise<boolean> {
  for (let count = 0; count < 10; count++) {
    if (count > 0) await sleep(30);
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (rowCount === 0) return false;
  }
  return true;
}

/** SIGINT is PostgreSQL's fast shutdown: transactions are rolled back, everything committed is written. */
async function shutDown({ pid }: Postmaster, home: Home): Promise<void> {
  if (await isPostmaster(pid, home)) process.kill(pid, "SIGINT");
  const deadline = Date.now() + SHUTDOWN_MS;
  while (await isPostmaster(pid, home)) {
    if (Date.now() > deadline) throw new Error(`The database (pid ${pid}) has not stopped within a minute.`);
    await sleep(20);
  }
}
