import { dateAt, dayAfter, weekdayOf } from "./athens.ts";
import { cellRows } from "./cells.ts";
import { type DaysByNight, daysByNight } from "./days-by-night.ts";
import { compareInVain } from "./in-vain/compare-in-vain.ts";
import { serviceIn } from "./log.ts";
import { compareNation } from "./nation/compare-nation.ts";
import type { OfficeDay } from "./office-day.ts";
import { promisesOfMonths } from "./ranges/months.ts";
import { type OfficeRanges, rangesOf } from "./ranges/outcomes.ts";
import { ruleDays } from "./rules/marks.ts";
import type { Stage, StagedOffice } from "./stage.ts";
import { tellTo } from "./tell.ts";
import { servicesOfWeeks, weeksOf } from "./weeks.ts";

/** The ministry asks for no fewer */
const LEAST_WEEKS = 4;

/** What the program says against what the log comes to. */
interface Comparison {
  readonly figures: number;
  readonly national: number;
  readonly inVain: number;
  /** Offices out of the bounds of chance, each as often as somebody looked */
  readonly outside: number;
  /** Ranges of waiting of which it is known that they were right */
  readonly kept: number;
  readonly rows: number;
  readonly differences: string[];
}

export async function compareAll(stage: Stage, weeks: readonly number[]): Promise<Comparison> {
  const differences: string[] = [];
  let [figures, rows, kept] = [0, 0, 0];
  const tell = tellTo(differences);
  for (const place of stage.places) {
    const reckoned = daysByNight(
      stage.log,
      place.log,
      place.visits.map((visitor) => visitor.log),
    );
    const [days, ranges] = [reckoned.all(), rangesOf(reckoned)];
    differences.push(...ranges.mistold.map((each) => `${place.log.code} ${each}`));
    figures += place.log.told.length;
    for (const { outcomes } of ranges.days) kept += outcomes.within + outcomes.shorter;
    const told = (what: string, expected: unknown, found: unknown) =>
      tell(`${place.log.code} ${what}`, expected, found);
    for (const day of days) rows += told(day.date, nightOf(day, ranges), await countedNight(stage, place, day.date));
    for (const count of weeks)
      figures += told(`${count} weeks`, expectedOf(stage, reckoned, ranges, count), await asked(place, count));
  }
  const national = await compareNation(
    stage,
    weeks.filter((count) => count >= LEAST_WEEKS),
    tell,
  );
  const inVain = await compareInVain(
    stage,
    weeks.filter((count) => count > 1),
    tell,
  );
  return { figures, inVain, national: national.figures, outside: national.outside, kept, rows, differences };
}

/** The closed weeks before today's. */
function expectedOf(stage: Stage, { office, all }: DaysByNight, ranges: OfficeRanges, count: number) {
  const today = dateAt(stage.now());
  const to = dayAfter(today, -weekdayOf(today));
  const from = dayAfter(to, 1 - 7 * count);
  const those = all().filter(({ date }) => from <= date && date <= to);
  const services = Object.fromEntries(servicesOfWeeks(those).map(({ code, ...one }) => [code, one]));
  const minutes = Object.keys(services).map((code) => [code, serviceIn(stage.log, code, stage.now())?.minutes]);
  return {
    from,
    to,
    ...weeksOf(those, office.seats.at(-1)?.count ?? null),
    services,
    minutes: Object.fromEntries(minutes),
    changes: ruleDays(stage.log, office, { from, to, by: stage.now() }).map(asRow),
    promises: promisesOfMonths(ranges, dayAfter(to)),
  };
}

/** One change of rules in one line: of the same day in whatever order. */
const asRow = (change: object): string => JSON.stringify(Object.entries(change).sort());

async function asked({ head, log }: StagedOffice, weeks: number) {
  const { status, body } = await head.ask("GET", `${log.code}/how-it-went?weeks=${weeks}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  // biome-ignore lint/suspicious/noExplicitAny: an answer
  const services: any[] = body.services;
  return {
    ...body,
    changes: body.changes.map(asRow),
    services: Object.fromEntries(services.map(({ code, name, minutes, ...one }) => [code, one])),
    minutes: Object.fromEntries(services.map(({ code, minutes }) => [code, minutes])),
  };
}

const nightOf = ({ date, cells, completeness, capacity, thirdFree, services }: OfficeDay, { days }: OfficeRanges) => ({
  cells: cellRows(cells),
  promises: days
    .filter((one) => one.date === date)
    .map(({ place, isSaid, outcomes: { within, shorter, longer, unknown } }) =>
      [place, isSaid, within, shorter, longer, unknown].join(" "),
    ),
  completeness,
  capacity,
  thirdFree: thirdFree === undefined ? "nobody looked" : thirdFree,
  services: Object.fromEntries([...services].map(([code, minutes]) => [code, minutes.toSorted((a, b) => a - b)])),
});

async function countedNight({ world }: Stage, { log, office }: StagedOffice, date: string) {
  const query = async (text: string, values: readonly unknown[]) => (await world.owner.query(text, [...values])).rows;
  const cells = await query(
    `select concat_ws(' ', measure, class, half_hour, value, count) as cell from visits_check.minutes
     where office = $1 and date = $2 and count > 0`,
    [log.code, date],
  );
  const [completeness] = await query(
    `select visits, complete, from_paper as "fromPaper", suspect, unresolved, not_started as "notStarted",
       not_completed as "notCompleted", at_once as "atOnce" from day_completeness where office_id = $1 and date = $2`,
    [office.id, date],
  );
  const [capacity] = await query(
    `select open_minutes as "openMinutes", booked_minutes as "bookedMinutes", served_minutes as "servedMinutes",
       overtime_minutes as "overtimeMinutes", counters, tickets from day_capacity where office_id = $1 and date = $2`,
    [office.id, date],
  );
  const [access] = await query("select third_free_days from day_access where office_id = $1 and date = $2", [
    office.id,
    date,
  ]);
  const services = await query(
    `select service, value, count from visits_check.service_minutes where office = $1 and date = $2`,
    [log.code, date],
  );
  const promises = await query(
    `select place || ' ' || is_said || concat_ws(' ', '', within, shorter, longer, unknown) as promise
     from day_promise where office_id = $1 and date = $2`,
    [office.id, date],
  );
  const byService = Map.groupBy(services, ({ service }) => String(service));
  return {
    cells: cells.map(({ cell }) => cell).sort(),
    promises: promises.map(({ promise }) => promise),
    completeness,
    capacity,
    thirdFree: access ? access.third_free_days : "nobody looked",
    services: Object.fromEntries(
      [...byService].map(([code, all]) => [
        code,
        all.flatMap(({ value, count }) => Array(Number(count)).fill(Number(value))).sort((a, b) => a - b),
      ]),
    ),
  };
}
