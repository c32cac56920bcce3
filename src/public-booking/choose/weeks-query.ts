import { z } from "zod";
import { calendarDate } from "../../platform/date-schemas.ts";
import { whenField } from "./when.ts";

/** «?on=2026-12-08»: the weeks with that day; anything else asks for those that come first. `when`: times that are shown. */
export const weekWindowQuery = z.looseObject({
  on: calendarDate
    .transform((text) => Temporal.PlainDate.from(text))
    .nullish()
    .catch(null)
    .transform((date) => date ?? null),
  when: whenField,
});
