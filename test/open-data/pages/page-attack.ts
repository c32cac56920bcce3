import { VISITS_NEEDED } from "../../../src/measures/promises/usual-wait.ts";
import { type Bounds, narrow, type SumBounds } from "../bounds.ts";
import { type MonthBounds, STEPS, stepOf } from "./month-bounds.ts";
import type { PageReading, Rules, TableReading } from "./page-reading.ts";
import { DATES, type Person, weekdayOf } from "./people.ts";

/**
 * Somebody who has read an office's page each morning, and all that is published of its months: they subtract each day's table
 * from the next, weekdays from all days, and all of them from the months, and conclude from all at once how many there were. Of those
 * with an appointment the page tells by the same rules, in a table of their own.
 */

interface Truth {
  readonly people: ReadonlyMap<string, readonly Person[]>;
}

export interface PageAttack {
  readonly tries: number;
  /** Counts of one to seven people that are known for certain */
  readonly recovered: readonly string[];
}

const GREATEST = 1_000_000;

interface Look {
  readonly name: string;
  readonly of: readonly number[];
  readonly counted: number;
}

/** Integers with what is known of their sums. */
class Conclusions {
  readonly bounds: Bounds[] = [];
  readonly sums: SumBounds[] = [];

  one(hi = GREATEST): number {
    return this.bounds.push({ lo: 0, hi }) - 1;
  }
  say(terms: readonly (readonly [number, number])[], lo: number, hi = GREATEST): void {
    this.sums.push({ of: terms.map(([index]) => index), times: terms.map(([, by]) => by), lo, hi });
  }
}

const each = (of: readonly number[], by = 1) => of.map((index) => [index, by] as const);

export function attackPages(
  pages: readonly PageReading[],
  months: readonly MonthBounds[],
  { people, rules }: Truth & { readonly rules: Rules },
): PageAttack {
  const known = new Conclusions();
  const hours = [...new Set([...people.values()].flat().map(({ hour }) => hour))].sort((a, b) => a - b);
  const came = new Map(DATES.map((date) => [date, new Map(hours.map((hour) => [hour, known.one()]))]));
  const cameOn = (date: string, hour?: number): number[] =>
    [...(came.get(date) as Map<number, number>)].flatMap(([at, index]) =>
      hour === undefined || at === hour ? index : [],
    );
  const looks: Look[] = DATES.flatMap((date) =>
    hours.map((hour) => ({
      name: `${date} at ${hour}`,
      of: cameOn(date, hour),
      counted: (people.get(date) ?? []).filter((one) => one.hour === hour).length,
    })),
  );
  const monthCells = new Map(months.map((month) => [month.month, noteMonth(known, month, looks, people)]));
  for (const [month, cells] of monthCells)
    known.say(
      [...each(DATES.filter((date) => date.startsWith(month)).flatMap((date) => cameOn(date))), ...each(cells, -1)],
      0,
      0,
    );
  const tables = new Map<string, Map<number, number[]>>();
  const state = { known, hours, cameOn, monthCells, looks, people, rules };
  for (const { tables: seen, choice } of pages) {
    for (const table of seen) if (!tables.has(table.name)) tables.set(table.name, noteTable(state, table));
    const isNew = choice && !tables.has(`choice ${choice.days.at(-1)}`);
    if (isNew) tables.set(`choice ${choice.days.at(-1)}`, noteChoice(state, choice, tables));
  }
  noteDifferences(state, pages, tables);
  narrow(known.bounds, known.sums);
  const recovered = looks.flatMap(({ name, of, counted }) => {
    const [lo, hi] = (["lo", "hi"] as const).map((end) =>
      of.reduce((sum, index) => sum + (known.bounds[index] as Bounds)[end], 0),
    );
    return counted >= 1 && counted <= 7 && lo === hi ? [`${name}: ${counted}`] : [];
  });
  return { tries: looks.length, recovered };
}

interface State extends Truth {
  readonly known: Conclusions;
  readonly hours: readonly number[];
  readonly cameOn: (date: string, hour?: number) => number[];
  readonly monthCells: ReadonlyMap<string, readonly number[]>;
  readonly looks: Look[];
  readonly rules: Rules;
}

/** By step */
function noteMonth(
  known: Conclusions,
  { month, counts }: MonthBounds,
  looks: Look[],
  people: Truth["people"],
): number[] {
  const all = [...people].flatMap(([date, those]) => (date.startsWith(month) ? those : []));
  return counts.map((bounds, step) => {
    const index = known.one();
    known.bounds[index] = { ...bounds };
    const counted = all.filter(({ minutes }) => stepOf(minutes) === step).length;
    looks.push({ name: `${month} from ${STEPS[step]} minutes on`, of: [index], counted });
    return index;
  });
}

