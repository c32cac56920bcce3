import { expect, test } from "vitest";
import { funnelOf, sideOf } from "../../../src/measures/national/funnel.ts";
import { trendOf } from "../../../src/measures/national/trend.ts";
import { type Random, randomOf } from "../../../trial/seed/random.ts";
import { boundsOf, outOf } from "./funnel.ts";
import type { Share } from "./office-sums.ts";
import { digits } from "./page.ts";
import { trendOver } from "./trend.ts";

/** What days of a test are too few for: many offices, and weeks of half a year, at random. */

const aShare = (random: Random, most: number, chance: number): Share => {
  const of = random.chance(0.05) ? 0 : random.whole(1, most);
  return { of, count: Array.from({ length: of }, () => random.chance(chance)).filter(Boolean).length };
};
const { ORACLE_SEED = "1" } = process.env;

test.each([0, 1, 2, 3])("offices are out of bounds where whole numbers say so: %i", (index) => {
  const random = randomOf("bounds", ORACLE_SEED, index);
  let outside = 0;
  for (let group = 0; group < 60; group++) {
    const [usual, apart] = [random.share(), index * 0.04];
    const near = () => Math.min(1, Math.max(0, usual + apart * (random.share() - 0.5)));
    const chanceOf = () => (random.chance(0.06) ? random.share() : near());
    const shares = Array.from({ length: random.whole(1, 40) }, () =>
      aShare(random, random.pick([8, 60, 250]), chanceOf()),
    );
    const [bounds, funnel] = [boundsOf(shares), funnelOf(shares)];
    expect([bounds.centre, digits(bounds.spread)]).toEqual([funnel.centre, digits(funnel.spread)]);
    const sides = shares.map((share) => outOf(share, bounds));
    expect(shares.map((share) => sideOf(share, funnel))).toEqual(sides);
    outside += sides.filter((side) => side !== null).length;
  }
  expect(outside, "some are").toBeGreaterThan(0);
});

test("weeks have the levels and the bounds that one finds by going through them", () => {
  const random = randomOf("weeks", ORACLE_SEED);
  let levels = 0;
  for (let trend = 0; trend < 300; trend++) {
    const [before, after, turn] = [random.share(), random.share(), random.whole(0, 26)];
    const weeks = Array.from({ length: 26 }, (_, week) => aShare(random, 400, week < turn ? before : after));
    const [reckoned, told] = [trendOver(weeks), trendOf(weeks)];
    expect(told.levels.map(({ from, to, centre }) => ({ from, to, centre }))).toEqual(reckoned.levels);
    expect(told.weeks.map(({ low, high, side }) => [digits(low), digits(high), side])).toEqual(
      reckoned.bounds.map(({ low, high, side }) => [digits(low), digits(high), side]),
    );
    levels += reckoned.levels.length;
  }
  expect(levels).toBeGreaterThan(300);
});
