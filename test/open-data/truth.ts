import type { OfficeMonth } from "../../src/measures/open-data/month.ts";
import {
  type GroupOutcomes,
  OUTCOME_GROUPS,
  OUTCOMES,
  type OutcomeGroup,
  type VisitOutcome,
} from "../../src/measures/outcomes/outcomes.ts";

/** What invented offices counted in a month, drawn by a seed. */

export type Draw = () => number;

/** The same numbers in [0, 1) for the same seed. */
export function drawsOf(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many had an outcome in a group. */
export type CountOf = (group: OutcomeGroup, outcome: VisitOutcome) => number;

const DAYS = 20;

/** The month's counts, each person on one of its days. */
export function officeMonth(code: string, countOf: CountOf, draw: Draw): OfficeMonth {
  const days = Array.from({ length: DAYS }, () => ({}) as Record<string, Record<string, number>>);
  for (const group of OUTCOME_GROUPS)
    for (const outcome of OUTCOMES)
      for (let person = countOf(group, outcome); person > 0; person--) {
        const day = days[Math.floor(draw() * DAYS)] as Record<string, Record<string, number>>;
        const counts = day[group] ?? {};
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        day[group] = counts;
      }
  return {
    office: { code, name: `ΚΕΠ ${code}`, municipality: "Δήμος", regionalUnit: null, region: null },
    days: days.map((outcomes) => ({ outcomes: outcomes as GroupOutcomes, openMinutes: 400, thirdFreeDays: 2 })),
  };
}

/** Kinds of offices, from those of one counter that hardly anybody visits to great ones; and those of which a figure would say most. */
export const KINDS: Readonly<Record<string, (draw: Draw) => CountOf>> = {
  tiny: (draw) => () => (draw() < 0.08 ? 1 + Math.floor(draw() * 3) : 0),
  "one counter": (draw) => () => Math.floor(draw() ** 4 * 25),
  usual: (draw) => () => Math.floor(draw() ** 3 * 90),
  great: (draw) => () => Math.floor(draw() ** 2 * 600),
  "one of each": () => (_, outcome) => (outcome === "walk-in-0" ? 1 : 0),
  "seven of each": () => (_, outcome) => (outcome === "appointment-0" || outcome === "walk-in-31" ? 7 : 0),
  "least beside most": (draw) => (_, outcome) => (outcome === "no-show" ? 1 : 8 * Math.round(draw())),
  "one group": (draw) => (group) => (group === "vehicles" ? Math.floor(draw() * 9) : 0),
};
