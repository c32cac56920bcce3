import { expect, test } from "vitest";
import { hoursErrors } from "./rules.ts";

const TODAY = "2026-11-24";
const week = { "3": [{ opens: "08:00", closes: "15:00" }] };
const errors = (from: string, to: string | null) =>
  hoursErrors({ from, to, week }, 15, TODAY).map(({ field, code }) => `${field}: ${code}`);

test("a season ends within a year of days; what is to hold longer holds until further notice", () => {
  expect(errors(TODAY, "2027-11-24")).toEqual([]);
  expect(errors(TODAY, "2027-11-25")).toEqual(["to: range-too-long"]);
  expect(errors(TODAY, "2099-12-31")).toEqual(["to: range-too-long"]);
  expect(errors("2026-12-02", "2026-12-01")).toEqual(["to: range-inverted"]);
  expect(errors(TODAY, null)).toEqual([]);
});

test("hours are as long as one appointment at least", () => {
  const until = (closes: string) =>
    hoursErrors({ from: TODAY, to: null, week: { "3": [{ opens: "08:00", closes }] } }, 15, TODAY);
  expect(until("08:15")).toEqual([]);
  expect(until("08:14")).toMatchObject([{ field: "week.3.0", code: "hours-shorter-than-slot" }]);
});

test("hours that touch do not overlap, whichever stands first", () => {
  const of = (...day: { opens: string; closes: string }[]) =>
    hoursErrors({ from: TODAY, to: null, week: { "3": day } }, 15, TODAY);
  const [morning, noon] = [
    { opens: "08:00", closes: "12:00" },
    { opens: "12:00", closes: "15:00" },
  ];
  expect([of(morning, noon), of(noon, morning)]).toEqual([[], []]);
  const sooner = { ...noon, opens: "11:59" };
  for (const day of [[morning, sooner] as const, [sooner, morning] as const])
    expect(of(...day)).toMatchObject([{ field: "week.3.1", code: "hours-overlap" }]);
});
