/** Weeks that are over: one that still runs looks worse or better than it will be. From a Monday to a Sunday, both included. */
export interface ClosedWeeks {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** @param today in Athens */
export function closedWeeks(today: Temporal.PlainDate, weeks: number): ClosedWeeks {
  const to = today.subtract({ days: today.dayOfWeek });
  return { from: to.subtract({ days: weeks * 7 - 1 }), to };
}
