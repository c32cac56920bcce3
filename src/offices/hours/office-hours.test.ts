import { expect, test } from "vitest";
import { localDay } from "../../platform/time.ts";
import { officeHours, openOn, stateAt } from "./office-hours.ts";

const WEEK =
  "Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00; We 08:00-15:00; Th 08:00-15:00; Fr 08:00-15:00; Su 00:00-06:00";
const EXCEPTIONS =
  "2026-11-28|09:00-13:00||Μόνο για θέρμανση\n2026-12-15|closed|closed|Τοπική αργία\n2026-12-24|08:00-12:00||Παραμονή";
const hours = officeHours({ counterHours: WEEK, telephoneHours: "Tu 09:00-13:00", hoursExceptions: EXCEPTIONS });

const day = (date: string) => localDay(Temporal.PlainDate.from(date));
const closing = (date: string, from: number, to: number, reason: string) => ({
  from: day(date).at(from),
  to: day(date).at(to),
  reason,
});
const CLOSED = [
  closing("2026-11-26", 600, 660, "Διακοπή ρεύματος"),
  closing("2026-12-25", 0, 1440, "Χριστούγεννα"),
  closing("2026-12-28", 720, 1440, "Απεργία"),
];

const athens = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime("Europe/Athens").toInstant();

/** «open 15:00», «closed 2026-11-24 17:00 why» */
function said(text: string, side: "counter" | "telephone" = "counter", now = athens(text)): string {
  const state = stateAt(hours, side, { now, closed: CLOSED, days: 30 });
  if (state.is === "unknown") return "unknown";
  if (state.is === "open") return `open ${state.until}`;
  const { opens, why } = state;
  return ["closed", opens?.date, opens?.time, why?.reason].filter(Boolean).join(" ");
}

test.each([
  ["before it opens", "2026-11-24T07:59:59", "closed 2026-11-24 08:00"],
  ["the instant of opening", "2026-11-24T08:00", "open 15:00"],
  ["the last second", "2026-11-24T14:59:59", "open 15:00"],
  ["the instant of closing", "2026-11-24T15:00", "closed 2026-11-24 17:00"],
  ["in the evening", "2026-11-24T17:00", "open 19:00"],
  ["after the evening", "2026-11-24T19:00", "closed 2026-11-25 08:00"],
  ["a closing in the morning", "2026-11-26T09:59", "open 10:00"],
  ["its first instant", "2026-11-26T10:00", "closed 2026-11-26 11:00"],
  ["its end", "2026-11-26T11:00", "open 15:00"],
  ["a Saturday that is open besides", "2026-11-28T09:00", "open 13:00"],
  ["when that is over", "2026-11-28T13:00", "closed 2026-11-29 00:00"],
  ["midnight", "2026-11-29T00:00", "open 06:00"],
  ["a day that the office closes, and why", "2026-12-15T10:00", "closed 2026-12-16 08:00 Τοπική αργία"],
  ["a short day", "2026-12-24T12:00", "closed 2026-12-27 00:00"],
  ["a holiday, and why", "2026-12-25T09:00", "closed 2026-12-27 00:00 Χριστούγεννα"],
  ["a Saturday as always, without a reason", "2026-12-26T09:00", "closed 2026-12-27 00:00"],
  ["a day that is closed in part, open till then", "2026-12-28T11:00", "open 12:00"],
  ["and closed from then on, with no reason for the whole day", "2026-12-28T13:00", "closed 2026-12-29 08:00"],
])("%s: %s", (_, now, expected) => {
  expect(said(now)).toBe(expected);
});

test("the telephone has hours of its own; of what nobody said nothing is guessed", () => {
  expect(said("2026-11-24T14:00", "telephone")).toBe("closed 2026-12-01 09:00");
  expect(said("2026-12-15T10:00", "telephone")).toBe("closed 2026-12-22 09:00 Τοπική αργία");
  const unknown = officeHours({ counterHours: null, telephoneHours: null, hoursExceptions: null });
  const now = athens("2026-11-24T10:00");
  expect(stateAt(unknown, "counter", { now, closed: [], days: 30 })).toEqual({ is: "unknown" });
  const never = officeHours({ counterHours: null, telephoneHours: null, hoursExceptions: "2026-11-24|closed||" });
  expect(stateAt(never, "counter", { now, closed: [], days: 30 })).toMatchObject({ is: "closed", opens: null });
});

test("the days on which clocks change", () => {
  // 29 March 2026: 03:00 is 04:00; 25 October 2026: 04:00 is 03:00 once more.
  expect(said("", "counter", Temporal.Instant.from("2026-03-29T02:59:00Z"))).toBe("open 06:00");
  expect(said("", "counter", Temporal.Instant.from("2026-03-29T03:00:00Z"))).toBe("closed 2026-03-30 08:00");
  expect(said("", "counter", Temporal.Instant.from("2026-10-25T00:30:00Z"))).toBe("open 06:00");
  expect(said("", "counter", Temporal.Instant.from("2026-10-25T01:30:00Z"))).toBe("open 06:00");
  expect(said("", "counter", Temporal.Instant.from("2026-10-25T04:00:00Z"))).toBe("closed 2026-10-26 08:00");
  const parts = openOn(hours, "counter", Temporal.PlainDate.from("2026-10-25"), []) ?? [];
  expect(parts.map(({ from, to }) => to - from)).toEqual([420]);
});
