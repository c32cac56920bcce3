import type { LocalDay } from "../../../src/platform/time.ts";
import type { PlannedVisit } from "../fill-day.ts";
import type { Random } from "../random.ts";
import { act, type Story, type StoryAct, storyOf, taken } from "../story.ts";
import { workdayBefore } from "../workdays.ts";
import type { Habits } from "./habits.ts";

/** What happened to the visits of an office on a day that is over: they wait for each other. Pure; epoch minutes. */

export interface VisitStory {
  readonly visit: PlannedVisit;
  readonly story: Story;
}

interface PastDay {
  readonly day: LocalDay;
  readonly habits: Habits;
  /** Of a service by the catalogue */
  readonly minutesOf: (service: string) => number;
  readonly random: Random;
}

export function pastVisits(visits: readonly PlannedVisit[], past: PastDay): VisitStory[] {
  const queues = Map.groupBy(visits, ({ queue }) => queue);
  return [...queues.values()].flatMap((those) => ofCounter(those, past));
}

/** One after another, each when the counter is free. */
function ofCounter(visits: readonly PlannedVisit[], past: PastDay): VisitStory[] {
  let freeFrom = 0;
  return visits.map((visit) => {
    if (visit.isCancelled) return { visit, story: storyOf(visit, past.day.to, past.random) };
    const { story, until } = storyAt(visit, freeFrom, past);
    freeFrom = Math.max(freeFrom, until);
    return { visit, story };
  });
}

interface StoryAtCounter {
  readonly story: Story;
  /** When the counter is free again */
  readonly until: number;
}

function storyAt(visit: PlannedVisit, freeFrom: number, past: PastDay): StoryAtCounter {
  const { day, random } = past;
  const coming = comingOf(visit, past);
  const { channel, booked, arrival } = coming;
  const story = (acts: readonly StoryAct[]): Story => ({
    channel,
    status: "served",
    cancellationReason: null,
    acts: [act("booked", booked), ...acts],
  });
  if (arrival === null) {
    const missed = taken("no-show", "booked", Math.min(day.to - 1, visit.from + random.whole(10, 20)));
    return { story: { ...story([missed]), status: "no-show" }, until: 0 };
  }
  const start = Math.max(arrival + 1, freeFrom, visit.from - EARLY_START);
  const since = Math.max(arrival, channel === "in-person" ? 0 : visit.from);
  const here = arrived(coming);
  if (start - since > PATIENCE && random.chance(LEAVES)) {
    const left = taken("departure", "arrived", since + random.whole(20, PATIENCE));
    return { story: { ...story([here, left]), status: "left" }, until: 0 };
  }
  const end = Math.min(day.to - 1, start + lengthOf(visit, past));
  const begun = random.chance(past.habits.recorded) ? start : end;
  const served = [taken("service-start", "arrived", begun), taken("completion", "in-service", end)];
  return { story: story([here, ...served]), until: end + random.whole(0, 2) };
}

/** Minutes: nobody is called sooner before their time */
const EARLY_START = 4;
/** Minutes, and how many of those who have waited longer go away */
const PATIENCE = 35;
const LEAVES = 0.25;

interface Coming {
  readonly channel: Story["channel"];
  readonly booked: number;
  /** null: they did not come */
  readonly arrival: number | null;
}

/** Who comes without an appointment takes a place that is about to begin; all others come or do not, the sooner booked the rather. */
function comingOf({ from }: PlannedVisit, { habits, random }: PastDay): Coming {
  const channel = random.weighted([
    ["phone", 58],
    ["email", 14],
    ["in-person", 28],
  ] as const);
  if (channel === "in-person") {
    const arrival = from - random.whole(1, 14);
    return { channel, booked: arrival, arrival };
  }
  const days = random.weighted(LEADS);
  const given = workdayBefore(from, days).at(random.whole(485, 885));
  const booked = given < from - 60 ? given : workdayBefore(from, 1).at(random.whole(485, 885));
  const ahead = (from - booked) / MINUTES_OF_DAY;
  const missed = MISSED.find(({ within }) => ahead <= within)?.share ?? MISSED_LATEST;
  if (random.chance(missed * habits.missed)) return { channel, booked, arrival: null };
  const arrival = random.chance(0.07) ? from + random.whole(1, 15) : from - random.whole(0, 20);
  return { channel, booked, arrival };
}

const MINUTES_OF_DAY = 1_440;

/** Working days ahead, with their weights */
const LEADS: readonly (readonly [number, number])[] = [
  [0, 8],
  [1, 18],
  [2, 16],
  [3, 16],
  [5, 18],
  [8, 14],
  [12, 7],
  [15, 5],
];

/** Of those who booked so many days ahead at most */
const MISSED = [
  { within: 1, share: 0.04 },
  { within: 3, share: 0.08 },
  { within: 8, share: 0.12 },
  { within: 15, share: 0.18 },
] as const;
const MISSED_LATEST = 0.26;

const arrived = ({ arrival, booked }: Coming): StoryAct => taken("arrival", "booked", Math.max(booked, arrival ?? 0));

/** Some services take longer than the catalogue says, and some people. */
function lengthOf({ service }: PlannedVisit, { minutesOf, habits, random }: PastDay): number {
  const spread = 0.4 + 0.6 * (random.share() + random.share());
  return Math.max(1, Math.round(minutesOf(service) * (PACE[service] ?? 1) * habits.pace * spread));
}

const PACE: Readonly<Record<string, number>> = {
  "signature-certification": 1.25,
  "copy-certification": 0.75,
  "tax-account-codes": 1.25,
  "minimum-income": 1.3,
  "vehicle-transfer": 1.1,
};
