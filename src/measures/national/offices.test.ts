import { expect, test } from "vitest";
import { accessByRegion, accessOf } from "./access.ts";
import { type OfficeSums, recordingStateOf, sizeOf } from "./offices.ts";
import { inSteps, stepOfShare } from "./wait-steps.ts";

const office = (more: Partial<OfficeSums> = {}): OfficeSums => ({
  id: 1,
  code: "9901",
  name: "ΚΕΠ Δοκιμής",
  region: "Κρήτης",
  hasJoined: true,
  days: 10,
  counters: 3,
  visits: 100,
  complete: 80,
  onTime: 60,
  present: 70,
  noShows: 5,
  due: 90,
  soon: 4,
  walkIns: 9,
  looked: true,
  thirdFreeDays: 2,
  ...more,
});

test("an office counts with four of five visits recorded whole, on ten days", () => {
  expect(recordingStateOf(office())).toBe("reliable");
  expect(recordingStateOf(office({ complete: 79 }))).toBe("incomplete");
  expect(recordingStateOf(office({ days: 9 }))).toBe("incomplete");
});

test("whoever recorded nothing whole is silent, unless it has not joined", () => {
  const nothing = { days: null, visits: null, complete: null };
  expect(recordingStateOf(office(nothing))).toBe("silent");
  expect(recordingStateOf(office({ ...nothing, hasJoined: false }))).toBe("not-joined");
  expect(recordingStateOf(office({ complete: 0, hasJoined: false }))).toBe("silent");
});

test("offices are of like size by the most counters that served on one day", () => {
  expect([1, 2, 3, 5, 6, 9, 10, 31].map((counters) => sizeOf(office({ counters })))).toEqual([
    "1",
    "2",
    "3-5",
    "3-5",
    "6-9",
    "6-9",
    "10",
    "10",
  ]);
  expect(sizeOf(office({ counters: null }))).toBeNull();
});

test("where nothing is free in nine weeks is the longest; where nobody looked is nowhere", () => {
  const days = (thirdFreeDays: number | null, looked = true) => office({ thirdFreeDays, looked });
  expect(accessOf([days(1), days(3), days(null), days(0, false)])).toEqual({
    offices: 3,
    median: 3,
    nineOfTen: null,
    none: 1,
  });
  expect(accessOf([days(0, false)])).toEqual({ offices: 0, median: null, nineOfTen: null, none: 0 });
});

test("regions stand by name, and offices without one last", () => {
  const regions = [null, "Ηπείρου", "Αττικής"].map((region) => office({ region }));
  expect(accessByRegion(regions).map(({ region }) => region)).toEqual(["Αττικής", "Ηπείρου", null]);
});

test("waits in steps are all counted once, and a share of them lies in one", () => {
  const steps = inSteps({ 0: 3, 5: 1, 6: 2, 30: 1, 31: 1, 60: 1, 61: 1 });
  expect(steps).toEqual([4, 2, 0, 0, 1, 1, 1, 1]);
  expect([stepOfShare(steps, 0.5), stepOfShare(steps, 0.9), stepOfShare(steps, 0.95)]).toEqual([10, 60, "longer"]);
  expect(stepOfShare(inSteps({}), 0.5)).toBeNull();
});
