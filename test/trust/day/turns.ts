/** What becomes of a visit, act by act. Pure. */

export type DayAct =
  | "arrival"
  | "call"
  | "service-start"
  | "completion"
  | "no-show"
  | "departure"
  | "undo"
  | "cancel"
  | "move";

export interface Deed {
  /** Minute of the day from which on it is due */
  readonly at: number;
  readonly act: DayAct;
}

type Story = readonly (readonly [minutes: number, act: DayAct])[];

/** Minutes from the time that was booked */
const STORIES = {
  early: [
    [-15, "arrival"],
    [-1, "call"],
    [0, "service-start"],
    [8, "completion"],
  ],
  late: [
    [12, "arrival"],
    [13, "service-start"],
    [18, "completion"],
  ],
  missed: [[15, "no-show"]],
  cancelled: [[-60, "cancel"]],
  moved: [[-90, "move"]],
  corrected: [
    [-3, "arrival"],
    [0, "service-start"],
    [6, "completion"],
    [7, "undo"],
    [9, "completion"],
  ],
  "came after all": [
    [12, "no-show"],
    [14, "undo"],
    [15, "arrival"],
    [16, "service-start"],
    [22, "completion"],
  ],
  usual: [
    [-3, "arrival"],
    [0, "service-start"],
    [8, "completion"],
  ],
  "walked in": [
    [1, "service-start"],
    [9, "completion"],
  ],
  "gave up": [[20, "departure"]],
} as const satisfies Readonly<Record<string, Story>>;

export type Turn = keyof typeof STORIES;

/** In the order in which visits that were booked before take them */
export const TURNS: readonly Turn[] = [
  "early",
  "late",
  "missed",
  "cancelled",
  "moved",
  "corrected",
  "came after all",
  "usual",
];

/** @param time minute of the day at which the visit is, or the person came */
export const deedsOf = (turn: Turn, time: number): Deed[] =>
  STORIES[turn].map(([minutes, act]) => ({ at: time + minutes, act }));
