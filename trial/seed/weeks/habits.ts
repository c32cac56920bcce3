import { type Random, randomOf } from "../random.ts";

/** How an invented office works, week after week. */
export interface Habits {
  /** Share of the visits that are recorded while they happen; of the others all is pressed at their end */
  readonly recorded: number;
  /** How much longer its services take than by the catalogue */
  readonly pace: number;
  /** How many times as often as usual people do not come */
  readonly missed: number;
  /** The share of its hours that is asked for */
  readonly fill: number;
  /** About so many days ahead whoever telephones finds a place */
  readonly access: number;
}

/** Of the four offices: a large one that is busy, a middle one, and a small one that records too little. */
const OF_FOUR: Readonly<Record<string, Habits>> = {
  "9901": { recorded: 0.94, pace: 1.24, missed: 1, fill: 0.92, access: 3 },
  "9902": { recorded: 0.9, pace: 1.1, missed: 0.8, fill: 0.78, access: 2 },
  "9903": { recorded: 0.62, pace: 1.05, missed: 1.2, fill: 0.6, access: 1 },
};

export const habitsOf = (code: string, seed: number): Habits => OF_FOUR[code] ?? drawn(randomOf(seed, "habits", code));

/** Of eleven offices eight record, two record too little, and one records nothing while it happens; a few are out of the usual. */
function drawn(random: Random): Habits {
  const recorded = random.weighted([
    [0.88 + random.share() * 0.1, 8],
    [0.5 + random.share() * 0.25, 2],
    [0, 1],
  ]);
  const pace = random.weighted([
    [1.12 + random.share() * 0.03, 9],
    [1.4, 1],
    [0.85, 1],
  ]);
  const missed = random.weighted([
    [0.95 + random.share() * 0.1, 9],
    [1.9, 1],
  ]);
  return { recorded, pace, missed, fill: 0.8 + random.share() * 0.03, access: random.whole(1, 6) };
}
