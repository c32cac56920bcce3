import { directoryOf } from "../identity/directory/configured.ts";
import { syncStaff } from "../identity/directory/sync-staff.ts";
import type { Config } from "../platform/config.ts";
import type { Database } from "../platform/database/transaction.ts";
import { createLogger } from "../platform/log.ts";
import { systemClock } from "../platform/time.ts";
import type { SeedOptions } from "../seed/seed-demo.ts";
import { startStandIns } from "../stand-ins/stand-ins.ts";

/** Work that asks who serves in the invented offices: the directory's stand-in knows; a real directory has none of them. */
export async function withTrialStaff<T>(
  given: Config,
  app: Database,
  work: (staffOf: SeedOptions["staffOf"]) => Promise<T>,
): Promise<T> {
  if (given.NODE_ENV === "production") return await work(async () => []);
  const standIns = await startStandIns(given);
  const config = { ...given, ...standIns.settings };
  const deps = { db: app, clock: systemClock, config, log: createLogger("silent") };
  try {
    if (!standIns.directory) return await work(async () => []);
    const directory = directoryOf(config, deps);
    return await work((code) => syncStaff({ ...deps, directory }, code, { userId: "seed", userIp: "127.0.0.1" }));
  } finally {
    await standIns.stop();
  }
}