/** Of each hour by step how many, whether the table lists it or not. */
function noteTable(
  state: State,
  { name, days, hours: seen, daysMeasured, isMostlySaid }: TableReading,
): Map<number, number[]> {
  const { known, hours, cameOn, looks, people, rules } = state;
  const all = days.flatMap((date) => people.get(date) ?? []);
  const cells = new Map(hours.map((hour) => [hour, STEPS.map(() => known.one())]));
  for (const [hour, steps] of cells) {
    known.say([...each(days.flatMap((date) => cameOn(date, hour))), ...each(steps, -1)], 0, 0);
    const range = seen.get(hour);
    if (range) noteRange(known, steps, range);
    else known.say(each(steps), range === null ? rules.fewest : 0, range === null ? VISITS_NEEDED - 1 : rules.unlisted);
    const own = all.filter((one) => one.hour === hour);
    looks.push({ name: `${name} at ${hour}`, of: steps, counted: own.length });
    for (const [step, index] of steps.entries())
      looks.push({
        name: `${name} at ${hour} from ${STEPS[step]} minutes on`,
        of: [index],
        counted: own.filter(({ minutes }) => stepOf(minutes) === step).length,
      });
  }
  const every = [...cells.values()].flat();
  known.say(each(every), daysMeasured);
  if (isMostlySaid)
    known.say(
      [...cells].flatMap(([hour, steps]) => each(steps, seen.get(hour) ? 1 : -4)),
      0,
    );
  noteMonths(state, days, [...cells.values()]);
  return cells;
}

/** The middle and nine of ten are somebody's: so many at least waited as long, and so many no longer. */
function noteRange(
  known: Conclusions,
  steps: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  known.say(each(steps), VISITS_NEEDED);
  for (const [minutes, share] of [
    [from, 2],
    [to, 10],
  ] as const) {
    const least = share === 2 ? VISITS_NEEDED / 2 + 1 : VISITS_NEEDED / 10 + 1;
    const [longer, shorter] = [steps.slice(stepOf(minutes)), steps.slice(0, stepOf(minutes) + 1)];
    known.say(each(longer), least);
    known.say(
      steps.map((index) => [index, longer.includes(index) ? share - 1 : -1] as const),
      1,
    );
    const kept = share === 2 ? 1 : 9;
    known.say(
      steps.map((index) => [index, shorter.includes(index) ? share - kept : -kept] as const),
      0,
    );
  }
}

/** Whoever is in a table of days that lie in published months is in their counts, step by step. */
function noteMonths(
  { known, monthCells }: State,
  days: readonly string[],
  cells: readonly (readonly number[])[],
): void {
  const those = [...new Set(days.map((date) => date.slice(0, 7)))].map(
    (month) => monthCells.get(month) as readonly number[],
  );
  for (const step of STEPS.keys())
    known.say(
      [
        ...those.map((month) => [month[step] as number, 1] as const),
        ...cells.map((steps) => [steps[step] as number, -1] as const),
      ],
      0,
    );
}

/** That a weekday may be chosen says that anybody waited on it; and all weekdays together are in the months. */
function noteChoice(
  state: State,
  { days, weekdays }: NonNullable<PageReading["choice"]>,
  tables: ReadonlyMap<string, Map<number, number[]>>,
): Map<number, number[]> {
  const { known, cameOn, looks, people, rules } = state;
  const cells = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const those = days.filter((date) => weekdayOf(date) === weekday);
    const steps = STEPS.map(() => known.one());
    known.say([...each(those.flatMap((date) => cameOn(date))), ...each(steps, -1)], 0, 0);
    if (weekdays.includes(weekday)) known.say(each(steps), rules.chosen);
    else known.say(each(steps), 0, rules.chosen - 1);
    const own = tables.get(`${weekday} ${days.at(-1)}`);
    for (const [step, index] of steps.entries())
      if (own) known.say([...each([...own.values()].map((of) => of[step] as number)), [index, -1]], 0, 0);
    looks.push({
      name: `weekday ${weekday} until ${days.at(-1)}`,
      of: steps,
      counted: those.flatMap((date) => people.get(date) ?? []).length,
    });
    return steps;
  });
  noteMonths(state, days, cells);
  return new Map();
}

/** From one morning to the next a day is added, and one is taken off. */
function noteDifferences(
  { known, cameOn, hours, rules }: State,
  pages: readonly PageReading[],
  tables: ReadonlyMap<string, Map<number, number[]>>,
): void {
  const boundsOf = (table: TableReading, hour: number): Bounds => {
    const range = table.hours.get(hour);
    if (range) return { lo: VISITS_NEEDED, hi: GREATEST };
    return range === null ? { lo: rules.fewest, hi: VISITS_NEEDED - 1 } : { lo: 0, hi: rules.unlisted };
  };
  for (const [index, page] of pages.entries()) {
    const [before, after] = [pages[index - 1], page].map((one) =>
      one?.tables.find(({ name }) => name.startsWith("all")),
    );
    if (!before || !after || !tables.has(after.name)) continue;
    const added = after.days.filter((date) => !before.days.includes(date));
    const off = before.days.filter((date) => !after.days.includes(date));
    for (const hour of hours) {
      const [earlier, later] = [boundsOf(before, hour), boundsOf(after, hour)];
      const terms = [
        ...each(added.flatMap((date) => cameOn(date, hour))),
        ...each(
          off.flatMap((date) => cameOn(date, hour)),
          -1,
        ),
      ];
      known.say(terms, later.lo - earlier.hi, later.hi - earlier.lo);
    }
  }
}
