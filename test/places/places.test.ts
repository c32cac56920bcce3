import { expect, test } from "vitest";
import { findPlaces } from "../../src/offices/places/find-places.ts";
import { PLACE_QUERIES, type PlaceQuery } from "./corpus.ts";
import { COUNTRY_OFFICES } from "./offices.ts";

/** Places as people say them, each class of its own: the right office comes first, or that there is none is said. */

const KINDS = [...new Set(PLACE_QUERIES.map(({ kind }) => kind))];
const RIGHT_FIRST = 0.97;

function isFound({ typed, isRight }: PlaceQuery): boolean {
  const { offices, isUnknown } = findPlaces(COUNTRY_OFFICES, typed);
  const [first] = offices;
  return isRight === null ? isUnknown : first !== undefined && !isUnknown && isRight(first);
}

const wrong = (queries: readonly PlaceQuery[]): string[] =>
  queries.filter((query) => !isFound(query)).map(({ typed }) => typed);

test("the corpus is as large as it says", () => {
  expect(COUNTRY_OFFICES).toHaveLength(1_200);
  expect(new Set(COUNTRY_OFFICES.map(({ municipality }) => municipality)).size).toBeGreaterThan(320);
  expect(PLACE_QUERIES.length).toBeGreaterThanOrEqual(200);
  expect(PLACE_QUERIES.filter(({ isHeldOut }) => isHeldOut).length).toBeGreaterThan(80);
});

test.each(KINDS)("%s: the right one comes first", (kind) => {
  const queries = PLACE_QUERIES.filter((query) => query.kind === kind && !query.isHeldOut);
  expect(wrong(queries)).toEqual([]);
});

test("of those kept aside 97 in a hundred at least", () => {
  const heldOut = PLACE_QUERIES.filter(({ isHeldOut }) => isHeldOut);
  const missed = wrong(heldOut);
  expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(heldOut.length * (1 - RIGHT_FIRST));
});

test("a municipality comes before the unit and the street that are called as one of its words", () => {
  const [any] = COUNTRY_OFFICES as readonly [(typeof COUNTRY_OFFICES)[number]];
  const other = { ...any, name: "ΚΕΠ Πλατανιάς", municipality: "Δήμος Πλατανιάς", knownAs: null };
  const places = [
    { ...other, code: "0001", regionalUnit: "Διαποντίων", address: null },
    { ...other, code: "0002", regionalUnit: "Άλλη", address: "Διαποντίων 4" },
    { ...other, code: "0003", regionalUnit: "Άλλη", municipality: "Δήμος Κέρκυρας και Διαποντίων Νήσων" },
  ];
  expect(findPlaces(places, "Διαποντίων").offices[0]?.code).toBe("0003");
  expect(findPlaces(places.slice(0, 2), "Διαποντίων").offices[0]?.code).toBe("0001");
});

test("two places of a name are both shown, the larger one first", () => {
  const { offices } = findPlaces(COUNTRY_OFFICES, "irakleio");
  const municipalities = [...new Set(offices.map(({ municipality }) => municipality))];
  expect(municipalities[0]).toBe("Δήμος Ηρακλείου");
  expect(municipalities).toContain("Δήμος Ηρακλείου Αττικής");
});

test.each([
  "",
  " ",
  "-",
  "%",
  "\u0000",
  "(",
  "π".repeat(10_000),
  "1".repeat(5_000),
  "ΚΕΠ",
  "α β γ δ ε ζ η θ ι κ λ μ ν",
])("strange words are an answer as well: %j", (typed) =>
  expect(Array.isArray(findPlaces(COUNTRY_OFFICES, typed).offices)).toBe(true),
);
