import { visitorOf } from "../../appointments/statuses.ts";
import { SERVICE_GROUPS } from "../../catalogue/service-groups.ts";
import { waitMinutes } from "../measures.ts";
import type { MeasuredVisit } from "../visit.ts";

/** What became of each visit of a day, by the group of its service. Every visit has one outcome, so that they add up. Pure. */

/** Of several services, or of one that has no group, or nobody noted which: stated as such, and never guessed. */
export const WITHOUT_GROUP = "none";
export const OUTCOME_GROUPS = [...SERVICE_GROUPS, WITHOUT_GROUP] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** Whole minutes of waiting, from the first on; up to ten an appointment is on time */
const WAIT_BANDS = [61, 31, 11, 0] as const;

export const OUTCOMES = [
  /** Came by their time and waited so long at least, and not as long as the next */
  "appointment-0",
  "appointment-11",
  "appointment-31",
  "appointment-61",
  "walk-in-0",
  "walk-in-11",
  "walk-in-31",
  "walk-in-61",
  /** Came after their time and were served; what they waited is not held against anybody */
  "late-appointment",
  /** Came; when they began is not recorded, or was noted on paper or on a later day */
  "appointment-untimed",
  "walk-in-untimed",
  "left-appointment",
  "left-late-appointment",
  "left-walk-in",
  "turned-away",
  "no-show",
  /** The day is over, and nobody noted whether they came */
  "unresolved",
] as const;
export type VisitOutcome = (typeof OUTCOMES)[number];

/** How many people had which; what nobody had is left out. */
export type OutcomeCounts = Readonly<Partial<Record<VisitOutcome, number>>>;
export type GroupOutcomes = Readonly<Partial<Record<OutcomeGroup, OutcomeCounts>>>;

export function outcomesOf(visits: readonly MeasuredVisit[]): GroupOutcomes {
  const groups: Partial<Record<OutcomeGroup, Partial<Record<VisitOutcome, number>>>> = {};
  for (const visit of visits) {
    const outcome = outcomeOf(visit);
    if (!outcome) continue;
    const group = visit.group ?? WITHOUT_GROUP;
    const counts = groups[group] ?? {};
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    groups[group] = counts;
  }
  return groups;
}

function outcomeOf(visit: MeasuredVisit): VisitOutcome | null {
  const { arrived, started, left, missed, turnedAway, hasTimes } = visit;
  if (turnedAway) return "turned-away";
  if (arrived && left && !started) return `left-${visit.class}`;
  if (arrived) return !hasTimes || !started ? untimed(visit) : timed(visit);
  if (missed) return "no-show";
  return visitorOf(visit.status) === "awaited" ? "unresolved" : null;
}

const untimed = (visit: MeasuredVisit): VisitOutcome =>
  visit.class === "walk-in" ? "walk-in-untimed" : "appointment-untimed";

function timed(visit: MeasuredVisit): VisitOutcome {
  if (visit.class === "late-appointment") return "late-appointment";
  const waited = waitMinutes(visit) ?? 0;
  return `${visit.class}-${WAIT_BANDS.find((from) => waited >= from) ?? 0}`;
}
