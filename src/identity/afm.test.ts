import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import { syncRights } from "./directory/sync-rights.ts";
import { ensureEmployee, findEmployee, ownAfm } from "./sql.ts";

let database: FreshDatabase;
let ids: number[];
beforeAll(async () => {
  database = await freshDatabase();
  ids = await Promise.all(
    ["000001010", "000001021"].map((afm) =>
      database.db.write(OF_NATION, (tx) =>
        ensureEmployee(tx, { afm, lastName: "Δοκιμή", firstName: "Δοκιμή", userId: afm }),
      ),
    ),
  );
});
afterAll(() => database.drop());

test("no statement of the application lists tax numbers, whatever its scope", async () => {
  const [employee] = ids as [number];
  const denied = { code: "42501" };
  await expect(database.db.read({ employee }, (tx) => tx.sql`select afm from employee`)).rejects.toMatchObject(denied);
  await expect(database.db.read(OF_NATION, (tx) => tx.sql`select * from employee`)).rejects.toMatchObject(denied);
});

test("her own is read in her scope, and of the others none", async () => {
  const [first, second] = ids as [number, number];
  const afmOf = (employee: number) => database.db.read({ employee }, ownAfm);
  expect([await afmOf(first), await afmOf(second)]).toEqual(["000001010", "000001021"]);
  expect(await database.db.read(OF_NATION, ownAfm)).toBeNull();
});

test("who names a tax number finds whose it is, and nobody else", async () => {
  const found = await database.db.read(OF_NATION, (tx) => findEmployee(tx, "000001021"));
  expect(found).toMatchObject({ id: ids[1], is_ministry: false });
  expect(await database.db.read(OF_NATION, (tx) => findEmployee(tx, "000001033"))).toBeUndefined();
});

test("the ministry's staff are made by an answer of the directory alone, and only the employee asked about", async () => {
  const [employee, other] = ids as [number, number];
  const byHand = database.db.write({ employee }, (tx) => tx.sql`update employee set is_ministry = true`);
  await expect(byHand).rejects.toMatchObject({ code: "42501" });
  await syncRights(
    database.db,
    employee,
    { ministry: true, offices: [] },
    Temporal.Instant.from("2026-11-24T08:42:00Z"),
  );
  const rows = await asOwner(database.ownerUrl, "select id, is_ministry from employee order by id");
  expect(rows).toEqual([employee, other].sort((a, b) => a - b).map((id) => ({ id, is_ministry: id === employee })));
});
