import { describe, expect, test } from "vitest";
import { timeIn } from "../../../platform/text/typed-time.ts";
import type { Exception } from "../../contract.ts";
import { exceptionForm, exceptionRequestOf, newForm, validateExceptionSearch, withDate } from "./form.ts";

const TODAY = "2026-11-24";
const form = (more: object = {}) => ({ ...newForm({ queue: 2 }, TODAY, 1), ...more });

describe("what is asked for", () => {
  test("a whole day, of a queue or of the office", () => {
    expect(exceptionRequestOf(form(), null)).toEqual({
      queue: 2,
      kind: "closed",
      date: TODAY,
      reason: "Απουσία υπαλλήλου",
    });
    expect(exceptionRequestOf(form({ queue: null, reason: "strike" }), null)).toMatchObject({
      queue: null,
      reason: "Απεργία",
    });
  });

  test("today's rest, as it was when the day was seen", () => {
    const rest = { from: "10:42", to: "15:00" };
    expect(exceptionRequestOf(form({ hours: "rest" }), rest)).toMatchObject(rest);
    expect(exceptionRequestOf(form({ hours: "rest" }), null)).toBeNull();
  });

  test("times as people write them, and nothing while one can't be read", () => {
    const times = { hours: "times", from: "930", to: "14" };
    expect(exceptionRequestOf(form(times), null)).toMatchObject({ from: "09:30", to: "14:00" });
    expect(exceptionRequestOf(form({ ...times, to: "" }), null)).toBeNull();
  });

  test("several days, every week, in own words", () => {
    const wish = { lastDate: "2026-11-26", isWeekly: true, weeklyUntil: "2026-12-31", reason: "other" };
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

test("another first day takes a single day along, and never comes after the last", () => {
  expect(withDate(form(), "2026-11-27")).toMatchObject({ date: "2026-11-27", lastDate: "2026-11-27" });
  expect(withDate(withDate(form(), ""), "2026-11-27")).toMatchObject({ date: "2026-11-27", lastDate: "2026-11-27" });
  const several = form({ lastDate: "2026-11-26" });
  expect(withDate(several, "2026-11-25").lastDate).toBe("2026-11-26");
  expect(withDate(several, "2026-11-30").lastDate).toBe("2026-11-30");
});

describe("an exception that there is, as its form", () => {
  const exception = (from: string, to: string, reason: string) =>
    ({ queue: 2, kind: "closed", from: `${from}:00+02:00`, to: `${to}:00+02:00`, reason }) as Exception;
  test.each([
    ["2026-11-24T10:00", "2026-11-24T14:00", { hours: "times", from: "10:00", to: "14:00", lastDate: TODAY }],
    ["2026-11-24T10:00", "2026-11-25T00:00", { hours: "times", from: "10:00", to: "24:00", lastDate: TODAY }],
    ["2026-11-24T00:00", "2026-11-27T00:00", { hours: "day", lastDate: "2026-11-26" }],
  ])("%s to %s", (from, to, shown) => {
    expect(exceptionForm(exception(from, to, "Εκπαίδευση"))).toMatchObject({
      date: TODAY,
      reason: "training",
      ...shown,
    });
  });

  test("asks for the same again", () => {
    const { reason, ...rest } = exceptionForm(exception("2026-11-24T10:00", "2026-11-24T14:00", "Απογραφή"));
    expect([reason, rest.reasonText]).toEqual(["other", "Απογραφή"]);
    expect(exceptionRequestOf({ ...rest, reason }, null)).toEqual({
      ...{ queue: 2, kind: "closed", date: TODAY, from: "10:00", to: "14:00", reason: "Απογραφή" },
    });
  });
});

test("without a queue in the address it begins with the default one, not with the whole office", () => {
  expect(newForm({}, TODAY, 1)).toMatchObject({ queue: 1, date: TODAY, hours: "day" });
  expect(newForm({ from: "10:00", to: "14:00" }, TODAY, 1)).toMatchObject({ hours: "times", from: "10:00" });
});

test("an address may come from anywhere", () => {
  expect(validateExceptionSearch({ queue: 2, date: TODAY, from: "10", to: "14:00", hours: "times" })).toEqual({
    ...{ queue: 2, date: TODAY, from: "10:00", to: "14:00", hours: "times" },
  });
  const nonsense = { queue: "2", date: "tomorrow", from: 7, to: "x", hours: "never", more: 1 };
  expect(Object.values(validateExceptionSearch(nonsense)).filter((value) => value !== undefined)).toEqual([]);
});
