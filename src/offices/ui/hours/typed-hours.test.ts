import { expect, test } from "vitest";
import {
  dayHoursOnScreen,
  dayTexts,
  isSameDay,
  rowsToCome,
  withDay,
  withNewRow,
  withoutRow,
  withRow,
} from "./typed-hours.ts";

test("what is typed for a day stays as it is typed, whatever it is, and the other days as they were", () => {
  const stored = "Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00";
  const typed = withDay(stored, 2, "το πρωί; ίσως ");
  expect(dayTexts(typed)).toEqual(["08:00-15:00", "08:00-15:00 17:00-19:00", "το πρωί, ίσως ", "", "", "", ""]);
  expect(dayTexts(withDay(typed, 0, ""))[0]).toBe("");
  expect(dayHoursOnScreen("08:00-15:00 17:00-19:00")).toBe("08:00–15:00, 17:00–19:00");
  expect(dayHoursOnScreen("8-15")).toBe("8-15");
  expect([isSameDay("8-15", "08:00-15:00"), isSameDay("", "κλειστό"), isSameDay("8-15", "8-14")]).toEqual([
    true,
    true,
    false,
  ]);
});

test("days that are over are not shown, and go away with the next change; one that is typed stays", () => {
  const saved = "2026-11-20|closed||Χθες\n2026-12-24|closed||Παραμονή";
  const rows = rowsToCome(saved, saved, "2026-11-24");
  expect(rows.map(({ reason }) => reason)).toEqual(["Παραμονή"]);
  const more = withNewRow(rows);
  expect(rowsToCome(more, saved, "2026-11-24")).toHaveLength(2);
  const changed = withRow(rowsToCome(more, saved, "2026-11-24"), 1, { first: "2026-11-01", reason: "α|β" });
  expect(rowsToCome(changed, saved, "2026-11-24")[1]).toMatchObject({ first: "2026-11-01", reason: "α|β" });
  expect(withoutRow(rows, 0)).toBe("");
});
