import type { WeekDays, WeekSum } from "../../../src/in-vain/night/count-sql.ts";
import { IN_VAIN_REASONS, type InVainReason } from "../../../src/in-vain/reasons.ts";
import { mondayOf } from "../../../src/kit/weeks-range.ts";
import type { MeasuredVisit } from "../../../src/measures/visit.ts";
import { COMPLETE_SHARE } from "../../../src/measures/wait-estimate.ts";
import type { Random } from "../random.ts";

/** Which visits of invented days were in vain, and why, as clerks would have noted it: sums of services. Pure. */

interface SummedDay {
  readonly date: Temporal.PlainDate;
  readonly visits: readonly MeasuredVisit[];
  /** Recorded whole, of all that came */
  readonly complete: number;
  readonly of: number;
}

interface InVainChance {
  /** Of a service the lines of what to bring */
  readonly linesOf: (service: string) => readonly string[];
  readonly random: Random;
}

export interface InVainSums {
  readonly sums: readonly WeekSum[];
  readonly days: readonly WeekDays[];
}

export function inVainSums(days: readonly SummedDay[], chance: InVainChance): InVainSums {
  const open = days.filter(({ of }) => of > 0);
  const isWhole = ({ complete, of }: SummedDay) => complete >= COMPLETE_SHARE * of;
  return {
    days: open.map((day) => ({
      monday: mondayOf(day.date.toString()),
      counted: Number(isWhole(day)),
      leftOut: Number(!isWhole(day)),
    })),
    sums: open.filter(isWhole).flatMap((day) => sumsOf(day, chance)),
  };
}

function sumsOf({ date, visits }: SummedDay, chance: InVainChance): WeekSum[] {
  const monday = mondayOf(date.toString());
  const byService = Map.groupBy(
    visits.filter(({ status }) => status === "served"),
    ({ service }) => service ?? "",
  );
  byService.delete("");
  return [...byService].map(([service, those]) => sumOf(service, those.length, monday, chance));
}

function sumOf(service: string, visits: number, monday: string, { linesOf, random }: InVainChance): WeekSum {
  const reasons: Record<InVainReason, number> = { paper: 0, elsewhere: 0, needless: 0 };
  const lines: Record<string, number> = {};
  for (let visit = 0; visit < visits; visit += 1) {
    const reason = reasonOf(service, random);
    if (!reason) continue;
    reasons[reason] += 1;
    const known = linesOf(service);
    if (reason !== "paper" || known.length === 0 || random.chance(0.2)) continue;
    const line = random.pick(known);
    lines[line] = (lines[line] ?? 0) + 1;
  }
  return { monday, service, visits, ...reasons, lines };
}

function reasonOf(service: string, random: Random): InVainReason | null {
  const { of100, weights } = RATES[service] ?? USUAL_RATE;
  if (!random.chance(of100 / 100)) return null;
  return random.weighted(IN_VAIN_REASONS.map((reason, at) => [reason, weights[at] ?? 0] as const));
}

interface Rate {
  readonly of100: number;
  /** In the order of the reasons */
  readonly weights: readonly [paper: number, elsewhere: number, needless: number];
}

const USUAL_RATE: Rate = { of100: 3, weights: [6, 2, 2] };
const RATES: Readonly<Record<string, Rate>> = {
  "tax-account-codes": { of100: 12, weights: [3, 1, 6] },
  "family-status": { of100: 9, weights: [3, 1, 6] },
  "criminal-record": { of100: 8, weights: [3, 1, 6] },
  "vehicle-transfer": { of100: 7, weights: [7, 2, 1] },
  "copy-certification": { of100: 5, weights: [8, 1, 1] },
  "signature-certification": { of100: 2, weights: [7, 2, 1] },
};
