const SATURDAY = 6;

/**
 * The so many-th working day after a day: of 1, the first may be tomorrow; of 0, that day itself. Pure.
 * @param holidays on which nobody works, as ISO text
 */
export function workingDayAfter(
  date: Temporal.PlainDate,
  count: number,
  holidays: ReadonlySet<string>,
): Temporal.PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < SATURDAY && !holidays.has(day.toString())) left -= 1;
  }
  return day;
}
