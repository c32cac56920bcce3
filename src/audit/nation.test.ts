import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { asOwner, emptyDatabase } from "../../test/database.ts";
import { aWorld, NOW } from "../../test/world.ts";
import { NATION } from "../identity/ministry-access.ts";
import { migrate } from "../platform/database/migrate.ts";
import { OF_NATION, type TransactionScope, type Tx } from "../platform/database/sql.ts";

const MIGRATIONS = fileURLToPath(new URL("../../db/migrations/", import.meta.url));

/** A database as it was before a migration. */
async function migratedBefore(url: string, migration: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "visits-before-"));
  await cp(MIGRATIONS, folder, {
    recursive: true,
    filter: (path) => path === MIGRATIONS || basename(path) < migration,
  });
  // Today's functions speak of today's columns.
  const functions = await mkdtemp(join(tmpdir(), "visits-no-functions-"));
  await migrate(url, { folder, functions });
  for (const made of [folder, functions]) await rm(made, { recursive: true });
}

test("what the ministry had ruled and been answered before stands in the tables of all offices, as of the nation", async () => {
  const { url, drop } = await emptyDatabase();
  await migratedBefore(url, "0028");
  const values = `overriding system value values (7, '123456783', 'α', 'α', true, now())`;
  await asOwner(url, `insert into employee (id, afm, last_name, first_name, is_ministry, synced_at) ${values}`);
  await asOwner(
    url,
    `insert into national_audit_entry values ('00000000-0000-7000-8000-000000000001', 'epoch', 7, 'closure-added', '{"id": 1}');
     insert into national_idempotency_key values (7, 'closures', 'key', 'hash', 201, '{"id": 1}', 'epoch')`,
  );
  await migrate(url);
  const entries = await asOwner(
    url,
    "select office_id, at = 'epoch' as same_time, employee_id, act, details from audit_entry",
  );
  expect(entries).toEqual([
    { office_id: NATION, same_time: true, employee_id: 7, act: "closure-added", details: { id: 1 } },
  ]);
  const answers = await asOwner(
    url,
    "select office_id, employee_id, route, key, status, response from idempotency_key",
  );
  expect(answers).toEqual([
    { office_id: NATION, employee_id: 7, route: "closures", key: "key", status: 201, response: { id: 1 } },
  ]);
  await drop();
});

test("an office neither sees nor writes what is the nation's, nor the nation what is an office's", async () => {
  const world = await aWorld();
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  const write = (tx: Tx, of: number, table: string) =>
    table === "audit_entry"
      ? tx.sql`insert into audit_entry (office_id, id, at, employee_id, act)
          values (${of}, gen_random_uuid(), ${NOW}, ${clerk.employeeId}, 'closure-added')`
      : tx.sql`insert into idempotency_key (office_id, employee_id, route, key, request_hash, status, response, created_at)
          values (${of}, ${clerk.employeeId}, 'route', 'key', 'hash', 201, '{}', ${NOW})`;
  const { db } = world.database;
  for (const table of ["audit_entry", "idempotency_key"]) {
    for (const of of [office.id, NATION]) {
      await db.write({ office: of }, (tx) => write(tx, of, table));
      const other = of === NATION ? office.id : NATION;
      await expect(db.write({ office: of }, (tx) => write(tx, other, table))).rejects.toThrow("row-level security");
      await expect(db.write(OF_NATION, (tx) => write(tx, of, table))).rejects.toThrow("row-level security");
    }
    const seen = (scope: TransactionScope) =>
      db.read(scope, (tx) =>
        table === "audit_entry"
          ? tx.sql`select distinct office_id as of from audit_entry`
          : tx.sql`select distinct office_id as of from idempotency_key`,
      );
    expect([await seen({ office: office.id }), await seen({ office: NATION }), await seen(OF_NATION)]).toEqual([
      [{ of: office.id }],
      [{ of: NATION }],
      [],
    ]);
  }
  await world.close();
});

test("no office is the nation", async () => {
  const world = await aWorld();
  const sql = "insert into office (id, code, name, municipality) overriding system value values (0, '0001', 'α', 'α')";
  await expect(world.owner.query(sql)).rejects.toThrow("office_id_check");
  await world.close();
});
