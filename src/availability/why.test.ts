import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockText, localDay, minuteOfDay } from "../platform/time.ts";
import { freeStarts, type QueueDay } from "./queue-day.ts";
import { explain } from "./why.ts";

const day = localDay(Temporal.PlainDate.from("2026-11-24"));
const at = (text: string) => day.at(minuteOfDay(text));
const part = (from: string, to: string) => ({ from: at(from), to: at(to) });
const whole = part("07:00", "16:00");
const queueDay = (changes: Partial<QueueDay> = {}): QueueDay => ({
  queue: { number: 1, active: true, public: false, slotMinutes: 15 },
  hours: [part("08:00", "14:00")],
  closed: [{ ...part("12:00", "13:00"), queue: 1, kind: "exception", reason: "Εκπαίδευση" }],
  taken: [part("09:00", "09:30"), part("11:00", "11:45")],
  ...changes,
});
const words = (given: QueueDay, minutes: number, now = "00:00") =>
  explain(given, day, whole, { minutes, nowMinute: at(now) }).map(({ from, to, why }) =>
    [clockText(day.minuteOf(from)), clockText(day.minuteOf(to)), why].join(" "),
  );

test("every part of the day says why", () => {
  expect(words(queueDay(), 30, "08:30")).toEqual([
    "07:00 08:00 outside-hours",
    "08:00 08:30 past",
    "08:30 08:45 free",
    "08:45 09:00 too-short",
    "09:00 09:30 taken",
    "09:30 10:45 free",
    "10:45 11:00 too-short",
    "11:00 11:45 taken",
    "11:45 12:00 too-short",
    "12:00 13:00 exception",
    "13:00 13:45 free",
    "13:45 14:00 too-short",
    "14:00 16:00 outside-hours",
  ]);
});

test("an inactive queue has one reason, and a longer service finds less room", () => {
  const { queue } = queueDay();
  expect(words(queueDay({ queue: { ...queue, active: false } }), 15)).toEqual(["07:00 16:00 queue-inactive"]);
  expect(words(queueDay(), 90).filter((line) => line.endsWith("free"))).toEqual(["09:30 09:45 free"]);
});

describe("a part is free only as long as a visit may begin", () => {
  const byTens = { number: 1, active: true, public: false, slotMinutes: 10 };
  const onlyFree = (changes: Partial<QueueDay>, minutes: number, now?: string) =>
    words(queueDay({ queue: byTens, closed: [], taken: [], ...changes }), minutes, now).filter((line) =>
      /free|too-short/.test(line),
    );
  const firstStart = (changes: Partial<QueueDay>, minutes: number, now = "00:00") => {
    const parts = explain(queueDay({ queue: byTens, ...changes }), day, whole, { minutes, nowMinute: at(now) });
    return parts.flatMap(({ start }) => (start === null ? [] : clockText(day.minuteOf(start))));
  };

  test("the rest is too short: nothing of forty minutes may begin after 13:20", () => {
    const free = { hours: [part("13:00", "14:00")] };
    expect(onlyFree(free, 40)).toEqual(["13:00 13:30 free", "13:30 14:00 too-short"]);
    expect(onlyFree(free, 10)).toEqual(["13:00 14:00 free"]);
    expect(onlyFree(free, 70)).toEqual(["13:00 14:00 too-short"]);
  });

  test("it may begin off the grid: at the present moment, or when an exception ends", () => {
    const closed = [{ ...part("12:00", "13:05"), queue: 1, kind: "exception" as const, reason: "Εκπαίδευση" }];
    expect(onlyFree({ closed }, 40, "10:43")).toEqual([
      "10:43 11:30 free",
      "11:30 12:00 too-short",
      "13:05 13:30 free",
      "13:30 14:00 too-short",
    ]);
    expect(firstStart({ closed, taken: [] }, 40, "10:43")).toEqual(["10:50", "13:10"]);
  });

  test("what is left of the running slot is too short", () => {
    expect(onlyFree({ taken: [part("11:00", "14:00")] }, 10, "10:53")).toEqual(["10:53 11:00 too-short"]);
  });

  test("no visit reaches from some hours into others, whether they touch or overlap", () => {
    expect(onlyFree({ hours: [part("08:00", "12:00"), part("12:00", "14:00")] }, 60)).toEqual([
      "08:00 11:10 free",
      "11:10 12:00 too-short",
      "12:00 13:10 free",
      "13:10 14:00 too-short",
    ]);
    expect(onlyFree({ hours: [part("10:00", "11:00"), part("10:45", "13:00")] }, 90)).toEqual([
      "10:00 10:45 too-short",
      "10:45 11:35 free",
      "11:35 13:00 too-short",
    ]);
    expect(onlyFree({ hours: [part("10:00", "12:00"), part("10:32", "10:34")] }, 20)).toEqual([
      "10:00 11:50 free",
      "11:50 12:00 too-short",
    ]);
  });
});

