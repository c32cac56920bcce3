import { minuteOf } from "../../../kit/dates.ts";
import type { Day } from "../../contract.ts";
import { isCounted, isOver } from "../../statuses.ts";

/** How many visits are over by the clock, of which nothing is noted. Pure. */
export const openVisits = ({ date, now, appointments }: Day): number =>
  appointments.filter(
    ({ status, time, minutes }) =>
      isCounted(status) && !isOver(status) && (date < now.date || minuteOf(time) + minutes <= minuteOf(now.time)),
  ).length;

/** While nothing is left open today, nothing leads to the list of the paper but the banner after an outage. */
export const mayCatchUp = (day: Day): boolean =>
  day.date < day.now.date || (day.date === day.now.date && openVisits(day) > 0);
