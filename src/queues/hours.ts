import type { AdministeredOffice } from "../identity/office-access.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf, minuteOfDay } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import type { HoursRequest } from "./contract.ts";
import { asSeen, type SeenQueue } from "./existing.ts";
import { hoursErrors } from "./rules.ts";
import { type NewHours, replaceHours } from "./sql.ts";

/** When the queue serves, by weekday, from a day on or for a season that ends by itself; it may be a part of the opening hours. */
export const hoursChange = (
  office: AdministeredOffice,
  seen: SeenQueue,
  request: HoursRequest,
  now: Temporal.Instant,
): RuleChange => ({
  act: "hours-changed",
  span: {
    first: Temporal.PlainDate.from(request.from),
    last: request.to === null ? null : Temporal.PlainDate.from(request.to),
  },
  write: async (tx) => {
    const queue = await asSeen(tx, office, seen);
    refuseFields(hoursErrors(request, queue.slotMinutes, dateOf(now).toString()));
    await replaceHours(tx, office.id, hoursToWrite(queue.number, request));
  },
});

export const hoursToWrite = (queue: number, { from, to, week }: HoursRequest): NewHours => ({
  queue,
  weekdays: Object.keys(week).map(Number),
  from: Temporal.PlainDate.from(from),
  until: to === null ? null : Temporal.PlainDate.from(to).add({ days: 1 }),
  hours: Object.entries(week).flatMap(([weekday, intervals]) =>
    intervals.map(({ opens, closes }) => ({
      weekday: Number(weekday),
      opens: minuteOfDay(opens),
      closes: minuteOfDay(closes),
    })),
  ),
});
