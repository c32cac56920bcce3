import type { OfficeAnswers, OnboardingStep } from "../../src/onboarding/contract.ts";

/** How an invented office is furnished. */
export interface OfficePlan {
  readonly code: string;
  readonly queues: readonly QueuePlan[];
  readonly exceptions: readonly ExceptionPlan[];
  /** Absent: nobody has said how one gets in */
  readonly entrance?: PlannedEntrance;
  readonly hasAppointments: boolean;
  /** The same people come again, of as many names as a town has; otherwise each visit is a stranger's, of few names */
  readonly hasRegulars: boolean;
  /** How far it is on its way into the platform; absent: nobody has begun */
  readonly onboarding?: PlannedOnboarding;
}

/** What is there and what not; null: nobody has said */
export interface PlannedEntrance {
  readonly stepFree: boolean | null;
  readonly lift: boolean | null;
  readonly wc: boolean | null;
  readonly parking: boolean | null;
  readonly notes: string | null;
}

export interface PlannedOnboarding {
  readonly steps: readonly OnboardingStep[];
  /** null: not submitted */
  readonly answers: OfficeAnswers | null;
}

export interface QueuePlan {
  readonly number: number;
  readonly slotMinutes: number;
  readonly isActive: boolean;
  /** Citizens book in it for themselves; absent: it is hidden from them */
  readonly isPublic?: boolean;
  readonly hours: readonly PlannedHours[];
}

/** Weekday from 1 Monday; times as "08:00". */
export interface PlannedHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

export interface ExceptionPlan {
  /** null: the whole office */
  readonly queue: number | null;
  readonly date: Temporal.PlainDate;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface PlannedStaff {
  readonly employeeId: number;
  readonly lastName: string;
  readonly firstName: string;
}

/** The same hours on several weekdays: "12345" is Monday to Friday. */
export function hours(weekdays: string, opens: string, closes: string): PlannedHours[] {
  return [...weekdays].map((weekday) => ({ weekday: Number(weekday), opens, closes }));
}
