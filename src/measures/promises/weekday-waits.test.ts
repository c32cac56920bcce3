import { expect, test } from "vitest";
import { weekly } from "../../../test/measured-waits.ts";
import { measuredVisit } from "../visit.ts";
import { promiseCounts, scoreUsual } from "./score.ts";
import { type UsualWait, usualOf, type WaitedDay } from "./usual-wait.ts";
import { usualByWeekday, usualOn, weekdaysToChoose } from "./weekday-waits.ts";

const of = (dates: readonly string[], halfHours: WaitedDay["halfHours"], more: Partial<WaitedDay> = {}): WaitedDay[] =>
  dates.map((date) => ({ date, halfHours, visits: 5, complete: 4, ...more }));
const TUESDAYS = weekly("2026-11-17", 10);
const WEDNESDAYS = weekly("2026-11-18", 9);
const SHORT = { 20: { 5: 4 } };
const LONG = { 20: { 20: 4 } };

const usual = (walkIn: readonly WaitedDay[], appointment: readonly WaitedDay[] = []): UsualWait => ({
  "walk-in": usualOf(walkIn),
  appointment: usualOf(appointment),
  weekdays: usualByWeekday({ "walk-in": walkIn, appointment }),
});
const BOTH = usual([...of(TUESDAYS, SHORT), ...of(WEDNESDAYS, LONG)]);

test("a weekday of ten days stands apart, one of nine is told of all days, and one without any is not told of", () => {
  expect(weekdaysToChoose(BOTH)).toEqual([2, 3]);
  expect(usualOn(BOTH, "walk-in", 2)).toMatchObject({ isApart: true, part: { days: 10, hours: [{ from: 5, to: 5 }] } });
  expect(usualOn(BOTH, "walk-in", 3)).toMatchObject({
    isApart: false,
    part: { days: 19, hours: [{ from: 5, to: 20 }] },
  });
  expect(usualOn(BOTH, "walk-in", 7)).toBeNull();
  expect(usualOn(BOTH, "appointment", 2)).toEqual({ isApart: false, part: { why: "few-days", days: 0, needed: 10 } });
});

test("a weekday on which fewer than thirty waited cannot be chosen: that anybody came on it is not told", () => {
  const few = of(weekly("2026-11-14", 7), SHORT);
  const choices = (saturdays: readonly WaitedDay[]) => weekdaysToChoose(usual([...of(TUESDAYS, SHORT), ...saturdays]));
  expect(choices(few)).toEqual([2]);
  expect(choices([...few, ...of(["2026-09-26"], { 24: { 5: 2 } })])).toEqual([2, 6]);
});

test("where none stands apart all days are told of each, also where an earlier release has counted", () => {
  const { weekdays, ...whole } = usual(of(WEDNESDAYS, LONG));
  for (const each of [whole, { ...whole, weekdays }, { ...whole, weekdays: {} }])
    expect([weekdaysToChoose(each), usualOn(each, "walk-in", 7)]).toEqual([
      [],
      { isApart: false, part: whole["walk-in"] },
    ]);
});

test("a weekday's own table says something of four of five of its visits, of days that were recorded whole, or is not shown", () => {
  const apart = (halfHours: WaitedDay["halfHours"], more?: Partial<WaitedDay>) =>
    weekdaysToChoose(usual(of(TUESDAYS, halfHours, more))).length > 0;
  expect(apart({ 20: { 5: 8 }, 24: { 5: 2 } }), "8 of 10").toBe(true);
  expect(apart({ 20: { 5: 7 }, 24: { 5: 2 } }), "7 of 9").toBe(false);
  expect(apart(SHORT, { complete: 3 })).toBe(false);
});

test("each visit is asked by the table of its own weekday", () => {
  const waited = (date: string, until: string) =>
    measuredVisit({
      id: date,
      date,
      counter: 1,
      appointed: null,
      placeMinutes: 0,
      isTicket: true,
      service: null,
      group: null,
      channel: "in-person",
      queue: 1,
      status: "served",
      minutes: 10,
      acts: ["10:00", until].map((time, index) => ({
        version: index + 1,
        kind: index === 0 ? "issued" : "service-started",
        at: Temporal.Instant.from(`${date}T${time}:00+02:00`),
        isFromPaper: false,
        changesStatus: true,
        undoes: null,
      })),
    });
  const judged = (date: string) => promiseCounts(scoreUsual(BOTH, true, [waited(date, "10:12")]));
  const none = { place: "usual-walk-in", isSaid: true, within: 0, shorter: 0, longer: 0, unknown: 0 };
  expect(judged("2026-11-24"), "a Tuesday: five minutes were said").toEqual([{ ...none, longer: 1 }]);
  expect(judged("2026-11-25"), "a Wednesday: twenty").toEqual([{ ...none, within: 1 }]);
  expect(judged("2026-11-29"), "a Sunday: nothing").toEqual([]);
});
