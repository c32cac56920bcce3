import { expect, test } from "vitest";
import { placeOfRegion } from "./region-places.ts";

const REGIONS = [
  "Ανατολικής Μακεδονίας και Θράκης",
  "Κεντρικής Μακεδονίας",
  "Δυτικής Μακεδονίας",
  "Ηπείρου",
  "Θεσσαλίας",
  "Ιονίων Νήσων",
  "Δυτικής Ελλάδας",
  "Στερεάς Ελλάδας",
  "Αττικής",
  "Πελοποννήσου",
  "Βορείου Αιγαίου",
  "Νοτίου Αιγαίου",
  "Κρήτης",
];

test("each of the thirteen regions has a place of its own", () => {
  const places = REGIONS.map((region) => JSON.stringify(placeOfRegion(region)));
  expect(new Set(places).size).toBe(13);
  expect(places).not.toContain("null");
});

test("however its name is written, a region has the same place", () => {
  for (const name of ["ΚΡΗΤΗΣ", "Κρήτη", "Περιφέρεια Κρήτης"])
    expect(placeOfRegion(name)).toEqual({ column: 4, row: 5 });
  expect(placeOfRegion("Στερεά Ελλάδα")).toEqual(placeOfRegion("Στερεάς Ελλάδας"));
});

test("what is no region of the country has no place among them", () => {
  for (const name of ["Επινοημένη Περιφέρεια", "Μακεδονίας", ""]) expect(placeOfRegion(name)).toBeNull();
});
