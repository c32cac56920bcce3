import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { mondayOf } from "../../kit/weeks-range.ts";
import { type ClosedWeeks, closedWeeks } from "../../platform/closed-weeks.ts";
import type { AcrossOffices } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { MOST_WEEKS, type Share } from "../contract.ts";
import { accessByRegion, accessOf } from "./access.ts";
import { type NationalMeasure, SIZES, type Size } from "./choices.ts";
import type { HowOfficesDo, HowOfficesDoQuery } from "./contract.ts";
import { byChance, funnelOf, sideOf } from "./funnel.ts";
import { type NationWeek, nationalClosures, ruleActsOf, sumsOfOffices, weeksOfNation } from "./national-sql.ts";
import { byName, type OfficeSums, recordingStateOf, shareOf, sizeOf } from "./offices.ts";
import { trendOf } from "./trend.ts";

/** Who records, how far times lie ahead, and which offices differ by more than chance: of offices, never of people. */
export async function howOfficesDo(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  { weeks, measure, size }: HowOfficesDoQuery,
  now: Temporal.Instant,
): Promise<HowOfficesDo> {
  const today = dateOf(now);
  const span = closedWeeks(today, weeks);
  const offices = await sumsOfOffices(tx, span);
  const byCoverage = Map.groupBy(offices, recordingStateOf);
  const number = (coverage: ReturnType<typeof recordingStateOf>) => byCoverage.get(coverage)?.length ?? 0;
  const reliable = byCoverage.get("reliable") ?? [];
  const bySize = Map.groupBy(reliable, sizeOf);
  const sizes = SIZES.flatMap((one) => (bySize.has(one) ? [{ size: one, offices: bySize.get(one)?.length ?? 0 }] : []));
  return {
    from: span.from.toString(),
    to: span.to.toString(),
    coverage: {
      offices: offices.length,
      reliable: reliable.length,
      incomplete: number("incomplete"),
      silent: number("silent"),
      notJoined: number("not-joined"),
    },
    sizes,
    uncounted: bySize.get(null)?.length ?? 0,
    funnel: await funnelAmong(tx, bySize, { size: size ?? largest(sizes), measure, span }),
    regions: accessByRegion(offices),
    nation: accessOf(offices),
    trend: await trendUntil(tx, today, measure),
  };
}

const largest = (sizes: HowOfficesDo["sizes"]): Size | null =>
  sizes.toSorted((a, b) => b.offices - a.offices)[0]?.size ?? null;

interface Choice {
  readonly size: Size | null;
  readonly measure: NationalMeasure;
  readonly span: ClosedWeeks;
}

/** Inside of the bounds nobody is better or worse: those have no names. */
async function funnelAmong(
  tx: AcrossOffices,
  bySize: ReadonlyMap<Size | null, readonly OfficeSums[]>,
  { size, measure, span }: Choice,
): Promise<HowOfficesDo["funnel"]> {
  const offices = (size ? (bySize.get(size) ?? []) : []).map((office) => ({ office, share: shareOf(office, measure) }));
  const funnel = funnelOf(offices.map(({ share }) => share));
  const placed = offices
    .filter(({ share }) => share.of > 0)
    .map(({ office, share }) => ({ office, share, side: sideOf(share, funnel) }));
  const outside = placed.flatMap(({ side, ...one }) => (side ? [{ ...one, side }] : []));
  const acts = await ruleActsOf(
    tx,
    outside.map(({ office }) => office.id),
    span,
  );
  const changesOf = (id: number) =>
    acts.flatMap(({ office, act, date }) => (office === id ? [{ act, date }] : [])).slice(0, CHANGES_SHOWN);
  return {
    measure,
    size,
    ...funnel,
    byChance: byChance(placed.length),
    inside: placed.flatMap(({ share, side }) => (side ? [] : [share])),
    outside: outside
      .map(({ office: { id, code, name, complete, visits }, share, side }) => ({
        ...share,
        code,
        name,
        side,
        complete: complete ?? 0,
        visits: visits ?? 0,
        changes: changesOf(id),
      }))
      .sort(byName),
  };
}

const CHANGES_SHOWN = 3;

async function trendUntil(
  tx: AcrossOffices,
  today: Temporal.PlainDate,
  measure: NationalMeasure,
): Promise<HowOfficesDo["trend"]> {
  const span = closedWeeks(today, MOST_WEEKS);
  const found = new Map((await weeksOfNation(tx, span)).map((week) => [week.monday, week]));
  const mondays = Array.from({ length: MOST_WEEKS }, (_, index) => span.from.add({ weeks: index }).toString());
  const { weeks, levels } = trendOf(mondays.map((monday) => shareOfWeek(found.get(monday), measure)));
  const marks = await nationalClosures(tx, span);
  return {
    measure,
    weeks: weeks.map((week, index) => {
      const monday = mondays[index] ?? "";
      return { ...week, monday, offices: found.get(monday)?.offices ?? 0 };
    }),
    levels: levels.map(({ from, to, centre }) => ({ from, to, centre })),
    marks: marks.map(({ date, text }) => ({ monday: mondayOf(date), text })),
  };
}

function shareOfWeek(week: NationWeek | undefined, measure: NationalMeasure): Share {
  if (!week) return { count: 0, of: 0 };
  const shares = {
    "on-time": { count: week.onTime, of: week.present },
    soon: { count: week.soon, of: week.walkIns },
    "no-shows": { count: week.noShows, of: week.due },
  };
  return shares[measure];
}
