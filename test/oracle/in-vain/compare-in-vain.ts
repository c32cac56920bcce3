import { dateAt, dayAfter, weekdayOf } from "../athens.ts";
import { daysByNight } from "../days-by-night.ts";
import { type Log, type LogService, serviceIn } from "../log.ts";
import { digits, type Weeks, weeksUntil } from "../nation/page.ts";
import type { Stage } from "../stage.ts";
import type { Tell } from "../tell.ts";
import { lessBy, rateOf } from "./rates.ts";
import { type CountedDay, countsOf, type Served, type ServedAtOffice, servedIn } from "./sums.ts";

const ENOUGH = 50;

/** Every figure of the ministry's page of visits in vain, of all services and of each. @returns how many */
export async function compareInVain(stage: Stage, weeks: readonly number[], tell: Tell): Promise<number> {
  const offices = stage.places.map(({ log, visits }) =>
    servedIn(
      daysByNight(
        stage.log,
        log,
        visits.map((visitor) => visitor.log),
      ),
    ),
  );
  const all = { days: offices.flatMap(({ days }) => days), served: offices.flatMap(({ served }) => served) };
  let figures = 0;
  for (const count of weeks) {
    const span = weeksUntil(stage.now(), count);
    const days = daysIn(all.days, span);
    const served = all.served.filter((one) => isIn(one, span));
    const expected = { ...span, days, offices: officesOf(offices, span), ...servicesOf(stage.log, served, span) };
    figures += tell(`in vain, ${count} weeks`, expected, await allTold(stage, count));
    for (const { code } of stage.log.catalogue.filter(({ at }) => at === null)) {
      const own = served.filter(({ service }) => service === code);
      const expected = { ...span, days, ...serviceOf(stage.log, own, { code, span }) };
      figures += tell(`${code} in vain, ${count} weeks`, expected, await oneTold(stage, code, count));
    }
  }
  return figures;
}

const isIn = ({ monday }: { readonly monday: string }, { from, to }: Weeks): boolean => from <= monday && monday <= to;

function daysIn(all: readonly CountedDay[], span: Weeks) {
  const those = all.filter((day) => isIn(day, span));
  const counted = those.filter(({ isWhole }) => isWhole).length;
  return { counted, leftOut: those.length - counted };
}

/** In how many anybody said it; of one to four, and not all, that is not told. */
function officesOf(offices: readonly ServedAtOffice[], span: Weeks) {
  const counted = offices.filter(({ days }) => days.some((day) => day.isWhole && isIn(day, span)));
  const used = counted.filter(({ served }) => served.some((one) => one.reason !== null && isIn(one, span))).length;
  const mondays = counted.flatMap(({ days }) => days.filter((day) => day.isWhole && isIn(day, span)));
  return {
    counted: counted.length,
    used: [1, 2, 3, 4].includes(used) && used < counted.length ? null : used,
    since: mondays.map(({ monday }) => monday).sort()[0] ?? null,
  };
}

const inGreek = new Intl.Collator("el");

/** What was missing most often, what stood in no line, and when the ministry said it otherwise. */
function wordsOf(log: Log, code: string, those: readonly Served[], span: Weeks) {
  const lines = those.flatMap(({ line }) => line ?? []);
  const [most] = [...Map.groupBy(lines, (line) => line)].sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || inGreek.compare(a, b),
  );
  return {
    mostMissing: most ? { line: most[0], count: most[1].length } : null,
    notSaid: countsOf(those).paper - lines.length,
    changed: changeOf(log, code, span)?.date ?? null,
  };
}

function servicesOf(log: Log, served: readonly Served[], span: Weeks) {
  const groups = [...Map.groupBy(served, ({ service }) => service)];
  const [enough, few] = [true, false].map((is) => groups.filter(([, those]) => those.length >= ENOUGH === is));
  return {
    services: Object.fromEntries(
      (enough ?? []).map(([code, those]) => [code, { ...countsOf(those), ...wordsOf(log, code, those, span) }]),
    ),
    others: { services: few?.length, ...countsOf((few ?? []).flatMap(([, those]) => those)) },
  };
}

