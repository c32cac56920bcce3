import { describe, expect, test } from "vitest";
import {
  besideDefaults,
  type ClosureBeginning,
  closureErrors,
  closureInterval,
  holidayErrors,
  serviceErrors,
} from "./rules.ts";

const TODAY = "2026-11-24";
/** 10:42 in Athens */
const NOW_MINUTE = Temporal.Instant.from("2026-11-24T08:42:00Z").epochMilliseconds / 60_000;
const wish = {
  region: null,
  from: "2026-12-01",
  fromTime: "00:00",
  to: "2026-12-01",
  toTime: "24:00",
  reason: "Εκλογές",
};
const faults = (more: object, begun: ClosureBeginning | null = null) =>
  closureErrors({ ...wish, ...more }, { regions: ["Αττική"], today: TODAY, nowMinute: NOW_MINUTE, begun }).map(
    ({ field, code }) => `${field}: ${code}`,
  );

describe("a closure", () => {
  test("of a day, of today's rest, of a region", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ from: TODAY, to: TODAY })).toEqual([]);
    expect(faults({ region: "Αττική" })).toEqual([]);
  });

  test.each([
    [{ reason: "  " }, "reason: closure-reason-required"],
    [{ reason: "α".repeat(121) }, "reason: field-too-long"],
    [{ region: "Ατλαντίδα" }, "region: region-unknown"],
    [{ from: "2026-11-23" }, "from: date-past"],
    [{ to: "2026-11-30" }, "to: range-inverted"],
    [{ to: "2036-12-01" }, "to: closure-too-long"],
    [{ fromTime: "12:00", toTime: "12:00" }, "toTime: hours-inverted"],
    [{ from: TODAY, to: TODAY, toTime: "10:42" }, "toTime: closure-past"],
  ])("%o is refused at its field", (more, fault) => expect(faults(more)).toEqual([fault]));

  test("may begin in the past only where the running one has begun", () => {
    const begun = { from: "2026-11-23", fromTime: "12:00" };
    expect(faults(begun, begun)).toEqual([]);
    expect(faults({ from: TODAY }, begun)).toEqual([]);
    for (const other of [{ from: "2026-11-23" }, { from: "2026-11-22", fromTime: "12:00" }])
      expect(faults(other, begun)).toEqual(["from: date-past"]);
  });

  test("of 92 days at most", () => {
    expect(faults({ to: "2027-03-02" })).toEqual([]);
    expect(faults({ to: "2027-03-03" })).toEqual(["to: closure-too-long"]);
  });

  test.each([
    ["2027-03-28", 23],
    ["2027-10-31", 25],
  ])("of the day on which the clocks change, %s, has %i hours", (date, hours) => {
    const { from, to } = closureInterval({ ...wish, from: date, to: date });
    expect((to - from) / 60).toBe(hours);
  });
});

describe("holidays beside the computed ones", () => {
  const day = (date: string, name: string, closedFrom = "00:00") => ({ date, name, nameEn: name, closedFrom });
  const saturday = day("2027-05-01", "Μεγάλο Σάββατο");
  const labour = day("2027-05-01", "Πρωτομαγιά");
  const eve = day("2027-12-24", "Παραμονή", "13:00");
  const defaults = [saturday, labour, eve];
  const origins = (rows: ReturnType<typeof day>[]) => {
    const { holidays, missing } = besideDefaults(rows, defaults);
    return [
      ...holidays.map(({ name, origin, defaultDate }) => [name, origin, defaultDate]),
      ...missing.map(({ name, why, coincidesWith }) => [name, why, coincidesWith]),
    ];
  };

  test("1 May falls on Holy Saturday and waits to be moved", () =>
    expect(origins([saturday, eve])).toEqual([
      ["Μεγάλο Σάββατο", "default", null],
      ["Παραμονή", "default", null],
      ["Πρωτομαγιά", "coincides", "Μεγάλο Σάββατο"],
    ]));

  test("moved, it remembers its date", () =>
    expect(origins([saturday, day("2027-05-04", "Πρωτομαγιά"), eve])).toEqual([
      ["Μεγάλο Σάββατο", "default", null],
      ["Πρωτομαγιά", "moved", "2027-05-01"],
      ["Παραμονή", "default", null],
    ]));

  test("changed, removed, renamed and added", () =>
    expect(origins([day("2027-05-01", "Άλλη"), day("2027-06-01", "Πένθος"), day("2027-12-24", "Παραμονή")])).toEqual([
      ["Άλλη", "changed", null],
      ["Πένθος", "added", null],
      ["Παραμονή", "changed", null],
    ]));

  test("removed", () =>
    expect(origins([saturday, day("2027-05-04", "Πρωτομαγιά")]).at(-1)).toEqual(["Παραμονή", "removed", null]));

  test("needs both names and a day to come", () =>
    expect(holidayErrors({ date: "2026-11-23", name: " ", nameEn: "" }, TODAY).map(({ field }) => field)).toEqual([
      "date",
      "name",
      "nameEn",
    ]));
});

describe("a service", () => {
  test("may lack what to bring, and nothing else", () =>
    expect(
      serviceErrors({ code: "x", name: "", shortName: " ", nameEn: "x", minutes: 10, toBring: [] }).map(
        ({ field, code }) => `${field}: ${code}`,
      ),
    ).toEqual(["name: field-required", "shortName: field-required"]));

  test.each([
    [{ code: "Γέννηση" }, "service-code-malformed"],
    [{ minutes: 4 }, "number-out-of-range"],
    [{ minutes: 7.5 }, "number-not-whole"],
    [{ shortName: "α".repeat(41) }, "field-too-long"],
    [{ name: "α\u202eβ" }, "field-control-characters"],
  ])("%o is refused", (more, code) => expect(serviceErrors(more)).toMatchObject([{ code }]));
});
