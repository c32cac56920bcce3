import { describe, expect, test } from "vitest";
import type { Texts } from "../../../kit/form/typing.ts";
import { timeIn } from "../../../platform/text/typed-time.ts";
import type { Exception } from "../../contract.ts";
import { newException } from "./exception-search.ts";
import { changedWith, exceptionFaults, exceptionRequestOf, exceptionTexts, reasonsFor } from "./exception-texts.ts";

const TODAY = "2026-11-24";
const form = (more: Texts = {}): Texts => ({ ...newException({ queue: 2 }, TODAY, 1), ...more });

describe("what is asked for", () => {
  test("a whole day, of a queue or of the office", () => {
    expect(exceptionRequestOf(form(), null)).toEqual({
      queue: 2,
      kind: "closed",
      date: TODAY,
      reason: "Απουσία υπαλλήλου",
    });
    expect(exceptionRequestOf(form({ queue: "office", reason: "strike" }), null)).toMatchObject({
      queue: null,
      reason: "Απεργία",
    });
  });

  test("today's rest, as it was when the day was seen", () => {
    const rest = { from: "10:42", to: "15:00" };
    expect(exceptionRequestOf(form({ hours: "rest" }), rest)).toMatchObject(rest);
    expect(exceptionRequestOf(form({ hours: "rest" }), null)).toBeNull();
  });

  test("times, and nothing while one can't be read", () => {
    const times = { hours: "times", from: "09:30", to: "14:00" };
    expect(exceptionRequestOf(form(times), null)).toMatchObject({ from: "09:30", to: "14:00" });
    expect(exceptionRequestOf(form({ ...times, to: "" }), null)).toBeNull();
  });

  test("several days, every week, in own words", () => {
    const wish = { lastDate: "2026-11-26", isWeekly: "yes", weeklyUntil: "2026-12-31", reason: "other" };
    expect(exceptionRequestOf(form({ ...wish, reasonText: " Απογραφή " }), null)).toMatchObject({
      lastDate: "2026-11-26",
      weeklyUntil: "2026-12-31",
      reason: "Απογραφή",
    });
    expect(exceptionRequestOf(form({ ...wish, weeklyUntil: "" }), null)).toBeNull();
    expect(exceptionRequestOf(form({ lastDate: "" }), null)).not.toHaveProperty("lastDate");
    for (const unread of ["", "0002-11-24", "0202-11-24"])
      expect(exceptionRequestOf(form({ date: unread }), null)).toBeNull();
    expect(exceptionRequestOf(form({ lastDate: "0020-12-01" }), null)).toBeNull();
    expect(exceptionRequestOf(form({ reason: "other" }), null)).toMatchObject({ reason: "Άλλο" });
  });
});

test.each([
  ["9", "09:00"],
  ["930", "09:30"],
  ["9.30", "09:30"],
  [" 14:05 ", "14:05"],
  ["24:00", "24:00"],
  ["24:30", null],
  ["12:60", null],
  ["", null],
  ["αύριο", null],
])("«%s» is %s", (typed, time) => {
  expect(timeIn(typed)).toBe(time);
});

test("what can't be read is told of at its own field, and the last day may be blank", () => {
  const fields = (more: Texts) => exceptionFaults(form(more)).map(({ field, code }) => `${field} ${code}`);
  expect(fields({ lastDate: "" })).toEqual([]);
  expect(fields({ date: "", lastDate: "0020-12-01" })).toEqual(["date date-required", "lastDate date-required"]);
  expect(fields({ hours: "times" })).toEqual(["from time-required", "to time-required"]);
  expect(fields({ isWeekly: "yes" })).toEqual(["weeklyUntil date-required"]);
});

test("another first day takes a single day along, and never comes after the last", () => {
  const withDate = (values: Texts, date: string) => ({ ...values, ...changedWith(values, "date", date) });
  expect(withDate(form(), "2026-11-27")).toMatchObject({ date: "2026-11-27", lastDate: "2026-11-27" });
  expect(withDate(withDate(form(), ""), "2026-11-27")).toMatchObject({ date: "2026-11-27", lastDate: "2026-11-27" });
  const several = form({ lastDate: "2026-11-26" });
  expect(withDate(several, "2026-11-25").lastDate).toBe("2026-11-26");
  expect(withDate(several, "2026-11-30").lastDate).toBe("2026-11-30");
});

test("extra hours always have their times", () => {
  expect(changedWith(form(), "kind", "extra")).toMatchObject({ kind: "extra", hours: "times" });
  expect(changedWith(form(), "kind", "closed")).toEqual({ kind: "closed", reason: "absence" });
});

describe("an exception that there is, as its form", () => {
  const exception = (from: string, to: string, reason: string) =>
    ({ queue: 2, kind: "closed", from: `${from}:00+02:00`, to: `${to}:00+02:00`, reason }) as Exception;
  test.each([
    ["2026-11-24T10:00", "2026-11-24T14:00", { hours: "times", from: "10:00", to: "14:00", lastDate: TODAY }],
    ["2026-11-24T10:00", "2026-11-25T00:00", { hours: "times", from: "10:00", to: "24:00", lastDate: TODAY }],
    ["2026-11-24T00:00", "2026-11-27T00:00", { hours: "day", lastDate: "2026-11-26" }],
  ])("%s to %s", (from, to, shown) => {
    expect(exceptionTexts(exception(from, to, "Εκπαίδευση"))).toMatchObject({
      date: TODAY,
      reason: "training",
      ...shown,
    });
  });

  test("asks for the same again", () => {
    const texts = exceptionTexts(exception("2026-11-24T10:00", "2026-11-24T14:00", "Απογραφή"));
    expect([texts.reason, texts.reasonText]).toEqual(["other", "Απογραφή"]);
    expect(exceptionRequestOf(texts, null)).toEqual({
      queue: 2,
      kind: "closed",
      date: TODAY,
      from: "10:00",
      to: "14:00",
      reason: "Απογραφή",
    });
  });
});

test("without a queue in the address it begins with the default one, not with the whole office", () => {
  expect(newException({}, TODAY, 1)).toMatchObject({ queue: "1", date: TODAY, hours: "day" });
  expect(newException({ from: "10:00", to: "14:00" }, TODAY, 1)).toMatchObject({ hours: "times", from: "10:00" });
});

test("extra hours are no absence: their reason is their own, and own words go along", () => {
  expect(changedWith({ reason: "absence" }, "kind", "extra")).toMatchObject({ reason: "demand", hours: "times" });
  expect(changedWith({ reason: "demand" }, "kind", "closed")).toMatchObject({ reason: "absence" });
  expect(changedWith({ reason: "other" }, "kind", "extra")).toMatchObject({ reason: "other" });
  expect(reasonsFor({ kind: "extra", reason: "absence" })).toEqual(["absence", "demand", "other"]);
  expect(reasonsFor({ kind: "closed", reason: "strike" })).not.toContain("demand");
});
