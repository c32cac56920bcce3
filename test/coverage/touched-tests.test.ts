import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { isTest, ROOT, sourceFiles } from "../structure/source-files.ts";
import { COVERAGE_FILE, coverageIn, fingerprintOf, inLines } from "./records.ts";
import { touchedTests } from "./touched-tests.ts";

const files = new Map([
  ["src/loyalty/rules.ts", ""],
  ["src/loyalty/rules.test.ts", 'import { points } from "./rules.ts";'],
  ["src/loyalty/award.ts", 'import {\n  points,\n} from "./rules.ts";'],
  ["src/loyalty/ui/card.test.ts", 'const { card } = await import("./card.tsx");'],
  ["src/loyalty/ui/card.tsx", ""],
  ["src/loyalty/award-sql.ts", "select points_of($1)"],
  ["src/loyalty/award-sql.test.ts", 'import "./award-sql.ts";'],
  ["src/loyalty/levels.ts", 'import levels from "./levels.json" with { type: "json" };'],
  ["src/loyalty/levels.test.ts", 'import { levels } from "./levels.ts";'],
  ["src/platform/database/migrate.ts", ""],
  ["test/loyalty-world.ts", 'import { migrate } from "../src/platform/database/migrate.ts";'],
  ["src/loyalty/routes.test.ts", 'import "../../test/loyalty-world.ts";\nimport "./award.ts";'],
  ["test/rush/alerts.test.ts", 'read("ops/prometheus/alerts.yml"); spawn("scripts/start.mjs");'],
  ["test/journeys/loyalty.journey.ts", ""],
]);
const unknown = coverageIn("", files);
const touchedBy = (...changed: readonly string[]) => touchedTests(changed, files, unknown).tests;

test.each([
  ["rules", "src/loyalty/rules.ts", ["src/loyalty/routes.test.ts", "src/loyalty/rules.test.ts"]],
  ["a part that a test loads when it needs it", "src/loyalty/ui/card.tsx", ["src/loyalty/ui/card.test.ts"]],
  ["a test", "src/loyalty/rules.test.ts", ["src/loyalty/rules.test.ts"]],
  ["a migration", "db/migrations/0099_loyalty.sql", ["src/loyalty/routes.test.ts"]],
  ["a function", "db/functions/points_of.sql", ["src/loyalty/award-sql.test.ts"]],
  ["a function that none names", "db/functions/levels_at.sql", ["src/loyalty/routes.test.ts"]],
  ["data that a module reads", "src/loyalty/levels.json", ["src/loyalty/levels.test.ts"]],
  ["an example of operations", "ops/prometheus/alerts.yml", ["test/rush/alerts.test.ts"]],
  ["a script", "scripts/start.mjs", ["test/rush/alerts.test.ts"]],
  ["a journey", "test/journeys/loyalty.journey.ts", ["test/journeys/loyalty.journey.ts"]],
  ["words for people", "LICENSE", []],
])("what %s touches is run", (_, changed, expected) => {
  expect(touchedBy(changed)).toEqual(expected);
});

test("other packages touch every test", () => {
  expect(touchedBy("package-lock.json")).toHaveLength(6);
});

test("a file that was taken away touches those that still import it", () => {
  expect(touchedBy("src/loyalty/rules.test.ts", "src/loyalty/award.ts")).toContain("src/loyalty/routes.test.ts");
  expect(touchedBy("src/loyalty/gone.test.ts")).toEqual([]);
});

const record = (test: string, called: Readonly<Record<string, number>>, text = files.get(test) ?? "") => ({
  test,
  fingerprint: fingerprintOf(text),
  called,
});

test("of tests that were recorded those come that call more of it than what every program calls", () => {
  const lines = inLines([
    record("src/loyalty/rules.test.ts", { "src/loyalty/rules.ts": 3 }),
    record("src/loyalty/routes.test.ts", { "src/loyalty/rules.ts": 1 }),
  ]);
  expect(touchedTests(["src/loyalty/rules.ts"], files, coverageIn(lines, files)).tests).toEqual([
    "src/loyalty/rules.test.ts",
  ]);
});

test("a test that reads otherwise than when it was recorded, or never was, is found by what it imports", () => {
  const lines = inLines([
    record("src/loyalty/rules.test.ts", { "src/loyalty/rules.ts": 3 }),
    record("src/loyalty/levels.test.ts", { "src/loyalty/rules.ts": 2 }, "as it was"),
  ]);
  const { testsOf, tests } = coverageIn(lines, files);
  expect([testsOf.get("src/loyalty/rules.ts"), [...tests]]).toEqual([
    ["src/loyalty/rules.test.ts"],
    ["src/loyalty/rules.test.ts"],
  ]);
  expect(touchedTests(["src/loyalty/rules.ts"], files, { testsOf, tests }).tests).toEqual([
    "src/loyalty/routes.test.ts",
    "src/loyalty/rules.test.ts",
  ]);
});

test("of many the nearest are run, and it is said how many others there are", () => {
  const many = new Map(files);
  for (let n = 0; n < 40; n++) many.set(`test/far/${n}.test.ts`, 'import "../../src/loyalty/rules.ts";');
  const { tests, others } = touchedTests(["src/loyalty/rules.ts"], many, unknown);
  expect([tests.length, others]).toEqual([20, 22]);
  expect(tests).toContain("src/loyalty/rules.test.ts");
});

test("what is written down is not out of date", async () => {
  const today = await sourceFiles(["src", "trial", "test"]);
  const { tests } = coverageIn(await readFile(ROOT + COVERAGE_FILE, "utf8"), today);
  const recorded = [...today.keys()].filter((file) => isTest(file) && tests.has(file));
  const all = [...today.keys()].filter(isTest);
  expect(recorded.length / all.length, "run: npm run coverage").toBeGreaterThan(0.6);
});
