import { expect, test } from "vitest";
import type { SheetLine, VisitLine } from "./lines.ts";
import { type PageLine, pagesOf } from "./pages.ts";
import "../../text/beside.ts";

const visit = (rows = 1): SheetLine => ({ kind: "visit", rows }) as VisitLine;
const visits = (count: number): SheetLine[] => Array.from({ length: count }, () => visit());
const queue = (name: string): SheetLine => ({ kind: "queue", name, count: 0, rows: 1 });

const kinds = (page: readonly PageLine[] | undefined) => page?.map(({ kind }) => kind) ?? [];
const visitsOn = (lines: readonly SheetLine[]) =>
  pagesOf(lines).pages.map((page) => kinds(page).filter((kind) => kind === "visit").length);
const blanksOn = (lines: readonly SheetLine[]) =>
  pagesOf(lines).pages.map((page) => kinds(page).filter((kind) => kind === "blank").length);

test.each([
  [0, [0]],
  [1, [1]],
  [37, [37]],
  [48, [48]],
  [49, [48, 1]],
  [150, [48, 48, 48, 6]],
  [600, [...Array(12).fill(48), 24]],
])("%i visits stand on pages of %j", (count, pages) => {
  expect(visitsOn(visits(count))).toEqual(pages);
});

test("what is left of the last page is for whoever comes without an appointment, a little of it even after 48 visits", () => {
  expect(blanksOn([])).toEqual([40]);
  expect(blanksOn(visits(36))).toEqual([4]);
  expect(blanksOn(visits(37))).toEqual([13]);
  expect(blanksOn(visits(48))).toEqual([2]);
  expect(blanksOn(visits(49))).toEqual([0, 49]);
});

test("rows are low only where they must be", () => {
  expect(pagesOf(visits(36)).isDense).toBe(false);
  expect(pagesOf(visits(37)).isDense).toBe(true);
});

test("a queue that goes on says so on the next page, and its name is never the last line of one", () => {
  const { pages } = pagesOf([queue("Ουρά 1"), ...visits(49), queue("Ουρά 2"), visit()]);
  expect(kinds(pages[0]).at(-1)).toBe("visit");
  expect(kinds(pages[1]).slice(0, 4)).toEqual(["continued", "visit", "queue", "visit"]);
  const parted = pagesOf([queue("Ουρά 1"), ...visits(48), queue("Ουρά 2"), visit()]).pages;
  expect(kinds(parted[0]).at(-1)).toBe("visit");
  expect(kinds(parted[1]).slice(0, 2)).toEqual(["queue", "visit"]);
});

test("a visit of several rows takes their room, and a long head takes it from the first page", () => {
  expect(visitsOn([...visits(40), visit(4), visit(4), visit(4)])).toEqual([42, 1]);
  expect(pagesOf(visits(48), 4).pages).toHaveLength(2);
  expect(pagesOf(visits(46), 4).pages).toHaveLength(1);
});
