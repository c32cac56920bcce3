import { daysByNight } from "../days-by-night.ts";
import type { Stage } from "../stage.ts";
import type { Tell } from "../tell.ts";
import { MEASURES } from "./office-sums.ts";
import { type Choice, digits, type Nation, pageOf, SIZES, weeksUntil } from "./page.ts";
import { fileRow, inRegion, rowsOf } from "./region.ts";

interface NationCompared {
  readonly figures: number;
  /** How often an office was out of bounds */
  readonly outside: number;
}

/** Every figure of the ministry's page, by all that one may choose there, of its regions and of its file. */
export async function compareNation(stage: Stage, weeks: readonly number[], tell: Tell): Promise<NationCompared> {
  const nation = nationOf(stage);
  let [figures, outside] = [0, 0];
  for (const count of weeks) {
    for (const measure of MEASURES)
      for (const size of [undefined, ...SIZES]) {
        const choice: Choice = { weeks: count, measure, ...(size && { size }) };
        const page = pageOf(nation, choice);
        figures += tell(`nation ${JSON.stringify(choice)}`, page, await pageTold(stage, choice));
        outside += Object.keys(page.funnel.outside).length;
      }
    figures += await compareOffices(stage, nation, count, tell);
  }
  return { figures, outside };
}

const nationOf = (stage: Stage): Nation => ({
  offices: stage.places.map(({ log, visits }) =>
    daysByNight(
      stage.log,
      log,
      visits.map((visitor) => visitor.log),
    ),
  ),
  closures: stage.log.closures,
  now: stage.now(),
});

async function compareOffices(stage: Stage, nation: Nation, count: number, tell: Tell): Promise<number> {
  const weeks = weeksUntil(nation.now, count);
  const rows = rowsOf(nation, weeks);
  let figures = 0;
  for (const [region, those] of Map.groupBy(rows, ({ among }) => among.region)) {
    const found = await get(stage, `how-offices-do/offices?weeks=${count}&region=${encodeURIComponent(region ?? "-")}`);
    const offices = { ...weeks, region, offices: byCode(those.map(inRegion)) };
    figures += tell(`${count} weeks of ${region}`, offices, { ...found, offices: byCode(found.offices) });
  }
  const { body } = await stage.world.app.inject({
    url: `/api/ministry/how-offices-do.csv?weeks=${count}`,
    headers: { cookie: stage.ministry.cookie },
  });
  const told = body
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";"));
  const expected = rows.map((row) => fileRow(row, weeks));
  return figures + tell(`file of ${count} weeks`, byPlace(expected), byPlace(told));
}

const byCode = (offices: readonly { readonly code: string }[]) =>
  Object.fromEntries(offices.map((office) => [office.code, office]));
/** By the code in the third column; each cell by its place */
const byPlace = (rows: readonly (readonly string[])[]) => Object.fromEntries(rows.map((row) => [row[2], { ...row }]));

// biome-ignore lint/suspicious/noExplicitAny: an answer
async function get({ ministry }: Stage, path: string): Promise<any> {
  const { status, body } = await ministry.rule("GET", path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Where an order means nothing by its name; the order of names is another test's. */
async function pageTold(stage: Stage, { weeks, measure, size }: Choice) {
  const query = `weeks=${weeks}&measure=${measure}${size ? `&size=${size}` : ""}`;
  const { sizes, funnel, regions, trend, ...page } = await get(stage, `how-offices-do?${query}`);
  return {
    ...page,
    sizes: Object.fromEntries(sizes.map((each: { size: string; offices: number }) => [each.size, each.offices])),
    funnel: {
      ...funnel,
      spread: digits(funnel.spread),
      byChance: digits(funnel.byChance),
      inside: funnel.inside.map(({ count, of }: { count: number; of: number }) => `${count} of ${of}`).sort(),
      outside: Object.fromEntries(funnel.outside.map(outsideTold)),
    },
    regions: Object.fromEntries(regions.map(regionTold)),
    trend: {
      ...trend,
      weeks: trend.weeks.map((week: { low: number | null; high: number | null }) => ({
        ...week,
        low: digits(week.low),
        high: digits(week.high),
      })),
      marks: trend.marks.map(({ monday, text }: { monday: string; text: string }) => `${monday} ${text}`),
    },
  };
}

interface Outside {
  readonly code: string;
  readonly changes: readonly { readonly date: string; readonly act: string }[];
}

const outsideTold = ({ code, changes, ...office }: Outside) => [
  code,
  { ...office, changes: changes.map(({ date, act }) => `${date} ${act}`).join(", ") },
];

const regionTold = ({ region, ...access }: { readonly region: string | null }) => [region ?? "none", access];
