import { expect, test } from "vitest";
import { anItem } from "../../test/items-to-bring.ts";
import { itemsToBring } from "./to-bring.ts";

const id = anItem("Ταυτότητα", { mark: "original", cases: ["self"] });
const permit = anItem("Εξουσιοδότηση", { mark: "original", cases: ["proxy"] });
const bill = anItem("Λογαριασμός", { mark: "print" });
const residence = { code: "residence", toBring: [id, permit, bill] };
const copies = { code: "copies", toBring: [id, permit] };
const lines = (...wanted: Parameters<typeof itemsToBring>) =>
  itemsToBring(...wanted).map(({ greek, services }) => [greek, ...services]);

test("of each case only its lines", () => {
  expect(lines([residence], "self")).toEqual([["Ταυτότητα"], ["Λογαριασμός"]]);
  expect(lines([residence], "proxy")).toEqual([["Εξουσιοδότηση"], ["Λογαριασμός"]]);
  expect(lines([copies], "business")).toEqual([]);
});

test("of several services equal lines once, and what one of them alone needs says so", () => {
  expect(lines([residence, copies], "self")).toEqual([["Ταυτότητα"], ["Λογαριασμός", "residence"]]);
  const original = { code: "other", toBring: [anItem("Λογαριασμός", { mark: "original" })] };
  expect(lines([residence, original], "business")).toEqual([
    ["Λογαριασμός", "residence"],
    ["Λογαριασμός", "other"],
  ]);
});

test("of every case, each line with all that it holds for", () => {
  const minors = { code: "minors", toBring: [{ ...id, cases: ["minor" as const] }] };
  expect(itemsToBring([copies, minors], null)[0]).toMatchObject({ cases: ["self", "minor"], services: [] });
});
