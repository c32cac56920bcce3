/** An office as it begins. */
export interface OfficePlan {
  readonly name: string;
  readonly queues: number;
  readonly slotMinutes: number;
  /** On each of these weekdays, in minutes since midnight */
  readonly hours: readonly {
    readonly weekdays: readonly number[];
    readonly parts: readonly (readonly [number, number])[];
  }[];
  /** Of these queues somebody stands at the counter; without it of all */
  readonly counters?: readonly number[];
  readonly hasDisplay?: boolean;
  readonly leadMinutes?: number;
  /** Citizens book there as well */
  readonly isOnline?: boolean;
  readonly region?: string;
  /** Each step is pressed when it happens */
  readonly care?: Care;
  /** How many telephone and how many come without an appointment, on a day */
  readonly calls: number;
  readonly comers: number;
  /** Appointments are made for so many days ahead at most */
  readonly horizonDays: number;
}

/** How it goes in an office where nobody is forgotten. */
export interface Care {
  /** Of all who have an appointment, so many don't come */
  readonly noShows: number;
  /** Of all who wait, so many wait long */
  readonly slow: number;
  /** Of all who are served, so many are never said to have ended */
  readonly forgets?: number;
  /** Numbers are taken at a screen, and seen on phones */
  readonly hasScreen?: boolean;
  /** They are served, and of nobody it is noted when */
  readonly isSilent?: boolean;
}

const WORKDAYS = [1, 2, 3, 4, 5];
const usual = (opens: number, closes: number) => [{ weekdays: WORKDAYS, parts: [[opens, closes] as const] }];
const plan = (name: string, queues: number, more: Partial<OfficePlan> = {}): OfficePlan => ({
  name,
  queues,
  slotMinutes: 15,
  hours: usual(480, 840),
  calls: 8,
  comers: 5,
  horizonDays: 20,
  ...more,
});

const SIX_DAYS = [{ weekdays: [1, 2, 3, 4, 5, 6], parts: [[480, 840] as const] }];

/** Small, and each visit of it recorded whole. */
const like = (name: string, queues: number, care: Care, more: Partial<OfficePlan> = {}): OfficePlan =>
  plan(name, queues, { care, hours: SIX_DAYS, calls: 1, comers: 1, horizonDays: 3, ...more });

export const PLANS: readonly OfficePlan[] = [
  plan("four queues", 4, { region: "Κρήτης", slotMinutes: 10, isOnline: true, calls: 12, comers: 7 }),
  plan("every day of the week", 2, {
    region: "Κρήτης",
    hours: [
      {
        weekdays: [1, 2, 3, 4, 5, 6],
        parts: [
          [480, 780],
          [1020, 1140],
        ],
      },
      { weekdays: [7], parts: [[540, 780]] },
    ],
  }),
  plan("one counter", 1, { calls: 5, comers: 3 }),
  plan("a screen that calls", 3, { hasDisplay: true, calls: 9, comers: 7 }),
  plan("three queues at two counters", 3, { counters: [1, 2] }),
  plan("a queue that ends", 3, { region: "Ηπείρου", isOnline: true }),
  plan("a queue for some dates", 3),
  plan("full, and two days ahead", 1, {
    region: "Ηπείρου",
    hours: usual(540, 630),
    leadMinutes: 2_880,
    calls: 9,
    comers: 2,
    horizonDays: 9,
  }),
  plan("closed in the end", 2, { slotMinutes: 20 }),
  like("told how long", 1, { noShows: 0.1, slow: 0.1, hasScreen: true }, { comers: 6, region: "Αττικής" }),
  ...[0.05, 0.1, 0.1, 0.15, 0.15, 0.2, 0.1, 0.15, 0.1].map((slow, index) =>
    like(
      `like others ${index}`,
      1,
      { noShows: 0.1, slow, forgets: index === 3 ? 0.1 : 0 },
      { region: ["Αττικής", "Κρήτης"][index % 2] },
    ),
  ),
  like("slow", 1, { noShows: 0, slow: 1 }, { calls: 2, region: "Ηπείρου" }),
  like("three at once", 3, { noShows: 0.3, slow: 0.2, forgets: 0.25 }, { comers: 2 }),
  like("nobody presses", 1, { noShows: 0, slow: 0, isSilent: true }, { comers: 0 }),
  like("two places a day", 1, { noShows: 0.1, slow: 0.1 }, { hours: usual(540, 570), comers: 0 }),
  plan("not there yet", 1, { calls: 0, comers: 0, counters: [] }),
];