describe("the nights on which the clock changes", () => {
  const night = (date: string, taken: readonly (readonly [number, number])[] = []) => {
    const sunday = localDay(Temporal.PlainDate.from(date));
    const open = { from: sunday.at(120), to: sunday.at(300) };
    const visits = taken.map(([from, to]) => ({ from: open.from + from, to: open.from + to }));
    const given = queueDay({ hours: [open], closed: [], taken: visits });
    return explain(given, sunday, open, { minutes: 30, nowMinute: sunday.from }).map(({ from, to, why }) => [
      from - open.from,
      to - open.from,
      why,
    ]);
  };

  test("October's second hour from three to four is not offered, and not too short", () => {
    expect(night("2027-10-31")).toEqual([
      [0, 120, "free"],
      [120, 180, "repeated-hour"],
      [180, 225, "free"],
      [225, 240, "too-short"],
    ]);
    expect(night("2027-10-31", [[110, 140]])).toEqual([
      [0, 90, "free"],
      [90, 110, "too-short"],
      [110, 140, "taken"],
      [140, 180, "repeated-hour"],
      [180, 225, "free"],
      [225, 240, "too-short"],
    ]);
  });

  test("March's night is an hour shorter", () => {
    expect(night("2027-03-28")).toEqual([
      [0, 105, "free"],
      [105, 120, "too-short"],
    ]);
  });
});

test("the parts are the whole day, and a visit may begin exactly where they say so", () => {
  const minutesOfDay = fc.integer({ min: 0, max: 540 });
  const some = fc.array(fc.tuple(minutesOfDay, fc.integer({ min: 1, max: 120 })), { maxLength: 5 });
  const dates = fc.constantFrom("2026-11-24", "2027-03-28", "2027-10-31");
  const arbitrary = fc.record({
    date: dates,
    hours: some,
    taken: some,
    closed: some,
    now: minutesOfDay,
    minutes: fc.constantFrom(10, 15, 40, 90),
    slotMinutes: fc.constantFrom(10, 15, 20),
  });
  fc.assert(
    fc.property(arbitrary, ({ date, minutes, slotMinutes, ...given }) => {
      const someDay = localDay(Temporal.PlainDate.from(date));
      const nowMinute = someDay.from + given.now;
      const placed = (list: readonly (readonly [number, number])[]) =>
        list.map(([from, length]) => ({ from: someDay.from + from, to: someDay.from + from + length }));
      const queue = {
        queue: { ...queueDay().queue, slotMinutes },
        hours: placed(given.hours),
        taken: placed(given.taken),
        closed: placed(given.closed).map((one) => ({ ...one, queue: 1, kind: "exception" as const, reason: "" })),
      };
      const parts = explain(queue, someDay, someDay, { minutes, nowMinute });
      expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([someDay.from, someDay.to]);
      expect(parts.slice(1).every((one, index) => one.from === parts[index]?.to)).toBe(true);
      const starts = freeStarts(queue, someDay, minutes).filter((start) => start >= nowMinute);
      for (const { why, start, ...open } of parts) {
        const inside = starts.filter((one) => open.from <= one && one < open.to);
        expect(start).toBe(inside[0] ?? null);
        expect(inside.length > 0).toBe(why === "free");
        if (why === "free") expect((inside.at(-1) as number) + slotMinutes).toBeGreaterThanOrEqual(open.to);
      }
    }),
    { numRuns: 1_000 },
  );
});
