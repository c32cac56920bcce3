import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Closed, Facts, OfQueue } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import { localDay, minuteOfDay } from "../platform/time.ts";
import { minutesByQueue } from "./coverage.ts";
import { closedDayOf, gapsOn } from "./gaps.ts";

const day = localDay(Temporal.PlainDate.from("2026-11-24"));
const at = (text: string) => day.at(minuteOfDay(text));
const queue = (number: number, active = true) => ({ number, active, slotMinutes: 15, public: false });
const hours = (of: number, opens = 480, closes = 840) => ({
  queue: of,
  weekday: 2,
  opens,
  closes,
  validFrom: null,
  validTo: null,
});
const closed = (of: number | null, from: string, to: string, reason: string, kind: Closed["kind"] = "exception") => ({
  queue: of,
  kind,
  reason,
  from: at(from),
  to: at(to),
});
const part = (of: number, from: string, to: string): OfQueue => ({ queue: of, from: at(from), to: at(to) });
const facts = (changes: Partial<Facts> = {}): Facts => ({
  queues: [queue(1), queue(2)],
  activity: [],
  hours: [hours(1), hours(2)],
  closed: [],
  extra: [],
  taken: [],
  ...changes,
});
const everybody = () => true;
const words = (given: Facts, isStaffed: (queue: number, date: string) => boolean = everybody, now = "00:00") =>
  gapsOn(given, day, isStaffed, at(now)).map(({ from, to, queue: of, why, reason }) =>
    [of === null ? "office" : `queue ${of}`, `${from}-${to}`, why, reason].filter((word) => word !== null).join(" "),
  );

describe("a queue that should serve does not", () => {
  test("nothing is missing of an ordinary day", () => {
    expect(words(facts())).toEqual([]);
  });

  test("nobody stands behind it, nor a substitute", () => {
    expect(words(facts(), (number) => number === 1)).toEqual(["queue 2 08:00-14:00 no-employee"]);
  });

  test("an exception takes a part of its hours, in its words", () => {
    expect(words(facts({ closed: [closed(2, "10:00", "15:00", "Εκπαίδευση")] }))).toEqual([
      "queue 2 10:00-14:00 exception Εκπαίδευση",
    ]);
  });

  test("it is inactive for the date; one that is so for good should not serve", () => {
    const activity = [{ queue: 2, from: "2026-11-24", to: "2026-11-25", active: false }];
    expect(words(facts({ activity }))).toEqual(["queue 2 08:00-14:00 inactive"]);
    expect(words(facts({ queues: [queue(1), queue(2, false)] }))).toEqual([]);
  });

  test("extra hours fill a gap that they cover", () => {
    const given = facts({ hours: [hours(1), hours(2, 480, 600)], extra: [part(2, "12:00", "13:00")] });
    expect(words(given)).toEqual([]);
  });

  test("what is over is no gap any more", () => {
    const given = facts({ closed: [closed(2, "08:00", "09:00", "Συνάντηση")] });
    expect(words(given, everybody, "08:30")).toHaveLength(1);
    expect(words(given, everybody, "09:00")).toEqual([]);
  });
});

describe("nobody at all serves", () => {
  test("is said once, of the office, and the rest of each queue", () => {
    const given = facts({
      closed: [closed(1, "10:00", "12:00", "Συνάντηση"), closed(2, "11:00", "13:00", "Απουσία")],
    });
    expect(words(given)).toEqual([
      "queue 1 10:00-11:00 exception Συνάντηση",
      "office 11:00-12:00 exception Συνάντηση, Απουσία",
      "queue 2 12:00-13:00 exception Απουσία",
    ]);
  });

  test("for want of employees, although its times are offered", () => {
    expect(words(facts(), () => false)).toEqual(["office 08:00-14:00 no-employee"]);
  });
});

describe("a closed day", () => {
  test("is one on which the office would serve, and has no gaps", () => {
    const strike = facts({ closed: [closed(null, "00:00", "24:00", "Απεργία")] });
    expect(closedDayOf(strike, day)).toEqual({ date: "2026-11-24", kind: "exception", reason: "Απεργία" });
    expect(words(strike)).toEqual([]);
    const sunday = localDay(Temporal.PlainDate.from("2026-11-29"));
    const holiday = { ...closed(null, "00:00", "24:00", "Γιορτή", "holiday"), from: sunday.from, to: sunday.to };
    expect(closedDayOf(facts({ closed: [holiday] }), sunday)).toBeNull();
  });

  test("what a holiday or a closure takes of a day is no gap", () => {
    expect(words(facts({ closed: [closed(null, "13:00", "24:00", "Παραμονή", "holiday")] }))).toEqual([]);
    expect(closedDayOf(facts({ closed: [closed(null, "13:00", "24:00", "Παραμονή", "holiday")] }), day)).toBeNull();
  });

  test("without an active queue there is none, but an office that has a gap", () => {
    const activity = [1, 2].map((of) => ({ queue: of, from: "2026-11-24", to: "2026-11-24", active: false }));
    expect(closedDayOf(facts({ activity }), day)).toBeNull();
    expect(words(facts({ activity }))).toEqual(["office 08:00-14:00 inactive"]);
  });
});

test("no gap lies where its queue has room, and gaps of the office and of its queues never overlap", () => {
  const times = fc.tuple(fc.integer({ min: 28, max: 60 }), fc.integer({ min: 1, max: 12 }));
  const exceptions = fc.array(fc.tuple(times, fc.constantFrom(1, 2, null)), { maxLength: 6 });
  fc.assert(
    fc.property(exceptions, fc.subarray([1, 2]), (list, staffed) => {
      const given = facts({
        closed: list.map(([[slot, length], of]) => ({
          queue: of,
          kind: "exception" as const,
          reason: "",
          from: day.from + slot * 15,
          to: day.from + (slot + length) * 15,
        })),
      });
      const gaps = gapsOn(given, day, (number) => staffed.includes(number), day.from);
      const placed = gaps.map((gap) => ({ ...gap, from: at(gap.from), to: at(gap.to) }));
      for (const one of placed) {
        for (const number of one.queue === null ? [1, 2] : [one.queue]) {
          const closing = given.closed.filter((each) => each.queue === null || each.queue === number);
          expect(!staffed.includes(number) || closing.some((each) => overlaps(each, one))).toBe(true);
        }
        const others = placed.filter((each) => each !== one && (each.queue === one.queue || each.queue === null));
        expect(others.some((each) => overlaps(each, one))).toBe(false);
      }
    }),
  );
});

test("booked against offered, in minutes of whole days; hours that overlap count once", () => {
  const given = facts({
    hours: [hours(1), hours(2)],
    extra: [part(1, "13:00", "15:00")],
    closed: [closed(1, "08:00", "09:00", "Συνάντηση")],
    taken: [part(1, "09:00", "09:45"), part(1, "16:00", "16:15")],
  });
  expect(minutesByQueue([{ day, facts: given }]).get(1)).toEqual({ booked: 60, offered: 360 });
  const idle = facts({ queues: [queue(1, false)] });
  expect(minutesByQueue([{ day, facts: idle }]).get(1)).toEqual({ booked: 0, offered: 0 });
});
