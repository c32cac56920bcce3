import { expect, test } from "vitest";
import { touchedTests } from "./touched-tests.ts";

const files = new Map([
  ["src/loyalty/rules.ts", ""],
  ["src/loyalty/rules.test.ts", 'import { points } from "./rules.ts";'],
  ["src/loyalty/award.ts", 'import {\n  points,\n} from "./rules.ts";'],
  ["src/loyalty/ui/card.test.ts", 'const { card } = await import("./card.tsx");'],
  ["src/loyalty/ui/card.tsx", ""],
  ["src/platform/database/migrate.ts", ""],
  ["test/loyalty-world.ts", 'import { migrate } from "../src/platform/database/migrate.ts";'],
  ["src/loyalty/routes.test.ts", 'import "../../test/loyalty-world.ts";\nimport "./award.ts";'],
  ["test/structure/vocabulary.test.ts", ""],
  ["test/journeys/loyalty.journey.ts", ""],
]);

const STRUCTURE = "test/structure/vocabulary.test.ts";
test.each([
  ["rules", "src/loyalty/rules.ts", ["src/loyalty/routes.test.ts", "src/loyalty/rules.test.ts", STRUCTURE]],
  ["a part that a test loads when it needs it", "src/loyalty/ui/card.tsx", ["src/loyalty/ui/card.test.ts", STRUCTURE]],
  ["a test", "src/loyalty/rules.test.ts", ["src/loyalty/rules.test.ts", STRUCTURE]],
  ["a migration", "db/migrations/0099_loyalty.sql", ["src/loyalty/routes.test.ts"]],
  ["a function", "db/functions/points_of.sql", ["src/loyalty/routes.test.ts"]],
  ["a journey", "test/journeys/loyalty.journey.ts", ["test/journeys/loyalty.journey.ts"]],
  ["words for people", "README.md", []],
])("what %s touches is run", (_, changed, expected) => {
  expect(touchedTests([changed], files)).toEqual(expected);
});

test("other packages touch every test", () => {
  expect(touchedTests(["package-lock.json"], files)).toHaveLength(4);
});

test("a file that was taken away touches those that still import it", () => {
  expect(touchedTests(["src/loyalty/rules.test.ts", "test/loyalty-world-2.ts"], files)).toContain(STRUCTURE);
  expect(touchedTests(["src/loyalty/gone.test.ts"], files)).toEqual([STRUCTURE]);
});
