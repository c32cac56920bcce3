import { isFixedHoliday } from "../../fixed-holidays.ts";

/** The next such day on or after this one, from an hour on at which it is most itself. */
interface Moment {
  readonly isDay: (day: Temporal.ZonedDateTime) => boolean;
  readonly time: string;
}

const MONDAY_TO_FRIDAY = 5;
const isHoliday = (day: Temporal.ZonedDateTime) => isFixedHoliday(day.toPlainDate());
const isWorkingDay = (day: Temporal.ZonedDateTime) => day.dayOfWeek <= MONDAY_TO_FRIDAY && !isHoliday(day);
const isNewYearsEve = ({ month, day }: Temporal.ZonedDateTime) => month === 12 && day === 31;

export const MOMENTS: Readonly<Record<string, Moment>> = {
  "a Sunday": { isDay: (day) => day.dayOfWeek === 7 && day.hoursInDay === 24, time: "11:00" },
  "a public holiday": {
    isDay: (day) => day.dayOfWeek <= MONDAY_TO_FRIDAY && isHoliday(day),
    time: "11:00",
  },
  "the last hour of a day": { isDay: isWorkingDay, time: "23:20" },
  midnight: { isDay: isWorkingDay, time: "00:00" },
  // The new year, which is a holiday, begins before all is run.
  "the last minutes of a year": { isDay: isNewYearsEve, time: "23:40" },
  // In UTC it is still the day before.
  "the night of the hour that is missing": { isDay: (day) => day.hoursInDay < 24, time: "00:30" },
  "the night of the hour that comes twice": { isDay: (day) => day.hoursInDay > 24, time: "00:30" },
};

/** Of a day that is ahead: before it begins, whatever the clock says now. */
export function nextMoment(name: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const moment = MOMENTS[name];
  if (!moment) throw new Error(`There is no moment: ${name}`);
  let day = now.startOfDay().add({ days: 1 });
  while (!moment.isDay(day)) day = day.add({ days: 1 });
  return day.withPlainTime(moment.time);
}
