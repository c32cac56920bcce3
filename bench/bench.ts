import { compare, said } from "./compare.ts";
import { desksCost } from "./desks.ts";
import { lettersCost } from "./letters.ts";
import { openLoop } from "./load.ts";
import { type Machine, startMachine } from "./machine.ts";
import { ministryCost } from "./ministry.ts";
import { mustsOf } from "./musts.ts";
import { growTo, type Seeding } from "./nation.ts";
import { pageCost } from "./page.ts";
import { phonesCost } from "./phones.ts";
import { placesCost } from "./places.ts";
import { plansBesideOffice } from "./plans.ts";
import { type Growth, type Row, writeReport } from "./report.ts";
import { rivals } from "./rivals.ts";
import { rulingsCost } from "./rulings.ts";
import { searchTimes, searchWork } from "./search.ts";
import { servicesCost } from "./services.ts";
import { furnish, type Work, type WorkName, works } from "./works.ts";

/** About 20 thousand, 2 million and 18 million appointments; BENCH_OFFICES=1,20 for a short look. */
const OFFICES = (process.env.BENCH_OFFICES ?? "1,134,1200").split(",").map(Number);
const BUSY = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 });

const machine = await startMachine();
await furnish(machine, BUSY);

const sizes: Seeding[] = [];
const stages: Stage[] = [];
let search: Work | undefined;
for (const [round, offices] of OFFICES.entries()) {
  sizes.push(await growTo(machine, offices));
  search ??= await searchWork(machine);
  stages.push(await stage(machine, round, search));
}
const rulings = await rulingsCost(machine);
const decided = rulings.rows.map(said);
const loaded = await underLoad(machine);
const letters = await lettersCost(machine);
const written = letters.rows.map(said);
const page = await pageCost(machine);
const services = await servicesCost();
const desks = await desksCost(machine);
const phones = await phonesCost(machine);
const places = placesCost();
const besideOffice = await plansBesideOffice(machine);
// Last, for it closes the nation.
const ministry = (await ministryCost(machine)).map(said);
await machine.close();
const rows = [...(stages.at(-1) as Stage).rows, ...loaded, ...decided, ...written, ...ministry];
const growth = growthOf(stages);
await writeReport({
  sizes,
  rows,
  growth,
  musts: mustsOf({
    sizes,
    rows,
    growth,
    page,
    services,
    desks,
    rulings,
    letters,
    phones,
    places,
    besideOffice,
    starts: machine.starts,
  }),
});

interface Stage {
  readonly rows: readonly Row[];
  readonly search: Readonly<Record<string, number>>;
}

/** What is measured at every size, ten requests under way. */
async function stage(on: Machine, round: number, searching: Work): Promise<Stage> {
  const measured: Row[] = [];
  for (const work of [...Object.values(works(on, round, BUSY)), searching]) measured.push(await compare(on, work, 10));
  const searches = await searchTimes(on);
  for (const [kind, milliseconds] of Object.entries(searches)) {
    process.stdout.write(`search ${kind}: ${milliseconds.toFixed(1)} ms in the database\n`);
  }
  return { rows: measured, search: searches };
}

/** And at the largest: more at once, at a steady rate, and all for one place. */
async function underLoad(on: Machine): Promise<Row[]> {
  const all = works(on, OFFICES.length, BUSY);
  const measured: Row[] = [];
  for (const work of Object.values(all)) measured.push(await compare(on, work, 50));
  for (const [name, rate] of Object.entries({ day: 100, month: 20, rules: 20, page: 50, sheet: 5 })) {
    const work = all[name as WorkName];
    const service = await openLoop(on.service, rate * 20, rate, work.service);
    measured.push(said({ work: work.name, load: `${rate}/s`, service }));
  }
  measured.push(said({ work: "200 rivals for one place", load: "200", service: await rivals(on) }));
  return measured;
}

/** By processor time, which other programs of the machine disturb least; of searches by their time in the database. */
function growthOf(all: readonly Stage[]): Growth[] {
  const cpu = ({ service }: Row) => service.serviceCpu + service.databaseCpu;
  const [smallest] = all as [Stage];
  return [
    ...smallest.rows.map(({ work }, index) => ({
      what: `${work}, CPU`,
      values: all.map(({ rows: measured }) => cpu(measured[index] as Row)),
    })),
    ...Object.keys(smallest.search).map((what) => ({
      what: `search ${what}, in the database`,
      values: all.map(({ search }) => search[what] as number),
    })),
  ];
}
