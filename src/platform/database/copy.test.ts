import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { copyRows } from "./copy.ts";

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(async () => {
  await client.query(`begin; create table parcel (number integer primary key, content text, sent timestamptz default 'epoch');
    alter table parcel enable row level security; alter table parcel force row level security;
    create policy all_of_them on parcel using (true) with check (number < 100)`);
});
afterEach(() => client.query("rollback"));

const odd = ['a\tb\nc\rd\\e"f', "\\N", "", "Ραΐσα «Όπα»", null];
const parcels = odd.map((content, at) => [at, content] as const);
const copied = async () => (await client.query("select number, content, sent is null as unsent from parcel")).rows;
/** Who owns the table, as in a database whose owner is no superuser: its own row-level security binds her. */
const asPlainOwner = () =>
  client.query(`create role plain_owner nosuperuser; grant create on schema public to plain_owner;
    alter table parcel owner to plain_owner; set local role plain_owner`);

test.each([
  ["where row-level security does not bind", async () => {}],
  ["where it does", asPlainOwner],
])("%s, rows come in as they are, and defaults with them", async (_, become) => {
  await become();
  for (const values of [parcels.slice(0, 2), parcels.slice(2), []]) {
    await copyRows(client, { table: "parcel", columns: ["number", "content"], values });
  }
  expect(await copied()).toEqual(parcels.map(([number, content]) => ({ number, content, unsent: false })));
});

test("what the policy forbids is refused, by whatever way", async () => {
  await asPlainOwner();
  const forbidden = copyRows(client, { table: "parcel", columns: ["number"], values: [[100]] });
  await expect(forbidden).rejects.toThrow(/row-level security/);
});

test("a row that does not fit is an error, after which the connection can be used", async () => {
  const twice = copyRows(client, { table: "parcel", columns: ["number"], values: [[1], [1]] });
  await expect(twice).rejects.toThrow(/parcel_pkey/);
  await client.query("rollback; begin");
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
