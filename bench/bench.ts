import { coldRows } from "./cold.ts";
import { compare, said } from "./compare.ts";
import { desksCost } from "./desks.ts";
import { fiveDesksCost } from "./five-desks.ts";
import { flushesCost } from "./flushes.ts";
import { lettersCost } from "./letters.ts";
import { cpuOf, openLoop } from "./load.ts";
import { type Machine, startMachine } from "./machine.ts";
import { ministryCost } from "./ministry.ts";
import { mustTable } from "./must.ts";
import { mustsOf } from "./musts.ts";
import { growTo, type Seeding, seedParts } from "./nation.ts";
import { pageCost } from "./page.ts";
import { phonesCost } from "./phones.ts";
import { placesCost } from "./places.ts";
import { plansBesideOffice } from "./plans.ts";
import { installRelease } from "./release.ts";
import { type Growth, type Row, writeReport } from "./report.ts";
import { rivals } from "./rivals.ts";
import { rulingsCost } from "./rulings.ts";
import { searchTimes, searchWork } from "./search.ts";
import { servicesCost } from "./services.ts";
import { SHARE, shareOf } from "./share.ts";
import { step } from "./step.ts";
import { furnish, type Work, type WorkName, works } from "./works.ts";

/**
 * By what the database grows, and each time all is measured that grows with it: an office, then twenty with five years of history
 * and a country of others. 1x250,21x1300+1200x250 is the nation with a year of history: an hour and 30 GB.
 */
const USUAL_SIZES = "1x250,21x1300+1200x20";
const { BENCH_SIZES = USUAL_SIZES } = process.env;
const SIZES = BENCH_SIZES.split(",").map(seedParts);
const BUSY = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 });
const FLUSH_ROUNDS = 3;

const release = await step("the release, installed", installRelease);
const machine = await step("its first starts", () => startMachine(release.folder));
await step("offices of the measurement", () => furnish(machine, BUSY));
const sizes: Seeding[] = [];
const stages: Stage[] = [];
let search: Work | undefined;
for (const [round, parts] of SIZES.entries()) {
  sizes.push(await step(`seed, ${round + 1} of ${SIZES.length}`, () => growTo(machine, ...parts)));
  search ??= await searchWork(machine);
  const searching = search;
  stages.push(
    await step(`work, ten requests at a time, ${round + 1} of ${SIZES.length}`, () => stage(round, searching)),
  );
}
// First, before anybody has asked for these offices.
const cold = await step("the first look of many offices", () => coldRows(machine));
const fiveDesks = await step("a booking, then five desks", () => fiveDesksCost(machine));
const rulings = await step("a queue lost for a week", () => rulingsCost(machine));
const decided = rulings.rows.map(said);
const loaded = await step("fifty at a time, and so many a second", () => underLoad(machine));
const letters = await step("letters", () => lettersCost(machine));
const written = letters.rows.map(said);
const page = await step("the page in a browser", () => pageCost(machine));
const services = await step("services by people's own words", servicesCost);
const desks = await step("open desks", () => desksCost(machine));
const phones = await step("phones that follow a line", () => phonesCost(machine));
const places = await step("places", placesCost);
const besideOffice = await step("plans of statements", () => plansBesideOffice(machine));
const flushes = await step("flushes that take longer", () => flushesCost(machine, FLUSH_ROUNDS));
// Last, for it closes the nation.
const ministry = (await step("the ministry's previews", () => ministryCost(machine))).map(said);
await machine.close();
await release.remove();

const rows = [...(stages.at(-1) as Stage).rows, ...cold, ...loaded, ...decided, ...written, ...ministry];
const growth = growthOf(stages);
const musts = mustsOf({
  sizes,
  rows,
  growth,
  cold,
  fiveDesks,
  flushes,
  page,
  services,
  desks,
  rulings,
  letters,
  phones,
  places,
  besideOffice,
  megabytes: release.megabytes,
  starts: machine.starts,
});
await step("what must be reached", () => process.stdout.write(`${mustTable(musts)}\n`));
if (SHARE >= 1) await writeReport({ sizes, rows, growth, musts });
else process.stdout.write("\nBENCH_SHARE asks less often: docs/bench.md stays as it is.\n");
if (musts.some(({ isMet }) => isMet === false)) process.exitCode = 1;

interface Stage {
  readonly rows: readonly Row[];
  readonly search: Readonly<Record<string, number>>;
}

/** What is measured at every size. */
async function stage(round: number, searching: Work): Promise<Stage> {
  const measured: Row[] = [];
  for (const work of [...Object.values(works(machine, round, BUSY)), searching])
    measured.push(await compare(machine, work, 10));
  const searches = await searchTimes(machine);
  for (const [kind, milliseconds] of Object.entries(searches)) {
    process.stdout.write(`search ${kind}: ${milliseconds.toFixed(1)} ms in the database\n`);
  }
  return { rows: measured, search: searches };
}

/** And at the largest: more at once, at a steady rate, and all for one place. */
async function underLoad(on: Machine): Promise<Row[]> {
  const all = works(on, SIZES.length, BUSY);
  const measured: Row[] = [];
  for (const work of Object.values(all)) measured.push(await compare(on, work, 50));
  for (const [name, rate] of Object.entries({ day: 100, month: 20, rules: 20, page: 50, sheet: 5 })) {
    const work = all[name as WorkName];
    await work.before?.();
    const service = await openLoop(on.service, shareOf(rate * 20), rate, work.service);
    measured.push(said({ work: work.name, load: `${rate}/s`, service }));
  }
  measured.push(said({ work: "200 rivals for one place", load: "200", service: await rivals(on) }));
  return measured;
}

/** By processor time, which other programs of the machine disturb least; of searches by their time in the database. */
function growthOf(all: readonly Stage[]): Growth[] {
  const [smallest] = all as [Stage];
  return [
    ...smallest.rows.map(({ work }, index) => ({
      what: `${work}, CPU`,
      values: all.map(({ rows: measured }) => cpuOf((measured[index] as Row).service)),
    })),
    ...Object.keys(smallest.search).map((what) => ({
      what: `search ${what}, in the database`,
      values: all.map(({ search }) => search[what] as number),
    })),
  ];
}
