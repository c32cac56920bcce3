import { expect, test } from "vitest";
import { isConcerned, type News } from "./followed.ts";

const change: News = { kind: "change", dates: ["2026-11-24", "2026-11-25"], appointment: "a" };
const concerned = (news: News, ...key: string[]) => isConcerned(key, "9901", [news]);

test("a change asks again for its days, its appointment and what sums up", () => {
  expect(concerned(change, "day", "9901", "2026-11-25")).toBe(true);
  expect(concerned(change, "appointment", "9901", "a")).toBe(true);
  expect(concerned(change, "history", "9901", "a")).toBe(true);
  expect(concerned(change, "availability", "9901", "2026-11-01", "2026-11-30")).toBe(true);
  expect(concerned(change, "weeks", "9901", "2026-11-24")).toBe(true);
  expect(concerned(change, "days-of-all", "2026-11-24")).toBe(true);
});

test("and for nothing else", () => {
  expect(concerned(change, "day", "9901", "2026-11-26")).toBe(false);
  expect(concerned(change, "day", "9902", "2026-11-24")).toBe(false);
  expect(concerned(change, "appointment", "9901", "b")).toBe(false);
  expect(concerned(change, "office", "9901")).toBe(false);
});

test("after other rules, whatever follows from them", () => {
  expect(concerned({ kind: "rules" }, "office", "9901")).toBe(true);
  expect(concerned({ kind: "rules" }, "day", "9901", "2026-11-26")).toBe(true);
  expect(concerned({ kind: "rules" }, "queues", "9901")).toBe(true);
  for (const what of ["rule-changes", "work-list", "work-list-count"])
    expect(concerned({ kind: "rules" }, what, "9901")).toBe(true);
  expect(concerned(change, "queues", "9901")).toBe(false);
  expect(concerned(change, "work-list", "9901")).toBe(false);
  expect(concerned({ kind: "rules" }, "appointment", "9901", "a")).toBe(false);
});

test("the times that a form offers follow a change of one of their days, and every other rule", () => {
  expect(concerned(change, "free-times", "9901", "2026-11-25", "2026-12-09", "copy", "phone")).toBe(true);
  expect(concerned(change, "free-times", "9901", "2026-11-26", "2026-12-09", "copy", "phone")).toBe(false);
  expect(concerned({ kind: "rules" }, "free-times", "9901", "2026-11-26", "2026-12-09")).toBe(true);
});

test("a search is never asked for again by itself", () => {
  for (const kind of ["change", "rules", "all"] as const)
    for (const what of ["person-search", "me"]) expect(concerned({ ...change, kind }, what, "9901")).toBe(false);
});

test("where nothing has changed for longer than what is shown was asked, nothing is asked again", () => {
  const quiet = (ms: number, age: number, ...key: string[]) => isConcerned(key, "9901", [{ kind: "quiet", ms }], age);
  expect(quiet(3_000, 2_999, "day", "9901", "2026-11-24")).toBe(false);
  expect(quiet(3_000, 3_001, "day", "9901", "2026-11-24")).toBe(true);
  expect(quiet(3_000, Number.POSITIVE_INFINITY, "queues", "9901")).toBe(true);
  expect(quiet(3_000, 10, "days-of-all", "2026-11-24"), "of several offices, of which one is quiet").toBe(true);
  expect(isConcerned(["day", "9901", "2026-11-24"], "9901", [{ kind: "quiet", ms: 3_000 }, change], 10)).toBe(true);
});
