/** Closed every year on the same date; the others are Mondays, a Friday, a Saturday and a Sunday around Easter. */
const HOLIDAYS: readonly string[] = ["01-01", "01-06", "03-25", "05-01", "08-15", "10-28", "12-25", "12-26"];
/** Closed from noon on */
const EVES: readonly string[] = ["12-24", "12-31"];

const monthDay = (date: Temporal.PlainDate): string => date.toString().slice(5);

export const isFixedHoliday = (date: Temporal.PlainDate): boolean => HOLIDAYS.includes(monthDay(date));
export const isFixedEve = (date: Temporal.PlainDate): boolean => EVES.includes(monthDay(date));

/** The first Tuesday from this day on that is no holiday, nor its eve: what needs queues may look at it whatever day it runs. */
export function workingTuesday(from: Temporal.PlainDate): Temporal.PlainDate {
  let tuesday = from.add({ days: (9 - from.dayOfWeek) % 7 });
  while (isFixedHoliday(tuesday) || isFixedEve(tuesday)) tuesday = tuesday.add({ weeks: 1 });
  return tuesday;
}
