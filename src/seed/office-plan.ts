/** How an invented office is furnished. */
export interface OfficePlan {
  readonly code: string;
  readonly queues: readonly QueuePlan[];
  readonly exceptions: readonly ExceptionPlan[];
  readonly hasAppointments: boolean;
}

export interface QueuePlan {
  readonly number: number;
  readonly slotMinutes: number;
  readonly isActive: boolean;
  readonly hours: readonly Hours[];
}

/** Weekday from 1 Monday; times as "08:00". */
export interface Hours {
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

export interface Staff {
  readonly employeeId: number;
  readonly lastName: string;
  readonly firstName: string;
}

/** The same hours on several weekdays: "12345" is Monday to Friday. */
export function hours(weekdays: string, opens: string, closes: string): Hours[] {
  return [...weekdays].map((weekday) => ({ weekday: Number(weekday), opens, closes }));
}

/** The day itself, or the next from Monday to Friday, after so many more working days. */
export function workday(date: Temporal.PlainDate, later = 0): Temporal.PlainDate {
  const day = date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }) : date;
  return later === 0 ? day : workday(day.add({ days: 1 }), later - 1);
}
