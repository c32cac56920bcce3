import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { type ClosedWeeks, closedWeeks } from "../../platform/closed-weeks.ts";
import type { AcrossOffices } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { NATIONAL_MEASURES, type NationalMeasure } from "./choices.ts";
import type { OfficesOfRegion, OfficesOfRegionQuery, StepSpread } from "./contract.ts";
import { type Funnel, funnelOf, sideOf } from "./funnel.ts";
import { sumsOfOffices, type WaitsAtStep, waitsOfOffices } from "./national-sql.ts";
import { byName, type OfficeSums, recordingStateOf, shareOf, sizeOf } from "./offices.ts";
import { stepOfShare } from "./wait-steps.ts";

const NO_REGION = "-";

/** The offices of a region, by name, each beside those of its size in the whole country. */
export async function officesOfRegion(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  { weeks, region }: OfficesOfRegionQuery,
  now: Temporal.Instant,
): Promise<OfficesOfRegion> {
  const wanted = region === NO_REGION ? null : region;
  const span = closedWeeks(dateOf(now), weeks);
  const offices = await figuresOfOffices(tx, span, (office) => office.region === wanted);
  return { from: span.from.toString(), to: span.to.toString(), region: wanted, offices: offices.map(withoutPlace) };
}

type OfficeFigures = OfficesOfRegion["offices"][number] & Pick<OfficeSums, "region" | "counters" | "days">;

const withoutPlace = ({ region, counters, days, ...office }: OfficeFigures): OfficesOfRegion["offices"][number] =>
  office;

export interface NationFigures {
  /** ISO texts, both included */
  readonly from: string;
  readonly to: string;
  readonly offices: readonly OfficeFigures[];
}

/** All of them, by name: for a file. */
export async function figuresOfNation(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  weeks: number,
  now: Temporal.Instant,
): Promise<NationFigures> {
  const span = closedWeeks(dateOf(now), weeks);
  const offices = await figuresOfOffices(tx, span, () => true);
  return { from: span.from.toString(), to: span.to.toString(), offices };
}

async function figuresOfOffices(
  tx: AcrossOffices,
  span: ClosedWeeks,
  isWanted: (office: OfficeSums) => boolean,
): Promise<OfficeFigures[]> {
  const all = await sumsOfOffices(tx, span);
  const wanted = all.filter(isWanted);
  const waits = Map.groupBy(
    await waitsOfOffices(
      tx,
      wanted.map(({ id }) => id),
      span,
    ),
    ({ office }) => office,
  );
  const placed = placing(all);
  return wanted.sort(byName).map((office) => ({
    code: office.code,
    name: office.name,
    region: office.region,
    counters: office.counters,
    days: office.days,
    coverage: recordingStateOf(office),
    complete: office.complete ?? 0,
    visits: office.visits ?? 0,
    onTime: placed(office, "on-time"),
    soon: placed(office, "soon"),
    noShows: placed(office, "no-shows"),
    waits: waitsOf(waits.get(office.id) ?? []),
    thirdFree: { looked: office.looked, days: office.thirdFreeDays },
  }));
}

/** Of an office that does not count nothing is said but its numbers. */
function placing(all: readonly OfficeSums[]) {
  const bySize = Map.groupBy(
    all.filter((office) => recordingStateOf(office) === "reliable"),
    sizeOf,
  );
  const funnels = new Map<string, Funnel>();
  for (const [size, offices] of bySize)
    for (const measure of NATIONAL_MEASURES)
      funnels.set(`${size} ${measure}`, funnelOf(offices.map((office) => shareOf(office, measure))));
  return (office: OfficeSums, measure: NationalMeasure) => {
    const size = sizeOf(office);
    const funnel = size && recordingStateOf(office) === "reliable" ? funnels.get(`${size} ${measure}`) : undefined;
    const share = shareOf(office, measure);
    return { ...share, side: funnel ? sideOf(share, funnel) : null };
  };
}

function waitsOf(steps: readonly WaitsAtStep[]): OfficesOfRegion["offices"][number]["waits"] {
  return {
    appointment: spreadOfSteps(steps.map(({ appointments }) => appointments)),
    walkIn: spreadOfSteps(steps.map(({ walkIns }) => walkIns)),
  };
}

const spreadOfSteps = (steps: readonly number[]): StepSpread => ({
  count: steps.reduce((total, count) => total + count, 0),
  median: stepOfShare(steps, 0.5),
  nineOfTen: stepOfShare(steps, 0.9),
});