function serviceOf(
  log: Log,
  served: readonly Served[],
  { code, span }: { readonly code: string; readonly span: Weeks },
) {
  const isEnough = served.length >= ENOUGH;
  const shown = isEnough ? served : [];
  const change = changeOf(log, code, span);
  const monday = change && dayAfter(change.date, 1 - weekdayOf(change.date));
  const before = monday === null ? null : shown.filter((one) => one.monday < monday);
  const after = change ? shown.filter((one) => one.monday >= change.date) : shown;
  return {
    code,
    toBring: log.lines.findLast((each) => each.code === code)?.lines,
    isEnough,
    weeks: Object.fromEntries(
      [...Map.groupBy(shown, (one) => one.monday)].map(([first, those]) => [first, countsOf(those)]),
    ),
    change,
    before: before && partOf(before),
    after: partOf(after),
    difference: lessBy(before && countsOf(before), countsOf(after)),
  };
}

function partOf(served: readonly Served[]) {
  const counts = countsOf(served);
  const lines = served.flatMap(({ line }) => line ?? []);
  return {
    ...counts,
    ...rateOf(counts),
    weeks: new Set(served.map(({ monday }) => monday)).size,
    lines: Object.fromEntries([...Map.groupBy(lines, (line) => line)].map(([line, those]) => [line, those.length])),
    notSaid: counts.paper - lines.length,
  };
}

/** The last time that the ministry said it otherwise, and what else of the service it changed in that week. */
function changeOf(log: Log, code: string, { from, to }: Weeks) {
  const isOfWeeks = (at: number | null): at is number => at !== null && from <= dateAt(at) && dateAt(at) <= to;
  const own = log.lines.filter((each) => each.code === code);
  const index = own.findLastIndex(({ at }) => isOfWeeks(at));
  const last = own[index];
  if (!last || last.at === null) return null;
  const date = dateAt(last.at);
  const [first, end] = [dayAfter(date, 1 - weekdayOf(date)), dayAfter(date, 7 - weekdayOf(date))];
  const isSameWeek = (at: number | null) => isOfWeeks(at) && first <= dateAt(at) && dateAt(at) <= end;
  const others = log.catalogue.flatMap((each) =>
    each.code === code && isSameWeek(each.at) ? otherwiseIn(log, each) : [],
  );
  return { date, before: own[index - 1]?.lines, after: last.lines, others };
}

/** What a change of the catalogue made otherwise. */
function otherwiseIn(log: Log, { at, code, minutes, group }: LogService): string[] {
  const before = serviceIn(log, code, (at as number) - 1);
  return [...(minutes === before?.minutes ? [] : ["minutes"]), ...(group === before?.group ? [] : ["entranceGroup"])];
}

// biome-ignore lint/suspicious/noExplicitAny: an answer
async function get({ ministry }: Stage, path: string): Promise<any> {
  const { status, body } = await ministry.rule("GET", path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function allTold(stage: Stage, weeks: number) {
  const { services, ...rest } = await get(stage, `in-vain?weeks=${weeks}`);
  const rows = services.map(({ code, name: _, nameEn: __, ...counts }: Record<string, string>) => [code, counts]);
  return { ...rest, services: Object.fromEntries(rows) };
}

async function oneTold(stage: Stage, code: string, weeks: number) {
  const {
    name: _,
    nameEn: __,
    before,
    after,
    difference,
    ...rest
  } = await get(stage, `in-vain/${code}?weeks=${weeks}`);
  const byMonday = rest.weeks.map(({ monday, ...counts }: Record<string, string>) => [monday, counts]);
  return {
    ...rest,
    weeks: Object.fromEntries(byMonday),
    before: before && partTold(before),
    after: partTold(after),
    difference: difference && inDigits(difference),
  };
}

const inDigits = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, digits(value)]));

interface PartTold {
  readonly rate: number | null;
  readonly band: Readonly<Record<string, number>> | null;
  readonly lines: readonly { readonly line: string; readonly count: number }[];
}

const partTold = ({ rate, band, lines, ...counts }: PartTold) => ({
  ...counts,
  rate: rate === null ? null : digits(rate),
  band: band && inDigits(band),
  lines: Object.fromEntries(lines.map(({ line, count }) => [line, count])),
});
