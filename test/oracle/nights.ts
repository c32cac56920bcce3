import { measureAll } from "../../src/measures/measure-days.ts";
import { anonymizeAll } from "../../src/retention/anonymize.ts";
import type { Stage } from "./stage.ts";

/** Ten past midnight: the days that have ended are counted, and names that were kept long enough are forgotten. */
export async function passNight({ world, log, done, now }: Stage): Promise<void> {
  const deps = { db: world.database.db, clock: () => world.now };
  const fail = (error: unknown) => {
    throw error;
  };
  log.nights.push(now());
  await measureAll(deps, fail);
  await forget({ world, done });
}

export async function forget({ world, done }: Pick<Stage, "world" | "done">): Promise<void> {
  const { appointments } = await anonymizeAll({ db: world.database.db, clock: () => world.now });
  done.set("anonymous", (done.get("anonymous") ?? 0) + appointments);
}
