import { expect, test } from "vitest";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesAround, withoutStepsFirst } from "./around.ts";
import { kmBetween } from "./distance.ts";

const office = (code: string, wish: Partial<FinderOffice>): FinderOffice => ({
  id: Number(code),
  code,
  name: `ΚΕΠ ${code}`,
  nameEn: null,
  knownAs: null,
  address: null,
  municipality: "Δήμος",
  regionalUnit: null,
  region: null,
  phone: null,
  postcode: null,
  latitude: null,
  longitude: null,
  stepFreeEntrance: null,
  ...wish,
});

const avgi = office("9901", { name: "ΚΕΠ Νέας Αυγής", postcode: "99012", latitude: 38, longitude: 23.7 });
const akti = office("9902", { name: "ΚΕΠ Λευκής Ακτής", postcode: "99015", latitude: 38.03, longitude: 23.7 });
const far = office("9903", { name: "ΚΕΠ Νέας Βρύσης", postcode: "10001", latitude: 40, longitude: 22 });
const unplaced = office("9904", { name: "ΚΕΠ Πέτρινου Γιαλού", municipality: "Δήμος Γιαλού", postcode: "99040" });
const ALL = [avgi, akti, far, unplaced].map((one, index) => ({ ...one, stepFreeEntrance: index === 1 ? true : null }));

const codes = (where: string) => officesAround(ALL, { where, point: null }).offices.map(({ office: one }) => one.code);

test("the distance is the known one, and none to oneself", () => {
  const [athens, thessaloniki] = [
    { latitude: 37.9755, longitude: 23.7348 },
    { latitude: 40.6403, longitude: 22.9356 },
  ];
  expect(kmBetween(athens, thessaloniki)).toBeCloseTo(304, -1);
  expect(kmBetween(athens, athens)).toBe(0);
});

test("a postcode leads to its office with what lies around it, however it is spaced", () => {
  expect(codes("99012")).toEqual(["9901", "9902"]);
  expect(codes("990 12")).toEqual(["9901", "9902"]);
});

test("a postcode that no office has leads to those of its area", () => {
  expect(codes("99013")).toEqual(["9901", "9902"]);
  expect(codes("55555")).toEqual([]);
});

test("a name leads to the office, accents or not, nominative or not, with what lies around it", () => {
  expect(codes("λευκη ακτη")).toEqual(["9902", "9901"]);
  expect(codes("Πέτρινος Γιαλός")).toEqual(["9904"]);
});

test("of what lies far apart the distances and the neighbours are those of the first", () => {
  const found = officesAround(ALL, { where: "νέα", point: null });
  expect(found.offices.map(({ office: { code }, km }) => [code, km && Math.round(km)])).toEqual([
    ["9901", 0],
    ["9903", null],
    ["9902", 3],
  ]);
});

test("what only comes near what was typed says so, and brings no neighbours along", () => {
  const found = officesAround(ALL, { where: "Νέα Υόρκη Βρύση", point: null });
  expect([found.isUnknown, found.offices.map(({ office: { code } }) => code)]).toEqual([true, ["9903"]]);
  expect(officesAround(ALL, { where: "ωωωω", point: null })).toEqual({ offices: [], isUnknown: true });
});

test("around a point come those within reach; at sea the nearest all the same", () => {
  const around = (latitude: number, longitude: number) =>
    officesAround(ALL, { where: "", point: { latitude, longitude } }).offices.map(({ office: one }) => one.code);
  expect(around(38.02, 23.7)).toEqual(["9902", "9901"]);
  expect(around(0, 0)).toHaveLength(3);
});

test("without steps comes first, and the rest stays in its order", () => {
  const around = officesAround(ALL, { where: "99012", point: null }).offices;
  expect(withoutStepsFirst(around).map(({ office: one }) => one.code)).toEqual(["9902", "9901"]);
});

test("around the same point the offices are others as soon as the country's are", () => {
  const here = { where: "", point: { latitude: 38, longitude: 23.7 } };
  const around = (offices: readonly FinderOffice[]) =>
    officesAround(offices, here).offices.map(({ office: { code } }) => code);
  expect(around(ALL)).toEqual(["9901", "9902"]);
  expect(around(ALL)).toEqual(["9901", "9902"]);
  const moved = ALL.map((one) => (one.code === "9901" ? { ...one, latitude: 38.1 } : one));
  expect(around(moved)).toEqual(["9902", "9901"]);
});
