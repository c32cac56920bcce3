import { expect, test } from "vitest";
import { calendarDate } from "../../src/platform/date-schemas.ts";
import { publishedContract } from "./document.ts";
import { looseTexts } from "./loose-texts.ts";
import { lookAtRequests } from "./request-schemas.ts";

const contract = await publishedContract();

test("no date and no header that the program refuses is allowed by the contract", () => {
  expect(looseTexts(contract)).toEqual([]);
});

test("a date is refused by the contract's pattern wherever the program refuses it, and nowhere else", () => {
  const patterns = new Set<string>();
  lookAtRequests(contract, ({ format, pattern }) => {
    if (format === "date") patterns.add(String(pattern));
  });
  const shapes = [...patterns].map((pattern) => new RegExp(pattern, "u"));
  const days = [1999, 2000, 2026, 2028, 2096, 2099, 2100].flatMap((year) =>
    Array.from({ length: 14 * 33 }, (_, at) => `${year}-${two(Math.floor(at / 33))}-${two(at % 33)}`),
  );
  for (const shape of shapes)
    expect(days.filter((day) => shape.test(day) !== calendarDate.safeParse(day).success)).toEqual([]);
  expect(shapes).toHaveLength(1);
});

test("one that is loose is found, in a query and in a header", () => {
  const loose = JSON.parse(contract);
  const parametersOf = (path: string, method: string) => loose.paths[path][method].parameters;
  delete parametersOf("/api/offices/{office}/audit", "get").find((one: { name: string }) => one.name === "from").schema
    .pattern;
  delete parametersOf("/api/offices/{office}/settings", "patch").find(
    (one: { name: string }) => one.name === "If-Match",
  ).schema.pattern;
  expect(looseTexts(JSON.stringify(loose)).sort()).toEqual([
    "get /api/offices/{office}/audit from",
    "patch /api/offices/{office}/settings If-Match",
  ]);
});

const two = (number: number): string => String(number).padStart(2, "0");
