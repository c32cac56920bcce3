import { setTimeout as sleep } from "node:timers/promises";
import { findPackage, runnableBinaries } from "./binaries.ts";
import { makeCluster, readPassword, refuseOtherVersion, versionOfCluster } from "./cluster.ts";
import { connectToRunning, type Live } from "./connection.ts";
import type { Home } from "./home.ts";
import { removeEmptyPidFile } from "./postmaster.ts";
import { withReason } from "./reasons.ts";
import { tryToStart } from "./start.ts";

/** Orphaned backends of a killed server end at their next look at the world; a busy one may take a while. */
const ORPHANS_MS = 30_000;
const WITHOUT_SOCKETS = /Unix.domain socket/i;
const EMPTY_PID_FILE = /lock file .* is empty/i;
const PASSING =
  /lock file .* is empty|shared memory block .* is still in use|lock file .* already exists|could not (bind|create any TCP)|ended by SIGKILL/i;

export interface Joined {
  readonly live: Live;
  readonly password: string;
}

/** Adopts the server that runs on the home's data, else starts one, else makes the data first. Under the home's lock. */
export async function adoptOrStart(home: Home): Promise<Joined> {
  const postgres = await findPackage();
  await refuseOtherVersion(home, postgres.major);
  if ((await versionOfCluster(home)) === null) await makeCluster(home, await runnableBinaries(postgres, home));
  const password = await readPassword(home);
  const live = await connectToRunning(home, password);
  return { live: live ?? (await start(home, await runnableBinaries(postgres, home), password)), password };
}

async function start(home: Home, bin: string, password: string): Promise<Live> {
  const deadline = Date.now() + ORPHANS_MS;
  let withSocket = true;
  for (;;) {
    const attempt = await tryToStart(home, { bin, password, withSocket });
    if ("client" in attempt) return attempt;
    if (withSocket && WITHOUT_SOCKETS.test(attempt.said)) {
      withSocket = false;
      continue;
    }
    if (!PASSING.test(attempt.said) || Date.now() > deadline) {
      throw withReason(`The database in ${home.path} did not start`, attempt.said);
    }
    await sleep(200);
    // By now a server that was just coming up would have filled it.
    if (EMPTY_PID_FILE.test(attempt.said)) await removeEmptyPidFile(home);
    // A server whose parent was killed in this very moment may have come up meanwhile.
    const other = await connectToRunning(home, password);
    if (other) return other;
  }
}
