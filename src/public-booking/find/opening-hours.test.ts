import { expect, test } from "vitest";
import { localDay } from "../../platform/time.ts";
import { readerIn } from "../frame/reader.ts";
import { hoursInLine, spanWords } from "./hours-words.ts";
import { isServing, sharedHours } from "./opening-hours.ts";

const on = (weekdays: string, opens: number, closes: number) =>
  [...weekdays].map((weekday) => ({ weekday: Number(weekday), opens, closes }));
const HOURS = [...on("12345", 480, 900), ...on("12345", 600, 840), ...on("2", 1020, 1140), ...on("6", 480, 780)];
const greek = readerIn("el", false);

test("what overlaps is one, and days alike are said together", () => {
  expect(hoursInLine(HOURS, greek)).toBe(
    "Δευτέρα 08:00–15:00, Τρίτη 08:00–15:00 και 17:00–19:00, Τετάρτη έως Παρασκευή 08:00–15:00, Σάββατο 08:00–13:00",
  );
  expect(sharedHours([])).toEqual([{ first: 1, last: 7, times: [] }]);
});

test("it serves within its hours and extra ones, and not while it is closed", () => {
  const date = Temporal.PlainDate.from("2026-11-24");
  const day = localDay(date);
  const closed = [{ reason: "Διακοπή ρεύματος", from: day.at(720), to: day.at(780) }];
  const extra = [{ from: day.at(450), to: day.at(470) }];
  const serves = [449, 450, 470, 479, 480, 720, 780, 899, 900, 1020].map((minute) =>
    isServing({ hours: HOURS, extra, closed }, { date, minute }),
  );
  expect(serves).toEqual([false, true, false, false, true, false, true, true, false, true]);
});

test("a closing is a day, some days or some hours", () => {
  const at = (date: string, minute: number) => localDay(Temporal.PlainDate.from(date)).at(minute);
  const said = (from: number, to: number) => spanWords({ from, to }, greek);
  expect(said(at("2026-11-27", 0), at("2026-11-28", 0))).toBe("Παρασκευή 27 Νοεμβρίου");
  expect(said(at("2026-11-27", 0), at("2026-12-01", 0))).toBe("Παρασκευή 27 Νοεμβρίου έως Δευτέρα 30 Νοεμβρίου");
  expect(said(at("2026-11-27", 720), at("2026-11-27", 900))).toBe("Παρασκευή 27 Νοεμβρίου, 12:00–15:00");
  expect(said(at("2026-12-24", 780), at("2026-12-25", 0))).toBe("Πέμπτη 24 Δεκεμβρίου, από τις 13:00");
});
