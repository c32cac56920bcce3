import { setTimeout as sleep } from "node:timers/promises";
import { measureAll } from "../../src/measures/measure-days.ts";
import { publishDue } from "../../src/measures/open-data/publish.ts";
import { anonymizeAll } from "../../src/retention/anonymize.ts";
import type { World } from "../world.ts";
import { dateAt, dayAfter, secondOn } from "./athens.ts";
import { waitedAt } from "./ranges/outcomes.ts";
import type { Stage, StagedOffice } from "./stage.ts";

/** Ten past midnight: the days that have ended are counted, and names that were kept long enough are forgotten. */
export async function passNight(stage: Stage): Promise<void> {
  const { world, log, done, now, places } = stage;
  for (const place of places) await rangesWritten(world, place, log.nights.at(-1) ?? 0);
  const deps = { db: world.database.db, clock: () => world.now };
  const fail = (error: unknown) => {
    throw error;
  };
  log.nights.push(now());
  await measureAll(deps, fail);
  for (const [index, place] of places.entries())
    if (index % 2 === 0 && stage.random.chance(0.3)) await sumAsBefore(stage, place);
  await publishMonths(stage);
  await forget({ world, done });
}

/** As a release does that keeps no counts of weeks: those that it sums anew have none. */
async function sumAsBefore({ world, done, now }: Stage, { office }: StagedOffice): Promise<void> {
  const first = dayAfter(dateAt(now()), -14);
  const { rowCount } = await world.owner.query("delete from office_week_counts where office_id = $1 and monday >= $2", [
    office.id,
    first,
  ]);
  done.set("week of an earlier release", (done.get("week of an earlier release") ?? 0) + (rowCount ?? 0));
}

/** Also where nobody counts. */
export async function publishMonths({ world, log, now }: Pick<Stage, "world" | "log" | "now">): Promise<void> {
  log.publications.push(now());
  await publishDue({ db: world.database.db, clock: () => world.now });
}

export async function forget({ world, done }: Pick<Stage, "world" | "done">): Promise<void> {
  const { appointments } = await anonymizeAll({ db: world.database.db, clock: () => world.now });
  done.set("anonymous", (done.get("anonymous") ?? 0) + appointments);
}

/** Until a night of the next month in which the last one is old enough to be published. */
export async function passUntilPublished(stage: Stage): Promise<void> {
  const night = secondOn(`${nextMonth(dateAt(stage.now()))}-09`, 10);
  stage.agenda.add(night, () => passNight(stage));
  await stage.agenda.play(night);
}

/** Of the month of the last Sunday: a play ends on a Monday. */
const nextMonth = (date: string): string =>
  Temporal.PlainDate.from(dayAfter(date, -7)).toPlainYearMonth().add({ months: 1 }).toString();

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
