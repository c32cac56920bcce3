import type { CellPlaces, DayPart, DrawRecord, DrawWish, IdentityKind } from "../../src/draws/rule/draw-record.ts";
import { type Random, randomOf } from "../../trial/seed/random.ts";

/** A draw as one expects it, where test/random-draws.ts makes those of which nobody would think. All shares are assumptions. */

export interface DrawSize {
  readonly wishes: number;
  readonly offices: number;
  /** Of each of five days */
  readonly parts: 2 | 3;
}

type ExpectedDraw = Pick<DrawRecord, "wishes" | "order" | "places" | "bounds">;

const DATES = ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"] as const;
const WISHES_FOR_A_PLACE = 3.2;
const LONGEST_RUN = 6;
const KINDS: readonly (readonly [IdentityKind, number])[] = [
  ["taxisnet", 78],
  ["email", 16],
  ["phone", 6],
];
const UNITS = [
  [1, 84],
  [2, 12],
  [3, 3],
  [4, 1],
] as const;
const WISHED_OFFICES = [
  [1, 45],
  [2, 30],
  [3, 15],
  [4, 10],
] as const;
const WISHED_DAY_PARTS = [
  [1, 15],
  [2, 25],
  [3, 25],
  [4, 15],
  [6, 12],
  [10, 8],
] as const;

/** The same seed makes the same draw. */
export function expectedDraw({ wishes: count, offices: many, parts }: DrawSize, seed: number): ExpectedDraw {
  const random = randomOf("expected draw", count, many, parts, seed);
  const offices = Array.from({ length: many }, (_, nth) => ({
    code: String(9_901 + nth),
    // The second has little more than half of the first's people, the tenth a fifth.
    people: (nth + 1) ** -0.7,
    at: [random.share(), random.share()] as const,
  }));
  const dayParts = DATES.flatMap((date, day) =>
    // Mornings are wished for most, and so are the week's ends.
    Array.from(
      { length: parts },
      (_, part) => [[date, part] as const, (day % 4 === 0 ? 1.2 : 1) / (part + 1)] as const,
    ),
  );
  const wishes = Array.from({ length: count }, (_, nth) => wishOf(String(10_000 + nth), { offices, dayParts }, random));
  return {
    wishes,
    order: shuffled(wishes, random).map(({ number }) => number),
    places: placesOf(Math.max(1, Math.round(count / WISHES_FOR_A_PLACE)), { offices, dayParts }, random),
    bounds: bounds(count),
  };
}

interface Region {
  readonly offices: readonly {
    readonly code: string;
    readonly people: number;
    readonly at: readonly [number, number];
  }[];
  readonly dayParts: readonly (readonly [DayPart, number])[];
}

/** Each lives near one office, which is nearly always the best of theirs, and goes to others the less the farther they are. */
function wishOf(number: string, { offices, dayParts }: Region, random: Random): DrawWish {
  const home = random.weighted(offices.map((office) => [office, office.people]));
  const far = offices.map((office) => ({
    office,
    distance:
      office === home ? 0 : Math.hypot(office.at[0] - home.at[0], office.at[1] - home.at[1]) + random.share() / 4,
  }));
  const near = far.sort((a, b) => a.distance - b.distance).map(({ office }) => office.code);
  if (near.length > 1 && random.chance(0.1)) near.push(...near.splice(0, 1));
  return {
    number,
    kind: random.weighted(KINDS),
    units: random.weighted(UNITS),
    dayParts: some(dayParts, random.weighted(WISHED_DAY_PARTS), random),
    offices: near.slice(0, random.weighted(WISHED_OFFICES)),
    first: random.chance(0.6) ? "day" : "office",
    others: random.chance(0.6),
    salt: "0".repeat(32),
  };
}

function placesOf(count: number, { offices, dayParts }: Region, random: Random): CellPlaces[] {
  const cells = offices.flatMap(({ code, people }) =>
    dayParts.map(([[date, part]]) => ({ cell: { office: code, date, part }, people, places: 0 })),
  );
  const weights = cells.map((cell) => [cell, cell.people] as const);
  for (let nth = 0; nth < count; nth++) random.weighted(weights).places++;
  return cells.map(({ cell, places }) => ({ ...cell, runs: runsOf(places) }));
}

const runsOf = (places: number): number[] =>
  Array.from({ length: Math.ceil(places / LONGEST_RUN) }, (_, run) =>
    Math.min(LONGEST_RUN, places - run * LONGEST_RUN),
  );

const bounds = (wishes: number): DrawRecord["bounds"] => {
  const tenth = Math.ceil(wishes / WISHES_FOR_A_PLACE / 10);
  return { email: tenth, phone: tenth };
};

/** By their weights, the first that was picked first. */
function some<T>(all: readonly (readonly [T, number])[], most: number, random: Random): T[] {
  const left = all.map((entry) => ({ entry }));
  return Array.from({ length: Math.min(most, all.length) }, () => {
    const picked = random.weighted(left.map((one) => [one, one.entry[1]]));
    left.splice(left.indexOf(picked), 1);
    return picked.entry[0];
  });
}

const shuffled = <T>(all: readonly T[], random: Random): T[] =>
  all
    .map((one) => ({ one, lot: random.share() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ one }) => one);
