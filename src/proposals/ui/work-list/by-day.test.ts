import { expect, test } from "vitest";
import type { WorkList } from "../../contract.ts";
import { byDay } from "./by-day.ts";

test("each day once, with its own closings and appointments in their order", () => {
  const list = {
    appointments: ["2026-11-26", "2026-11-26", "2026-12-10"].map((date, id) => ({ appointment: { id, date } })),
    closings: [
      { date: "2026-11-26", kind: "closure", reason: "Απεργία" },
      { date: "2026-12-10", kind: "holiday", reason: "Τοπική αργία" },
    ],
  } as unknown as WorkList;
  const days = byDay(list);
  expect(days.map(({ date, appointments }) => [date, appointments.length])).toEqual([
    ["2026-11-26", 2],
    ["2026-12-10", 1],
  ]);
  expect(days.map(({ closings }) => closings.map(({ reason }) => reason))).toEqual([["Απεργία"], ["Τοπική αργία"]]);
});
