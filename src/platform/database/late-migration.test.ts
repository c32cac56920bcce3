import { expect, test } from "vitest";
import { emptyDatabase } from "../../../test/database.ts";
import { requireHealth } from "../../../test/doctor.ts";
import { migrate, missingIn, ownMigrations, requireMigrated } from "./migrate.ts";

/** Their numbers were given before they were written: the second one was joined first, and some databases have it alone. */
const LATE = "0164_partner_paused.sql";
const JOINED_FIRST = "0165_job_run_did.sql";

test("a database that has a migration, and not the one before it, is given that one, and is then as any other", async () => {
  const database = await emptyDatabase();
  try {
    const own = [...(await ownMigrations()).keys()];
    const first = new Set(own.filter((name) => name <= JOINED_FIRST && name !== LATE));
    await migrate(database.url, { only: first });
    await expect(requireMigrated(database.url)).rejects.toThrow(`The database lacks ${LATE} and `);
    expect(await migrate(database.url)).toEqual(own.filter((name) => !first.has(name)));
    expect(await missingIn(database.url)).toEqual([]);
    await requireHealth(database.url);
  } finally {
    await database.drop();
  }
});
