import { expect, test } from "vitest";
import { afterHearing } from "./outage.ts";

const NONE = { lostAt: null, over: null };
const heard = (time: string, date = "2026-11-24") => ({ date, time });

test("an outage is over with the first answer after it", () => {
  const lost = afterHearing(NONE, "09:05", heard("09:05"));
  expect(lost).toEqual({ lostAt: "09:05", over: null });
  expect(afterHearing(lost, "09:05", heard("09:05"))).toBe(lost);
  expect(afterHearing(lost, undefined, heard("09:05")), "no answer has come yet").toBe(lost);
  expect(afterHearing(lost, undefined, heard("10:20"))).toEqual({
    lostAt: null,
    over: { date: "2026-11-24", from: "09:05", to: "10:20" },
  });
});

test("the next one begins anew, and a night is none of this day", () => {
  const over = { lostAt: null, over: { date: "2026-11-24", from: "09:05", to: "10:20" } };
  expect(afterHearing(over, "11:00", heard("11:00"))).toEqual({ lostAt: "11:00", over: null });
  expect(afterHearing({ lostAt: "23:50", over: null }, undefined, heard("07:45", "2026-11-25"))).toEqual(NONE);
});

test("nothing changes while nothing happens", () => {
  expect(afterHearing(NONE, undefined, heard("09:05"))).toBe(NONE);
});
