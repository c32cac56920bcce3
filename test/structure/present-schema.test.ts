import { readFile } from "node:fs/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { PRESENT_SCHEMA, presentSchema } from "../../scripts/present-schema.ts";
import { freshDatabase } from "../database.ts";

test("db/schema.sql is what the migrations and functions make", async () => {
  const database = await freshDatabase(1);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const [written, made] = [await readFile(PRESENT_SCHEMA, "utf8"), await presentSchema(owner)];
  expect(made, "db/schema.sql is behind: npm run schema").toBe(written);
  await owner.query("alter table queue add planted int check (planted > 0); grant select on queue to public");
  const changed = await presentSchema(owner);
  await owner.end();
  await database.drop();
  expect(changed).toContain("  planted integer,\n");
  expect(changed).toContain("constraint queue_planted_check check (planted > 0)");
});
