import type { AdministeredOffice } from "../identity/office-access.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf, minuteOfDay } from "../platform/time.ts";
import type { HoursRequest } from "./contract.ts";
import { asSeen } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { hoursErrors } from "./rules.ts";
import { replaceHours } from "./sql.ts";

/** When the queue serves, by weekday, from a day on or for a season that ends by itself; it may be a part of the opening hours. */
export const hoursChange = (
  office: AdministeredOffice,
  number: number,
  version: number | null,
  request: HoursRequest,
  now: Temporal.Instant,
): RuleChange => ({
  act: "hours-changed",
  span: {
    first: Temporal.PlainDate.from(request.from),
    last: request.to === null ? null : Temporal.PlainDate.from(request.to),
  },
  write: async (tx) => {
    const queue = await asSeen(tx, office, number, version);
    refuseFields(hoursErrors(request, queue.slotMinutes, dateOf(now).toString()));
    const hours = Object.entries(request.week).flatMap(([weekday, intervals]) =>
      intervals.map(({ opens, closes }) => ({
        weekday: Number(weekday),
        opens: minuteOfDay(opens),
        closes: minuteOfDay(closes),
      })),
    );
    const until = request.to === null ? null : Temporal.PlainDate.from(request.to).add({ days: 1 });
    const weekdays = Object.keys(request.week).map(Number);
    await replaceHours(tx, office.id, number, weekdays, Temporal.PlainDate.from(request.from), until, hours);
  },
});
