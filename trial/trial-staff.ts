import { directoryOf } from "../src/identity/directory/configured.ts";
import { type StaffDeps, syncStaff } from "../src/identity/directory/sync-staff.ts";
import type { Config } from "../src/platform/config.ts";
import type { Database } from "../src/platform/database/transaction.ts";
import { createLogger } from "../src/platform/log.ts";
import { systemClock } from "../src/platform/time.ts";
import type { SeedOptions } from "./seed/seed-demo.ts";
import { startStandIns } from "./stand-ins/stand-ins.ts";

type StaffOf = SeedOptions["staffOf"];

/** Who serves in the invented offices, by the directory's stand-in. */
export function trialStaff(deps: Omit<StaffDeps, "directory"> & Parameters<typeof directoryOf>[1]): StaffOf {
  const directory = directoryOf(deps.config, deps);
  return (code) => syncStaff({ ...deps, directory }, code, { userId: "seed", userIp: "127.0.0.1" });
}

/** Work that asks for them while no trial runs. A real directory has none of them. */
export async function withTrialStaff<T>(
  given: Config,
  db: Database,
  work: (staffOf: StaffOf) => Promise<T>,
): Promise<T> {
  if (given.NODE_ENV === "production") return await work(async () => []);
  const standIns = await startStandIns(given);
  const config = { ...given, ...standIns.settings };
  try {
    if (!standIns.directory) return await work(async () => []);
    return await work(trialStaff({ db, clock: systemClock, config, log: createLogger("silent") }));
  } finally {
    await standIns.stop();
  }
}
