import { expect, test } from "vitest";
import { localDay } from "../../platform/time.ts";
import { activeParts, type QueueChange } from "./queue-activity.ts";

const DAY = localDay(Temporal.PlainDate.from("2026-11-24"));
const change = (time: string, wasActive: boolean, isActive: boolean, queue = 1): QueueChange => ({
  at: Temporal.Instant.from(`${time}+02:00`),
  queue,
  wasActive,
  isActive,
});
const minutes = (active: boolean, ...changes: readonly QueueChange[]) =>
  activeParts([{ number: 1, active }], changes, DAY)
    .get(1)
    ?.map(({ from, to }) => [DAY.minuteOf(from), to === DAY.to ? "end" : DAY.minuteOf(to)]);

test("a queue that nobody touched since was as it is", () => {
  expect(minutes(true)).toEqual([[0, "end"]]);
  expect(minutes(false)).toEqual([]);
  expect(minutes(true, change("2026-11-24T10:00", true, false, 2))).toEqual([[0, "end"]]);
});

test("one that ended in the day was active until then, also when it was put back on a later day", () => {
  const ended = change("2026-11-24T12:00", true, false);
  expect(minutes(false, ended)).toEqual([[0, 720]]);
  expect(minutes(true, ended, change("2026-11-25T09:00", false, true))).toEqual([[0, 720]]);
});

test("one that ended since was active all day; one that was made since was not there", () => {
  expect(minutes(false, change("2026-11-26T12:00", true, false))).toEqual([[0, "end"]]);
  expect(minutes(true, change("2026-11-26T12:00", false, true))).toEqual([]);
});

test("switched off and on again it has a pause, in whatever order the changes come", () => {
  const off = change("2026-11-24T10:00", true, false);
  const on = change("2026-11-24T11:00", false, true);
  const pause = [
    [0, 600],
    [660, "end"],
  ];
  expect(minutes(true, off, on)).toEqual(pause);
  expect(minutes(true, on, off)).toEqual(pause);
});
