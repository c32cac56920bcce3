import { z } from "zod";
import { calendarDate } from "../../platform/date-schemas.ts";

/** «?on=2026-12-08»: the weeks with that day; anything else asks for those that come first. */
export const shownWeeksQuery = z.looseObject({
  on: calendarDate
    .transform((text) => Temporal.PlainDate.from(text))
    .nullish()
    .catch(null)
    .transform((date) => date ?? null),
});
