import { expect, test } from "vitest";
import type { Gap } from "../../contract.ts";
import { gapGroups } from "./gap-groups.ts";

const gap = (date: string, changes: Partial<Gap> = {}): Gap => ({
  date,
  from: "08:00",
  to: "14:00",
  queue: 2,
  why: "no-employee",
  reason: null,
  ...changes,
});

test("the same gap of several days is one, in the order of its first day", () => {
  const exception = { why: "exception", reason: "Συνάντηση" } as const;
  const groups = gapGroups([gap("2026-11-24"), gap("2026-11-25", exception), gap("2026-11-25"), gap("2026-11-26")]);
  expect(groups.map(({ dates, why }) => [why, ...dates])).toEqual([
    ["no-employee", "2026-11-24", "2026-11-25", "2026-11-26"],
    ["exception", "2026-11-25"],
  ]);
});

test("another time, queue or reason is another gap", () => {
  const others: Partial<Gap>[] = [{ to: "13:00" }, { queue: null }, { why: "exception", reason: "Άλλη" }];
  expect(gapGroups([gap("2026-11-24"), ...others.map((changes) => gap("2026-11-25", changes))])).toHaveLength(4);
});
