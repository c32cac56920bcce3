import { expect, test } from "vitest";
import { MANY_NAMES } from "./many-names.ts";
import { randomOf } from "./random.ts";
import { regulars } from "./visitors.ts";

test("thousands of surnames, a few of them common, in the forms of men and of women", () => {
  const random = randomOf("names");
  const drawn = Array.from({ length: 20_000 }, () => MANY_NAMES.surname(random));
  const counts = [...Map.groupBy(drawn, ([man]) => man).values()].map((same) => same.length).sort((a, b) => b - a);
  expect(counts.length).toBeGreaterThan(4_000);
  expect(counts[0]).toBeGreaterThan(80);
  expect(counts[0]).toBeLessThan(250);
  for (const [man, woman] of drawn) {
    expect(man).toMatch(/^[Α-Ω][α-ωΐϊά-ώ]+ς$/);
    expect(man.slice(0, 3)).toBe(woman.slice(0, 3));
  }
});

test("the people of an office come again, some of them often", () => {
  const visitor = regulars(randomOf("office"));
  const visits = Array.from({ length: 15_000 }, visitor);
  const times = [...Map.groupBy(visits, (person) => person).values()].map((same) => same.length);
  expect(times.length).toBeGreaterThan(4_000);
  expect(Math.max(...times)).toBeGreaterThan(15);
  expect(Math.max(...times)).toBeLessThan(80);
});
