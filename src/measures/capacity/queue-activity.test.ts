import { expect, test } from "vitest";
import { localDay } from "../../platform/time.ts";
import { activeParts, type QueueChange, type QueueNow } from "./queue-activity.ts";

const DAY = localDay(Temporal.PlainDate.from("2026-11-24"));
const change = (time: string, before: QueueChange["before"], queue = 1): QueueChange => ({
  at: Temporal.Instant.from(`${time}+02:00`),
  queue,
  before,
});
const NOW = { number: 1, isActive: true, isActiveOnDate: null, hasEnded: false };
const minutes = (now: Partial<QueueNow>, ...changes: readonly QueueChange[]) =>
  activeParts([{ ...NOW, ...now }], changes, DAY)
    .get(1)
    ?.map(({ from, to }) => [DAY.minuteOf(from), to === DAY.to ? "end" : DAY.minuteOf(to)]);
const WHOLE_DAY = [[0, "end"]];

test("a queue that nobody touched since was as it is", () => {
  expect(minutes({})).toEqual(WHOLE_DAY);
  expect(minutes({ isActive: false })).toEqual([]);
  expect(minutes({}, change("2026-11-24T10:00", { isActive: false }, 2))).toEqual(WHOLE_DAY);
});

test("one that ended in the day was active until then, also when it was put back on a later day", () => {
  const ended = change("2026-11-24T12:00", { isActive: true, hasEnded: false });
  expect(minutes({ isActive: false, hasEnded: true }, ended)).toEqual([[0, 720]]);
  const back = change("2026-11-25T09:00", { isActive: false, hasEnded: true });
  expect(minutes({}, ended, back)).toEqual([[0, 720]]);
});

test("one that ended since was active all day; one that was made since was not there", () => {
  const ended = change("2026-11-26T12:00", { isActive: true, hasEnded: false });
  expect(minutes({ isActive: false, hasEnded: true }, ended)).toEqual(WHOLE_DAY);
  expect(minutes({}, change("2026-11-26T12:00", { isActive: false, hasEnded: true }))).toEqual([]);
});

test("switched off and on again it has a pause, in whatever order the changes come", () => {
  const off = change("2026-11-24T10:00", { isActive: true });
  const on = change("2026-11-24T11:00", { isActive: false });
  const pause = [
    [0, 600],
    [660, "end"],
  ];
  expect(minutes({}, off, on)).toEqual(pause);
  expect(minutes({}, on, off)).toEqual(pause);
});

test("what is said of the date goes before what holds else, from when it was said", () => {
  const off = { isActive: false };
  expect(minutes({ ...off, isActiveOnDate: true })).toEqual(WHOLE_DAY);
  expect(minutes({ isActiveOnDate: false })).toEqual([]);
  const said = change("2026-11-24T10:00", { isActiveOnDate: null });
  expect(minutes({ ...off, isActiveOnDate: true }, said)).toEqual([[600, "end"]]);
  expect(minutes(off, change("2026-11-24T10:00", { isActiveOnDate: true }))).toEqual([[0, 600]]);
});

test("one for some dates that ended in the day served until then", () => {
  const ended = change("2026-11-24T12:00", { isActive: false, hasEnded: false });
  expect(minutes({ isActive: false, isActiveOnDate: true, hasEnded: true }, ended)).toEqual([[0, 720]]);
});
