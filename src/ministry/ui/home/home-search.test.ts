import { expect, test } from "vitest";
import { isOfPart, validateHomeSearch } from "./home-search.ts";

test("a unit is shown within its region alone, and anything else of an address is left out", () => {
  expect(validateHomeSearch({ region: "Κρήτης", unit: "Χανίων", only: "not-begun" })).toEqual({
    region: "Κρήτης",
    unit: "Χανίων",
    only: "not-begun",
  });
  expect(validateHomeSearch({ unit: "Χανίων", only: "done", region: 7 })).toEqual({});
  expect(validateHomeSearch({ region: "α".repeat(101) })).toEqual({});
});

test("offices of no region are a part of the country too", () => {
  expect([isOfPart(null, "-"), isOfPart("Κρήτης", "-"), isOfPart(null, undefined)]).toEqual([true, false, true]);
});
