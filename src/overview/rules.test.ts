import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeTimes } from "../appointments/place/offer.ts";
import { daysFrom } from "../availability/by-day.ts";
import type { Closed, Facts, OfQueue } from "../availability/facts.ts";
import { queueDays } from "../availability/queue-day.ts";
import { localDay, minuteOfDay } from "../platform/time.ts";
import { closingOf, mondayOnOrBefore, roomOf } from "./rules.ts";
import { roomOfDays } from "./weeks.ts";

const TUESDAY = Temporal.PlainDate.from("2026-11-24");
const day = localDay(TUESDAY);
const at = (text: string) => day.at(minuteOfDay(text));
const part = (from: string, to: string): OfQueue => ({ queue: 1, from: at(from), to: at(to) });
const queue = { number: 1, active: true, slotMinutes: 15, public: false };
const everyDay = (number: number) =>
  [1, 2, 3, 4, 5].map((weekday) => ({
    queue: number,
    weekday,
    opens: 480,
    closes: 840,
    validFrom: null,
    validTo: null,
  }));

const facts = (changes: Partial<Facts> = {}): Facts => ({
  queues: [queue],
  activity: [],
  hours: everyDay(1),
  closed: [],
  extra: [],
  taken: [],
  ...changes,
});

const roomAt = (given: Facts, minutes: number | null, now = "07:00") =>
  roomOfDays(given, [day], minutes, at(now))[0]?.queues[0];
const closed = (kind: Closed["kind"], reason: string, from = "00:00", to = "24:00"): Closed => ({
  queue: null,
  kind,
  reason,
  from: at(from),
  to: at(to),
});

test("the weeks begin on the Monday of the day that was asked for", () => {
  expect(mondayOnOrBefore(TUESDAY).toString()).toBe("2026-11-23");
  expect(mondayOnOrBefore(Temporal.PlainDate.from("2026-11-23")).toString()).toBe("2026-11-23");
  expect(mondayOnOrBefore(Temporal.PlainDate.from("2027-01-03")).toString()).toBe("2026-12-28");
});

describe("room is counted in visits that still fit", () => {
  test("of an empty day: all, by the queue's slot or by the service's minutes", () => {
    expect(roomAt(facts(), null)).toMatchObject({ free: 24, offered: 24, taken: 0, closed: null });
    expect(roomAt(facts(), 30)).toMatchObject({ free: 12, offered: 12 });
  });

  test("starts that overlap count once: three quarters free are room for one visit of half an hour", () => {
    const taken = [part("08:00", "09:00"), part("09:45", "14:00")];
    expect(roomAt(facts({ taken }), 30)).toMatchObject({ free: 1, offered: 12, taken: 2 });
    expect(roomAt(facts({ taken }), 15)).toMatchObject({ free: 3, offered: 24, taken: 2 });
    expect(roomAt(facts({ taken }), 60)).toMatchObject({ free: 0, offered: 6 });
  });

  test("from now on: what has passed is neither free nor offered, but was taken", () => {
    const taken = [part("08:00", "08:15")];
    expect(roomAt(facts({ taken }), 15, "13:20")).toMatchObject({ free: 2, offered: 2, taken: 1 });
    expect(roomAt(facts({ taken }), 15, "13:50")).toMatchObject({ free: 0, offered: 0, taken: 1, closed: null });
  });

  test("an inactive queue has none, and says so", () => {
    const given = facts({ queues: [{ ...queue, active: false }], taken: [part("08:00", "08:15")] });
    expect(roomAt(given, 15)).toMatchObject({ free: 0, offered: 0, taken: 1, closed: { kind: "inactive" } });
  });
});

