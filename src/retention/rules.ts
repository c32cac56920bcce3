import type { FieldError } from "../platform/refusal.ts";

/** How long it is kept who an appointment was for. Pure, browser-safe. */

/** Days after that of the visit, within which the ministry chooses */
export const RETENTION_DAYS = { min: 7, max: 365 } as const;

/**
 * How many days more than today an appointment of that date keeps its names: 0 on the last one, less when they are due.
 * A cancelled one counts by the date on which it stood.
 */
export function retentionDaysLeft(date: string, days: number, today: string): number {
  const last = Temporal.PlainDate.from(date).add({ days });
  return Temporal.PlainDate.from(today).until(last, { largestUnit: "day" }).days;
}

/** Of what is earlier than this date nothing is kept any more. */
export const dueBefore = (today: Temporal.PlainDate, days: number): Temporal.PlainDate => today.subtract({ days });

export function retentionErrors({ days }: { readonly days: number }): FieldError[] {
  const { min, max } = RETENTION_DAYS;
  const isWithin = Number.isInteger(days) && min <= days && days <= max;
  return isWithin ? [] : [{ field: "days", code: "number-out-of-range", values: { min, max } }];
}
