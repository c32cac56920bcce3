import { expect, test } from "vitest";
import { migrate } from "../../src/platform/database/migrate.ts";
import { emptyDatabase } from "../database.ts";
import { roleWithSql } from "./role-with-sql.ts";

/** `npm run trust` takes a thousand. */
const TIMES = Number(process.env.ROLE_CALLS ?? 30);
const SEED = Number(process.env.SEED ?? 20_261_129);

test("whoever has the application's login and sends SQL erases nothing that is not due, forges nothing and sees nobody", async () => {
  // Migrated by itself: what a database grants to everybody is not copied with a template.
  const database = await emptyDatabase();
  await migrate(database.url);
  const { wrong, ...counted } = await roleWithSql({ ownerUrl: database.url, times: TIMES, seed: SEED });
  await database.drop();
  process.stdout.write(`role with SQL: ${JSON.stringify(counted)}, seed ${SEED}\n`);
  expect(wrong).toEqual([]);
  expect(counted.answered).toBeGreaterThan(counted.calls / 2);
});
