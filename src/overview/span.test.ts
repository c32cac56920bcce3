import { expect, test } from "vitest";
import { localDay } from "../platform/time.ts";
import { span } from "./span.ts";

const [plain, longer, shorter] = ["2026-11-24", "2027-10-31", "2027-03-28"].map((date) =>
  localDay(Temporal.PlainDate.from(date)),
);
const said = (day = plain, from = 0, to = 0) => day && span({ from: day.from + from, to: day.from + to }, day);

test("a part ends with its day, whatever reaches beyond", () => {
  expect(said(plain, 480, 555)).toEqual({ from: "08:00", to: "09:15" });
  expect(said(plain, -60, 1500)).toEqual({ from: "00:00", to: "24:00" });
  expect(said(longer, 0, 1500)).toEqual({ from: "00:00", to: "24:00" });
});

test("what ends as the clock is set does not seem to end before it", () => {
  expect(said(longer, 120, 240)).toEqual({ from: "02:00", to: "04:00" });
  expect(said(longer, 240, 300)).toEqual({ from: "03:00", to: "04:00" });
  expect(said(shorter, 120, 180)).toEqual({ from: "02:00", to: "03:00" });
  expect(said(shorter, 180, 240)).toEqual({ from: "04:00", to: "05:00" });
});
