import { OUTCOMES, type VisitOutcome } from "../outcomes/outcomes.ts";

/** What is published of an office's month, and of which outcomes each figure is the sum. Browser-safe, pure. */

const came = (outcome: VisitOutcome): boolean => !/^(left|turned-away|no-show|unresolved)/.test(outcome);
const byTheirTime = (outcome: VisitOutcome): boolean => /^(left-)?appointment-?\d*$/.test(outcome);
const withAppointment = (outcome: VisitOutcome): boolean =>
  /^(appointment|left-(late-)?appointment|late|no-show)/.test(outcome);

export const STATISTICS = {
  visits: OUTCOMES.filter(came),
  onTime: ["appointment-0"],
  onTimeOf: OUTCOMES.filter(byTheirTime),
  appointmentWait11to30: ["appointment-11"],
  appointmentWait31to60: ["appointment-31"],
  appointmentWaitOver60: ["appointment-61"],
  walkInWait0to10: ["walk-in-0"],
  walkInWait11to30: ["walk-in-11"],
  walkInWait31to60: ["walk-in-31"],
  walkInWaitOver60: ["walk-in-61"],
  noShows: ["no-show"],
  noShowsOf: OUTCOMES.filter(withAppointment),
  unserved: OUTCOMES.filter((outcome) => /^(left|turned-away)/.test(outcome)),
  unresolved: ["unresolved"],
} as const satisfies Readonly<Record<string, readonly VisitOutcome[]>>;

export type Statistic = keyof typeof STATISTICS;
export const STATISTIC_NAMES = Object.keys(STATISTICS) as readonly Statistic[];

/** Of visits, those of which the waiting is known. */
export const TIMED: readonly VisitOutcome[] = STATISTICS.visits.filter((outcome) => !outcome.endsWith("untimed"));
