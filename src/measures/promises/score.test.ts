import { expect, test } from "vitest";
import { type ActsAt, aRecordedNumber, type MoreOfVisit, onFirstDay } from "../../../test/recorded-visit.ts";
import { measuredVisit } from "../visit.ts";
import { outcomeOf, promiseCounts, scoreNumbers, scoreUsual } from "./score.ts";
import { chanceOfAtMost, isToBeSilent } from "./silence.ts";
import { usualOf, type WaitedDay } from "./usual-wait.ts";

/** Somebody with a number, by their acts. */
const visit = (acts: ActsAt, more: MoreOfVisit = {}) =>
  measuredVisit(aRecordedNumber(acts, { service: null, ...more }));

const RANGE = { from: 10, to: 20 };
const served = (time: string) =>
  outcomeOf(
    RANGE,
    0,
    visit([
      ["issued", "10:00"],
      ["service-started", time],
    ]),
  );

test("right is what began by the end of the range, also sooner; both of its ends belong to it", () => {
  expect(["10:09", "10:10", "10:20", "10:21"].map(served)).toEqual(["shorter", "within", "within", "longer"]);
});

test("who had waited when it was said is asked only for the rest", () => {
  const begun = visit([
    ["issued", "10:00"],
    ["service-started", "10:25"],
  ]);
  expect([0, 5, 15, 16].map((waited) => outcomeOf(RANGE, waited, begun))).toEqual([
    "longer",
    "within",
    "within",
    "shorter",
  ]);
});

test("who left after the end waited longer than was said; of who left before it nothing is known", () => {
  const gone = (time: string) =>
    outcomeOf(
      RANGE,
      0,
      visit(
        [
          ["issued", "10:00"],
          ["left", time],
        ],
        { status: "left" },
      ),
    );
  expect([gone("10:20"), gone("10:21")]).toEqual(["unknown", "longer"]);
  expect(outcomeOf(RANGE, 0, visit([["issued", "10:00"]], { status: "arrived" }))).toBe("unknown");
});

test("that somebody left, noted the day after, says not when: nothing is known", () => {
  const acts = [onFirstDay("10:00"), onFirstDay("09:05").add({ hours: 24 })].map((moment, index) => ({
    version: index + 1,
    kind: ["issued", "left"][index] as string,
    at: moment,
    isFromPaper: false,
    changesStatus: true,
    undoes: null,
  }));
  expect(outcomeOf(RANGE, 0, visit([], { acts, status: "left" }))).toBe("unknown");
});

test("a start that was taken back did not happen; the last one that stands counts", () => {
  const acts = [
    ["issued", "10:00"],
    ["service-started", "10:05"],
    ["undone", "10:06"],
  ] as const;
  expect(outcomeOf(RANGE, 0, visit(acts))).toBe("unknown");
  expect(outcomeOf(RANGE, 0, visit([...acts, ["service-started", "10:31"]]))).toBe("longer");
});

test("a number that was taken back is not among the visits, and is not counted", () => {
  const saved = { place: "screen", waited: 0, isSaid: true, ...RANGE };
  const visits = new Map([
    [
      "one",
      visit([
        ["issued", "10:00"],
        ["service-started", "10:12"],
      ]),
    ],
  ]);
  const scored = scoreNumbers(
    [
      { ...saved, ticket: "one" },
      { ...saved, ticket: "one", place: "phone" },
      { ...saved, ticket: "none" },
    ],
    visits,
  );
  expect(promiseCounts(scored)).toEqual([
    { place: "screen", isSaid: true, within: 1, shorter: 0, longer: 0, unknown: 0 },
    { place: "phone", isSaid: true, within: 1, shorter: 0, longer: 0, unknown: 0 },
  ]);
});

const days = (count: number, more: Partial<WaitedDay> = {}): WaitedDay[] =>
  Array.from({ length: count }, (_, index) => ({
    date: `2026-11-${String(index + 1).padStart(2, "0")}`,
    halfHours: { 20: { 5: 1, 15: 1 }, 21: { 30: 1 }, 24: { 2: 1 } },
    visits: 4,
    complete: 4,
    ...more,
  }));

