import { expect, test } from "vitest";
import { type ActsAt, aRecordedNumber, aRecordedVisit, type MoreOfVisit } from "../../../test/recorded-visit.ts";
import { measuredVisit } from "../visit.ts";
import { OUTCOMES, outcomesOf } from "./outcomes.ts";

const visit = (acts: ActsAt, more: MoreOfVisit = {}) =>
  measuredVisit(aRecordedVisit(acts, { group: "certificates", ...more }));
const BOOKED = ["booked", "09:00"] as const;
const begun = (arrived: string, started: string, more = {}) =>
  visit([BOOKED, ["arrived", arrived], ["service-started", started]], more);
const number = (acts: ActsAt, more: MoreOfVisit = {}) =>
  measuredVisit(aRecordedNumber(acts, { group: "certificates", ...more }));
const outcome = (one: ReturnType<typeof visit>) => Object.keys(outcomesOf([one]).certificates ?? {})[0];

test("a visit that was waited for has the band of its whole minutes; on time is up to ten", () => {
  const waits = ["10:40:59", "10:41", "11:00:59", "11:01", "11:30:59", "11:31"];
  expect(waits.map((started) => outcome(begun("10:20", started)))).toEqual([
    "appointment-0",
    "appointment-11",
    "appointment-11",
    "appointment-31",
    "appointment-31",
    "appointment-61",
  ]);
  expect(outcome(begun("10:10", "10:12")), "begun before the time").toBe("appointment-0");
  expect(outcome(begun("10:31", "11:45"))).toBe("late-appointment");
  expect(
    outcome(
      number([
        ["issued", "10:00"],
        ["service-started", "10:31"],
      ]),
    ),
  ).toBe("walk-in-31");
});

test("who has no times, went away, was turned away, did not come, or of whom nobody noted it, is each another", () => {
  const arrived = ["arrived", "10:20"] as const;
  expect(outcome(visit([BOOKED, arrived], { status: "arrived" }))).toBe("appointment-untimed");
  expect(outcome(begun("10:20", "10:35", { isFromPaper: true }))).toBe("appointment-untimed");
  expect(outcome(number([["issued", "10:00"]], { status: "arrived" }))).toBe("walk-in-untimed");
  expect(outcome(visit([BOOKED, arrived, ["left", "10:50"]], { status: "left" }))).toBe("left-appointment");
  expect(outcome(visit([BOOKED, ["arrived", "10:31"], ["left", "10:50"]], { status: "left" }))).toBe(
    "left-late-appointment",
  );
  expect(outcome(number([["turned-away", "13:00"]], { status: "turned-away" }))).toBe("turned-away");
  expect(outcome(visit([BOOKED, ["no-show", "10:50"]], { status: "no-show" }))).toBe("no-show");
  expect(outcome(visit([BOOKED], { status: "booked" }))).toBe("unresolved");
});

test("each is counted once, in the group of its service or in none", () => {
  const visits = [begun("10:20", "10:35"), begun("10:20", "10:35"), begun("10:20", "10:45", { group: null })];
  const counted = outcomesOf(visits);
  expect(counted).toEqual({ certificates: { "appointment-0": 2 }, none: { "appointment-11": 1 } });
  expect(OUTCOMES).toHaveLength(17);
});
