import { expect, test } from "vitest";
import { betterName } from "./employee-name.ts";

const spoken = { lastName: "Διπλαρίδου", firstName: "Θάλεια" };
const capitals = { lastName: "ΔΙΠΛΑΡΙΔΟΥ", firstName: "ΘΑΛΕΙΑ" };

test("of two spellings of one name the spoken one stays", () => {
  expect(betterName(spoken, capitals)).toBe(spoken);
  expect(betterName(capitals, spoken)).toBe(spoken);
});

test("another name is another name", () => {
  const married = { lastName: "ΝΕΟΠΑΝΤΡΗ", firstName: "ΘΑΛΕΙΑ" };
  expect(betterName(spoken, married)).toBe(married);
  expect(betterName(undefined, capitals)).toBe(capitals);
});
