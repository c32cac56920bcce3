import { dateAt, dayAfter } from "../athens.ts";
import { type DaysByNight, daysByNight } from "../days-by-night.ts";
import type { Log } from "../log.ts";
import type { Stage } from "../stage.ts";
import type { Tell } from "../tell.ts";
import { type FigureSum, hasOneDraw, type TimedShare } from "./draw.ts";
import { expectedRow, groupsIn, type MonthRow } from "./month-row.ts";
import { officeMonth } from "./office-month.ts";

interface Version {
  readonly version: number;
  /** Second of the epoch */
  readonly at: number;
  readonly reason: string | null;
  readonly rows: readonly MonthRow[];
  readonly csv: readonly (readonly string[])[];
}

interface MonthFigures {
  readonly figures: number;
  readonly versions: number;
}

/** Every figure of every version of every month that was published in the play, as anybody fetches it. */
export async function compareMonths(stage: Stage, tell: Tell): Promise<MonthFigures> {
  const offices = stage.places.map(({ log, visits }) =>
    daysByNight(
      stage.log,
      log,
      visits.map((visitor) => visitor.log),
    ),
  );
  const months = await fetchMonths(stage);
  let figures = tell("months", expectedMonths(stage.log), Object.fromEntries(months.map(firstOf)));
  let versions = 0;
  for (const [month, told] of months) {
    figures += compareMonth({ log: stage.log, offices, month, told }, tell);
    versions += told.length;
  }
  return { figures, versions };
}

const firstOf = ([month, versions]: readonly [string, readonly Version[]]) => [month, versions.at(0)?.at];

/** When each is published first: eight days after its end, or where days are still to be counted after fifteen. */
function expectedMonths({ publications, nights }: Log): Record<string, number> {
  const wanted: Record<string, number> = {};
  for (const at of publications) {
    const isCounted = nights.some((night) => night <= at && dateAt(night) === dateAt(at));
    const ended = dayAfter(dateAt(at), isCounted ? -8 : -15);
    const dates = nights.filter((night) => night <= at).map((night) => dayAfter(dateAt(night), -1));
    const months = new Set(dates.flatMap((date) => [dayAfter(date, -6), date]).map((date) => date.slice(0, 7)));
    for (const month of months) if (lastOf(month) < ended) wanted[month] ??= at;
  }
  return wanted;
}

const lastOf = (month: string): string =>
  Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).subtract({ days: 1 }).toString();

interface MonthVersions {
  readonly log: Log;
  readonly offices: readonly DaysByNight[];
  readonly month: string;
  readonly told: readonly Version[];
}

function compareMonth({ log, offices, month, told }: MonthVersions, tell: Tell): number {
  let figures = 0;
  const all = { told: [] as FigureSum[], shares: [] as TimedShare[] };
  for (const [index, { version, at, reason, rows, csv }] of told.entries()) {
    const what = `${month} version ${version}`;
    figures += tell(
      what,
      { reason: index === 0 ? null : "late-counts", file: asCells(rows) },
      { reason, file: csv.map(asRow) },
    );
    // What was counted later made no other version: then the same figures are of that as well.
    const end = told[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const last = log.publications.findLast((publication) => publication < end) ?? at;
    for (const moment of new Set([at, last])) {
      const counted = offices.map((days) => officeMonth(days, month, moment));
      const wanted = rows.map((row) => expectedRow(row, counted));
      figures += tell(`${what} by ${dateAt(moment)}`, byName(wanted.map(({ row }) => row)), byName(rows));
      all.told.push(...wanted.flatMap((each) => each.told));
      all.shares.push(...wanted.flatMap((each) => each.share ?? []));
    }
    tell(what, rowNames(offices), rows.map(nameOf).sort());
  }
  tell(month, { hasOneDraw: true }, { hasOneDraw: hasOneDraw(all.told, all.shares) });
  return figures;
}

const nameOf = ({ office, group }: MonthRow): string => `${office ?? "nation"} ${group}`;
const byName = (rows: readonly MonthRow[]) => Object.fromEntries(rows.map((row) => [nameOf(row), row]));
const rowNames = (offices: readonly DaysByNight[]): string[] =>
  ["nation", ...offices.map(({ office }) => office.code)]
    .flatMap((of) => groupsIn().map((group) => `${of} ${group}`))
    .sort();

/** The same rows in the other file. */
const asCells = (rows: readonly MonthRow[]): string[] =>
  rows.map((row) => asRow(Object.values(row).map((value) => (value === null ? "" : String(value)))));
const asRow = (cells: readonly string[]): string => cells.join(";");

async function fetchMonths({ world }: Stage): Promise<(readonly [string, Version[]])[]> {
  const get = async (path: string) => {
    const { statusCode, body } = await world.app.inject({ url: path, headers: { host: "visits.example" } });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body}`);
    return body;
  };
  const list = JSON.parse(await get("/api/public/v1/statistics"));
  const months: (readonly [string, Version[]])[] = [];
  for (const { month, versions } of list.months) {
    const told: Version[] = [];
    for (const { csv, json } of versions.toReversed()) {
      const file = JSON.parse(await get(new URL(json.url).pathname));
      const lines = (await get(new URL(csv.url).pathname)).replace("\ufeff", "").trimEnd().split("\r\n").slice(1);
      const at = Math.floor(Temporal.Instant.from(file.publishedAt).epochMilliseconds / 1000);
      told.push({ ...file, at, csv: lines.map((line) => line.split(";")) });
    }
    months.push([month, told]);
  }
  return months;
}
