import { setTimeout as sleep } from "node:timers/promises";
import { measureAll } from "../../src/measures/measure-days.ts";
import { anonymizeAll } from "../../src/retention/anonymize.ts";
import type { World } from "../world.ts";
import { waitedAt } from "./ranges/outcomes.ts";
import type { Stage, StagedOffice } from "./stage.ts";

/** Ten past midnight: the days that have ended are counted, and names that were kept long enough are forgotten. */
export async function passNight({ world, log, done, now, places }: Stage): Promise<void> {
  for (const place of places) await rangesWritten(world, place, log.nights.at(-1) ?? 0);
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

const PATIENCE_MS = 10_000;
const UNSEEN_MS = 1_500;

/** What was told is written a second later: also by an office that is silent, of which nobody sees it. */
async function rangesWritten({ owner }: World, { log, office }: StagedOffice, since: number): Promise<void> {
  const told = log.told.filter(({ at }) => at > since);
  const isSilent = told.some(({ range }) => !range) && log.told.some(({ range }) => range);
  if (isSilent) await sleep(UNSEEN_MS);
  const quarters = told.flatMap((one) =>
    one.range
      ? [`${log.told.findIndex(({ visit }) => visit === one.visit)} ${one.on} ${Math.floor(waitedAt(one) / 15)}`]
      : [],
  );
  const wanted = new Set(quarters).size;
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    const { rows } = await owner.query("select count(*)::integer as n from wait_promise where office_id = $1", [
      office.id,
    ]);
    if (rows[0].n >= wanted) return;
    await sleep(50);
  }
}
