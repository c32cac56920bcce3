import { expect, test } from "vitest";
import type { OfficeProgress } from "../../contract.ts";
import { doneThisWeek, groupsBy, stagesOf } from "./progress-groups.ts";

const office = (more: Partial<OfficeProgress>): OfficeProgress => ({
  code: "9901",
  name: "ΚΕΠ",
  region: "Κρήτης",
  regionalUnit: null,
  municipality: "Δήμος",
  state: "not-begun",
  actions: 0,
  begunAt: null,
  submittedAt: null,
  version: 0,
  ...more,
});
const offices = [
  office({ state: "done", submittedAt: "2026-11-22T23:59:59+02:00" }),
  office({ region: "Αττικής", state: "done", submittedAt: "2026-11-23T00:00:00+02:00" }),
  office({ region: "Αττικής", state: "under-way" }),
  office({ region: "Αττικής" }),
  office({ region: null }),
];

test("each region has its stages, the largest one first; offices of none are a group too", () => {
  expect(groupsBy(offices, "region")).toEqual([
    { name: "Αττικής", done: 1, underWay: 1, notBegun: 1, all: 3 },
    { name: "Κρήτης", done: 1, underWay: 0, notBegun: 0, all: 1 },
    { name: null, done: 0, underWay: 0, notBegun: 1, all: 1 },
  ]);
  expect(stagesOf(offices)).toEqual({ done: 2, underWay: 1, notBegun: 2, all: 5 });
});

test("a week begins on Monday", () => {
  expect(doneThisWeek(offices, "2026-11-24")).toBe(1);
  expect(doneThisWeek(offices, "2026-11-22")).toBe(2);
});
