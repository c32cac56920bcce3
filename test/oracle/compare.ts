import { dateAt, dayAfter, weekdayOf } from "./athens.ts";
import { cellRows, cellsOf } from "./cells.ts";
import { lastCounts, type OfficeDay, officeDay } from "./office-day.ts";
import type { Stage, StagedOffice } from "./stage.ts";
import { servicesOfWeeks, weeksOf } from "./weeks.ts";

/** What the program says against what the log comes to. */
interface Comparison {
  readonly figures: number;
  readonly rows: number;
  readonly differences: readonly string[];
}

export async function compareAll(stage: Stage, weeks: readonly number[]): Promise<Comparison> {
  const differences: string[] = [];
  let [figures, rows] = [0, 0];
  for (const place of stage.places) {
    const days = daysOf(stage, place);
    const told = (what: string, expected: unknown, found: unknown): number => {
      const [wanted, given] = [flat(expected), flat(found)];
      for (const name of new Set([...wanted.keys(), ...given.keys()]))
        if (wanted.get(name) !== given.get(name))
          differences.push(
            `${place.log.code} ${what} ${name}: ${wanted.get(name)} by the log, ${given.get(name)} told`,
          );
      return wanted.size;
    };
    for (const day of days) rows += told(day.date, nightOf(day), await countedNight(stage, place, day.date));
    for (const count of weeks)
      figures += told(`${count} weeks`, expectedOf(stage, days, count), await asked(place, count));
  }
  return { figures, rows, differences };
}

function daysOf({ log }: Stage, place: StagedOffice): OfficeDay[] {
  const visits = place.visits.map((visitor) => visitor.log);
  return [...lastCounts(log.nights, dateAt)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, by]) => officeDay(log, place.log, { visits, date, by }));
}

/** The closed weeks before today's. */
function expectedOf(stage: Stage, days: readonly OfficeDay[], count: number) {
  const today = dateAt(stage.now());
  const to = dayAfter(today, -weekdayOf(today));
  const from = dayAfter(to, 1 - 7 * count);
  const those = days.filter(({ date }) => from <= date && date <= to);
  const services = Object.fromEntries(servicesOfWeeks(those).map(({ code, ...one }) => [code, one]));
  const minutes = Object.fromEntries(Object.keys(services).map((code) => [code, stage.log.minutes.get(code)]));
  return { from, to, ...weeksOf(those), services, minutes };
}

/** Told on the same page, and not of visits: rules that changed, seats, and what became of ranges of waiting that were said. */
const ELSEWHERE = ["changes", "seats", "peaks", "promises"];

async function asked({ head, log }: StagedOffice, weeks: number) {
  const { status, body } = await head.ask("GET", `${log.code}/how-it-went?weeks=${weeks}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  // biome-ignore lint/suspicious/noExplicitAny: an answer
  const services: any[] = body.services;
  const figures = Object.entries(body).filter(([name]) => !ELSEWHERE.includes(name));
  return {
    ...Object.fromEntries(figures),
    services: Object.fromEntries(services.map(({ code, name, minutes, ...one }) => [code, one])),
    minutes: Object.fromEntries(services.map(({ code, minutes }) => [code, minutes])),
  };
}

const nightOf = ({ courses, completeness, capacity, thirdFree, services }: OfficeDay) => ({
  cells: cellRows(cellsOf(courses)),
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
  const byService = Map.groupBy(services, ({ service }) => String(service));
  return {
    cells: cells.map(({ cell }) => cell).sort(),
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

/** Each value with its name. */
function flat(value: unknown, name = ""): Map<string, string> {
  if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return new Map(value.map((each) => [`${name} ${each}`, "there"]));
  if (typeof value !== "object" || value === null) return new Map([[name, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...flat(each, `${name}.${key}`)]));
}
