import { expect, test } from "vitest";
import { epochMinute } from "../../src/platform/time.ts";
import { firstOfWorkdays, workday, workdayBefore } from "./workdays.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const minute = (text: string) => epochMinute(Temporal.Instant.from(text));

test("working days are counted from Monday to Friday", () => {
  expect(workday(date("2026-11-28")).toString()).toBe("2026-11-30");
  expect(workday(date("2026-11-24"), 4).toString()).toBe("2026-11-30");
  expect(firstOfWorkdays(date("2026-11-24"), 1).toString()).toBe("2026-11-24");
  expect(firstOfWorkdays(date("2026-11-24"), 2).toString()).toBe("2026-11-23");
  expect(firstOfWorkdays(date("2026-11-24"), 250).toString()).toBe("2025-12-10");
});

test("so many days before, on Athens' calendar, or the Friday before", () => {
  expect(workdayBefore(minute("2026-11-24T08:00:00Z"), 1).date.toString()).toBe("2026-11-23");
  expect(workdayBefore(minute("2026-11-24T08:00:00Z"), 2).date.toString()).toBe("2026-11-20");
  expect(workdayBefore(minute("2026-11-23T22:30:00Z"), 1).date.toString()).toBe("2026-11-23");
});