test("the usual wait is of whole hours; of one between them nothing is said, whether few came or nobody, and others are not listed", () => {
  const halfHours = { 20: { 5: 1, 15: 1 }, 21: { 30: 1 }, 24: { 2: 1 }, 27: { 9: 3 }, 30: { 2: 2 } };
  expect(usualOf(days(10, { halfHours }))).toEqual({
    hours: [
      { hour: 10, from: 15, to: 30, visits: 30 },
      { hour: 11, isFew: true },
      { hour: 12, isFew: true },
      { hour: 13, from: 9, to: 9, visits: 30 },
    ],
    days: 10,
    first: "2026-11-01",
    last: "2026-11-10",
  });
});

test("nothing is usual of nine days, of visits that were not recorded whole, or of few", () => {
  expect(usualOf(days(9))).toEqual({ why: "few-days", days: 9, needed: 10 });
  expect(usualOf(days(10, { complete: 3 }))).toEqual({ why: "incomplete" });
  expect(usualOf(days(10, { halfHours: { 20: { 5: 2 } } }))).toEqual({ why: "few-waits" });
});

test("an hour's range is asked of every visit that began to wait in it, by how they came", () => {
  const usual = { "walk-in": usualOf(days(10)), appointment: { why: "incomplete" } } as const;
  const late = visit(
    [
      ["booked", "09:00"],
      ["arrived", "10:40"],
      ["service-started", "11:50"],
    ],
    { appointed: onFirstDay("10:30"), channel: "phone", isTicket: false },
  );
  const visits = [
    visit([
      ["issued", "10:00"],
      ["service-started", "10:20"],
    ]),
    visit([
      ["issued", "10:59"],
      ["service-started", "11:30"],
    ]),
    visit([
      ["issued", "11:00"],
      ["service-started", "11:30"],
    ]),
    visit([
      ["issued", "12:00"],
      ["service-started", "12:30"],
    ]),
    visit([["turned-away", "10:30"]], { status: "turned-away" }),
    late,
  ];
  expect(promiseCounts(scoreUsual(usual, false, visits))).toEqual([
    { place: "usual-walk-in", isSaid: false, within: 1, shorter: 0, longer: 1, unknown: 0 },
  ]);
});

test("the binomial distribution is added up exactly", () => {
  expect(chanceOfAtMost(0, 3, 0.5)).toBeCloseTo(0.125, 12);
  expect(chanceOfAtMost(8, 10, 0.9)).toBeCloseTo(0.2639010709, 9);
  expect(chanceOfAtMost(39, 50, 0.9)).toBeCloseTo(0.0093546018, 9);
  expect(chanceOfAtMost(2_000, 2_000, 0.9)).toBeCloseTo(1, 9);
});

const outcomes = (kept: number, longer: number) => ({ within: kept, shorter: 0, longer, unknown: 400 });

test("an office falls silent by more than chance, never by fewer than fifty cases", () => {
  expect(isToBeSilent(false, outcomes(0, 49))).toBe(false);
  expect(isToBeSilent(false, outcomes(40, 10)), "two of a hundred right offices would do as badly").toBe(false);
  expect(isToBeSilent(false, outcomes(39, 11))).toBe(true);
  expect(isToBeSilent(false, outcomes(890, 110)), "of a thousand, 89 of a hundred may be chance").toBe(false);
  expect(isToBeSilent(false, outcomes(870, 130))).toBe(true);
});

test("and speaks again once nine of ten were kept since, by fifty cases", () => {
  expect(isToBeSilent(true, outcomes(49, 0))).toBe(true);
  expect(isToBeSilent(true, outcomes(45, 5))).toBe(false);
  expect(isToBeSilent(true, outcomes(44, 6))).toBe(true);
});