describe("why a day is closed", () => {
  const why = (changes: Partial<Facts>, on = day) => closingOf(queueDays(facts(changes), on));

  test("it is not while one queue serves a part of it", () => {
    expect(why({ closed: [closed("exception", "συνάντηση", "08:00", "13:00")] })).toBeNull();
  });

  test("a holiday, then a national closure, then exceptions", () => {
    const exception = closed("exception", "απεργία");
    const closure = closed("closure", "εκλογές");
    expect(why({ closed: [exception] })).toEqual({ kind: "exception", reason: "απεργία" });
    expect(why({ closed: [exception, closure] })).toEqual({ kind: "closure", reason: "εκλογές" });
    expect(why({ closed: [exception, closure, closed("holiday", "Πρωτομαγιά")] })).toEqual({
      kind: "holiday",
      reason: "Πρωτομαγιά",
    });
  });

  test("the reasons of all queues, each once", () => {
    const queues = [1, 2, 3].map((number) => ({ ...queue, number }));
    const hours = queues.flatMap(({ number }) => everyDay(number));
    const reasons = ["απουσία", "βλάβη", "βλάβη"].map((reason, index) => ({
      ...closed("exception", reason),
      queue: index + 1,
    }));
    expect(why({ queues, hours, closed: reasons })).toEqual({ kind: "exception", reason: "απουσία, βλάβη" });
  });

  test("on a day without hours no exception is to blame", () => {
    const sunday = localDay(Temporal.PlainDate.from("2026-11-29"));
    const always = { ...closed("exception", "απουσία"), to: sunday.to };
    expect(why({ closed: [always] }, sunday)).toEqual({ kind: "hours", reason: null });
  });

  test("no queue is active", () => {
    expect(why({ queues: [{ ...queue, active: false }] })).toEqual({ kind: "inactive", reason: null });
  });
});

const arbitraryFacts = fc.record({
  slotMinutes: fc.constantFrom(5, 10, 15, 20, 45),
  active: fc.boolean(),
  visits: fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 7 * 1440 }), length: fc.integer({ min: 5, max: 120 }) }),
  ),
  minutes: fc.option(fc.integer({ min: 5, max: 240 })),
  monday: fc.constantFrom("2026-11-23", "2027-03-22", "2027-10-25"),
  nowAt: fc.integer({ min: -100, max: 7 * 1440 }),
});

test("there is room exactly on the days that availability offers a time for the service", () => {
  fc.assert(
    fc.property(arbitraryFacts, ({ slotMinutes, active, visits, minutes, monday, nowAt }) => {
      const first = Temporal.PlainDate.from(monday);
      const days = daysFrom(first, 7);
      const start = days[0]?.from as number;
      const hours = [1, 6, 7].map((weekday) => ({
        queue: 1,
        weekday,
        opens: 60,
        closes: weekday === 7 ? 420 : 1440,
        validFrom: null,
        validTo: null,
      }));
      const taken = visits.map(({ from, length }) => ({ queue: 1, from: start + from, to: start + from + length }));
      const given = facts({ queues: [{ number: 1, active, slotMinutes, public: false }], hours, taken });
      const now = start + nowAt;
      const room = roomOfDays(given, days, minutes, now);
      const offered = freeTimes(given, { first, last: first.add({ days: 6 }), minutes, nowMinute: now });
      expect(room.map(({ queues }) => (queues[0]?.free ?? 0) > 0)).toEqual(
        offered.map(({ times }) => times.length > 0),
      );
    }),
  );
});

describe("the nights on which the clock changes", () => {
  const nightly = { queue: 1, weekday: 7, opens: 120, closes: 300, validFrom: null, validTo: null };
  const visits = (date: string) => {
    const sunday = localDay(Temporal.PlainDate.from(date));
    const [queueDay] = queueDays(facts({ hours: [nightly] }), sunday);
    return queueDay && roomOf(queueDay, sunday, 30, sunday.from).free;
  };

  test("in March an hour less has room for two visits less", () => {
    expect(visits("2027-03-28")).toBe(4);
    expect(visits("2027-03-21")).toBe(6);
  });

  test("in October the hour that comes twice is offered once", () => {
    expect(visits("2027-10-31")).toBe(6);
  });
});
