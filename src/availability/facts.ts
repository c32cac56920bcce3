import type { Interval } from "../platform/time.ts";

/** All that decides which times an office offers on the days asked for. Intervals are half-open, in epoch minutes. */
export interface Facts {
  readonly queues: readonly QueueFacts[];
  /** Dates on which a queue is active or not, whatever else it is */
  readonly activity: readonly Activity[];
  readonly hours: readonly WeeklyHours[];
  /** Exceptions that close, national closures and holidays: of one queue, or (null) of all */
  readonly closed: readonly Closed[];
  /** Extra hours, earlier ones before later ones: of one queue, or (null) of all */
  readonly extra: readonly Extra[];
  /** Live appointments */
  readonly taken: readonly OfQueue[];
}

export interface QueueFacts {
  readonly number: number;
  readonly active: boolean;
  /** Whether citizens may book in it */
  readonly public: boolean;
  readonly slotMinutes: number;
}

export interface Activity {
  readonly queue: number;
  /** First and last day, ISO text, both included */
  readonly from: string;
  readonly to: string;
  readonly active: boolean;
}

export interface WeeklyHours {
  readonly queue: number;
  /** ISO: 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** Minutes since local midnight */
  readonly opens: number;
  readonly closes: number;
  /** First and last day of validity, ISO text, both included; null: unbounded */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface OfQueue extends Interval {
  readonly queue: number;
}

export interface Extra extends Interval {
  readonly queue: number | null;
}

export interface Closed extends Interval, Reason {
  readonly queue: number | null;
  readonly kind: "exception" | "closure" | "holiday";
  /** The day on which it was decided; null: a holiday that always was */
  readonly decided?: string | null;
  /** The head's own, by its id */
  readonly exception?: string | null;
  /** For whom the ministry decided; null: for the whole country */
  readonly region?: string | null;
}

/** In the words of whoever closed it; holidays have an English name as well. */
export interface Reason {
  readonly reason: string;
  readonly reasonEn?: string | null;
}

/** The names of a holiday that is among these facts. Pure. */
export function holidayOf({ closed }: Facts): { holiday: string | null; holidayEn: string | null } {
  const holiday = closed.find(({ kind }) => kind === "holiday");
  return { holiday: holiday?.reason ?? null, holidayEn: holiday?.reasonEn ?? null };
}
