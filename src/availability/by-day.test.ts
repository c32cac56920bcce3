import fc from "fast-check";
import { expect, test } from "vitest";
import { daysFrom, factsByDay } from "./by-day.ts";
import type { Facts } from "./facts.ts";
import { queueDays } from "./queue-day.ts";

const DAYS = 14;
const MONDAYS = ["2026-11-23", "2027-03-22", "2027-10-25"];
const QUEUES = [1, 2];

const aQueue = fc.constantFrom(...QUEUES);
/** Minutes since the first day's midnight, also of some that began before it */
const aPart = fc.tuple(fc.integer({ min: -2_000, max: DAYS * 1440 + 60 }), fc.integer({ min: 1, max: 3_000 }));
const aDay = fc.option(fc.integer({ min: 0, max: DAYS - 1 }), { nil: null });

test("the facts of a day alone say of it what the facts of all weeks say", () => {
  const given = fc.record({
    monday: fc.constantFrom(...MONDAYS),
    taken: fc.array(fc.tuple(aQueue, aPart)),
    extra: fc.array(fc.tuple(aQueue, aPart)),
    closed: fc.array(fc.tuple(fc.option(aQueue, { nil: null }), aPart)),
    hours: fc.array(fc.tuple(aQueue, fc.integer({ min: 1, max: 7 }), aDay, aDay), { maxLength: 20 }),
  });
  fc.assert(
    fc.property(given, ({ monday, taken, extra, closed, hours }) => {
      const first = Temporal.PlainDate.from(monday);
      const days = daysFrom(first, DAYS);
      const start = days[0]?.from as number;
      const at = ([from, length]: [number, number]) => ({ from: start + from, to: start + from + length });
      const on = (day: number | null) => (day === null ? null : first.add({ days: day }).toString());
      const facts: Facts = {
        queues: QUEUES.map((number) => ({ number, active: true, public: false, slotMinutes: 15 })),
        activity: [],
        hours: hours.map(([queue, weekday, from, to]) => ({
          queue,
          weekday,
          opens: 480,
          closes: 840,
          validFrom: on(from),
          validTo: on(to),
        })),
        closed: closed.map(([queue, part]) => ({ queue, ...at(part), kind: "exception", reason: "" })),
        extra: extra.map(([queue, part]) => ({ queue, ...at(part) })),
        taken: taken.map(([queue, part]) => ({ queue, ...at(part) })),
      };
      const alone = factsByDay(facts, days).map((ofDay, index) => queueDays(ofDay, days[index] as (typeof days)[0]));
      expect(alone).toEqual(days.map((each) => queueDays(facts, each)));
    }),
  );
});
