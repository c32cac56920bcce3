import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../test/database.ts";

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase(1);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** The audit keeps every column of a rule by itself; what puts them back names them, and could forget one. */
test.each(["queue", "queue_hours", "queue_activity", "queue_substitute", "exception"])(
  "whatever is recorded of a %s is put back",
  async (table) => {
    const { rows } = await owner.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    const text = await readFile(new URL("put-back-sql.ts", import.meta.url), "utf8");
    const writing = new RegExp(`(update|insert into) ${table} [^\`]*\``).exec(text)?.[0] ?? "";
    const forgotten = rows.map(({ name }) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(writing));
    expect(rows.length).toBeGreaterThan(3);
    expect(forgotten).toEqual([]);
  },
);
