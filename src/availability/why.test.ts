import fc from "fast-check";
import { expect, test } from "vitest";
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
  explain(given, day, whole, minutes, at(now)).map(({ from, to, why }) =>
    [clockText(day.minuteOf(from)), clockText(day.minuteOf(to)), why].join(" "),
  );

test("every part of the day says why", () => {
  expect(words(queueDay(), 30, "08:30")).toEqual([
    "07:00 08:00 outside-hours",
    "08:00 08:30 past",
    "08:30 09:00 free",
    "09:00 09:30 taken",
    "09:30 11:00 free",
    "11:00 11:45 taken",
    "11:45 12:00 too-short",
    "12:00 13:00 exception",
    "13:00 14:00 free",
    "14:00 16:00 outside-hours",
  ]);
});

test("an inactive queue has one reason, and a longer service finds less room", () => {
  const { queue } = queueDay();
  expect(words(queueDay({ queue: { ...queue, active: false } }), 15)).toEqual(["07:00 16:00 queue-inactive"]);
  expect(words(queueDay(), 90).filter((line) => line.endsWith("free"))).toEqual(["09:30 11:00 free"]);
});

test("the parts are the whole day, and a start is free exactly where they say so", () => {
  const slots = fc.integer({ min: 0, max: 30 });
  const some = fc.array(fc.tuple(slots, fc.integer({ min: 1, max: 6 })), { maxLength: 5 });
  const from = (list: readonly (readonly [number, number])[]) =>
    list.map(([slot, length]) => ({ from: at("07:00") + slot * 15, to: at("07:00") + (slot + length) * 15 }));
  fc.assert(
    fc.property(some, some, fc.constantFrom(15, 30, 60), (taken, closed, minutes) => {
      const given = queueDay({
        taken: from(taken),
        closed: from(closed).map((one) => ({ ...one, queue: 1, kind: "exception", reason: "" })),
      });
      const parts = explain(given, day, whole, minutes, at("08:20"));
      expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([whole.from, whole.to]);
      expect(parts.slice(1).every((one, index) => one.from === parts[index]?.to)).toBe(true);
      const starts = freeStarts(given, day, minutes).filter((start) => start >= at("08:20"));
      for (const { why, ...open } of parts)
        expect(starts.some((start) => open.from <= start && start < open.to)).toBe(why === "free");
    }),
  );
});
