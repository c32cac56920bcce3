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

/** The month's counts, each person on one of its days. @param length of its days in the month */
export function officeMonth(code: string, countOf: CountOf, draw: Draw, length = DAYS): OfficeMonth {
  const days = Array.from({ length }, () => ({}) as Record<string, Record<string, number>>);
  for (const group of OUTCOME_GROUPS)
    for (const outcome of OUTCOMES)
      for (let person = countOf(group, outcome); person > 0; person--) {
        const day = days[Math.floor(draw() * length)] as Record<string, Record<string, number>>;
        const counts = day[group] ?? {};
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        day[group] = counts;
      }
  return {
    office: { code, name: `ΚΕΠ ${code}`, municipality: "Δήμος", regionalUnit: null, region: null },
    days: days.map((outcomes) => ({ outcomes: outcomes as GroupOutcomes, openMinutes: 400, thirdFreeDays: 2 })),
  };
}

/** As many people as there are days, each with another outcome. */
function oneVisitADay(draw: Draw): CountOf {
  const counts = new Map<string, number>();
  const timed = OUTCOMES.filter((outcome) => /-\d+$/.test(outcome));
  for (let day = 0; day < DAYS; day++) {
    const group = OUTCOME_GROUPS[Math.floor(draw() * OUTCOME_GROUPS.length)];
    const cell = `${group} ${timed[Math.floor(draw() * timed.length)]}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return (group, outcome) => counts.get(`${group} ${outcome}`) ?? 0;
}

/** How many of its days an office of a kind is there in its month. */
export const daysOfKind = (kind: string): number => (kind === "opened within the month" ? 4 : DAYS);

/** Kinds of offices, from those of one counter that hardly anybody visits to great ones; and those of which a figure would say most. */
export const KINDS: Readonly<Record<string, (draw: Draw) => CountOf>> = {
  tiny: (draw) => () => (draw() < 0.08 ? 1 + Math.floor(draw() * 3) : 0),
  "one counter": (draw) => () => Math.floor(draw() ** 4 * 25),
  usual: (draw) => () => Math.floor(draw() ** 3 * 90),
  great: (draw) => () => Math.floor(draw() ** 2 * 600),
  "one of each": () => (_, outcome) => (outcome === "walk-in-0" ? 1 : 0),
  "seven of each": () => (_, outcome) => (outcome === "appointment-0" || outcome === "walk-in-31" ? 7 : 0),
  "least beside most": (draw) => (_, outcome) => (outcome === "no-show" ? 1 : 8 * Math.round(draw())),
  "one visit a day": oneVisitADay,
  "opened within the month": (draw) => () => (draw() < 0.2 ? 1 + Math.floor(draw() * 4) : 0),
  // Since the middle of the month its services are another group's.
  "group changed": (draw) => (group, outcome) =>
    (group === "vehicles" || group === "certificates") && outcome.startsWith("walk-in")
      ? 1 + Math.floor(draw() * 9)
      : 0,
  "ones and noughts": (draw) => (_, outcome) => (/^(walk-in|appointment)-\d/.test(outcome) && draw() < 0.9 ? 1 : 0),
  "one group": (draw) => (group) => (group === "vehicles" ? Math.floor(draw() * 9) : 0),
};
