import { expect, test } from "vitest";
import { databaseTests } from "./database-tests.ts";
import { importedBy } from "./reach.ts";
import { type Files, sourceFiles } from "./source-files.ts";

const files = await sourceFiles(["src", "trial", "test"]);
const with_ = (planted: Record<string, string>): Files => new Map([...files, ...Object.entries(planted)]);

test("a new module's tests run on every supported server as soon as they ask a database", () => {
  const planted = with_({
    "src/loyalty/routes.test.ts": 'import { aLoyalCitizen } from "../../test/loyalty-world.ts";',
    "test/loyalty-world.ts": 'import { aWorld } from "./world.ts";',
    "src/loyalty/rules.test.ts": 'import { points } from "./rules.ts";',
  });
  const known = new Set(databaseTests(files));
  expect(databaseTests(planted).filter((file) => !known.has(file))).toEqual(["src/loyalty/routes.test.ts"]);
});

/** SQL that no test reaches which asks a database. */
function untried(all: Files): string[] {
  const reached = importedBy(databaseTests(all), all);
  return [...all.keys()].filter((file) => /(^|\/|-)sql\.ts$/.test(file) && !reached.has(file));
}

test("every module's SQL is reached from them", () => {
  expect(untried(files)).toEqual([]);
  expect(untried(with_({ "src/loyalty/sql.ts": "" }))).toEqual(["src/loyalty/sql.ts"]);
});
