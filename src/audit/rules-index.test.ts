import { afterAll, beforeAll, expect, test } from "vitest";
import { explaining, readsOf } from "../../test/search/explaining.ts";
import { aWorld, type TestOffice, type World } from "../../test/world.ts";
import { ownMinutesChanges, queueSwitches } from "../measures/figures/changes-sql.ts";
import { OFFICE_CHANGES } from "../measures/national/contract.ts";
import type { Tx } from "../platform/database/sql.ts";
import { RULE_ACTS } from "./acts.ts";
import { entriesOf } from "./sql.ts";

let world: World;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  await world.owner.query(
    `insert into audit_entry (office_id, id, at, act)
     select $1, gen_random_uuid(), $2::timestamptz - n * interval '1 minute', case n % 400 when 0 then 'queue-added' else 'day-viewed' end
     from generate_series(1, 20000) as n`,
    [office.id, world.now.toString()],
  );
  await world.owner.query("analyze audit_entry");
});
afterAll(() => world.close());

const weeks = () => ({ from: Temporal.PlainDate.from("2026-11-02"), to: Temporal.PlainDate.from("2026-11-22") });

test.each<[string, (tx: Tx) => Promise<unknown>]>([
  ["its history", (tx) => entriesOf(tx, office.id, RULE_ACTS, { before: null, limit: 20 })],
  ["queues that began and ended", (tx) => queueSwitches(tx, office.id, world.now.subtract({ hours: 24 * 56 }))],
  ["minutes of its own", (tx) => ownMinutesChanges(tx, office.id, weeks())],
])("of all that was done in an office its changes of rules alone are read for %s", async (_name, work) => {
  const client = await world.database.pool.connect();
  await client.query(`begin; set local visits.office = '${office.id}'`);
  const { tx, explained } = explaining(client, true);
  await work(tx);
  await client.query("rollback");
  client.release();
  const indexes = explained.flatMap(({ plan }) => readsOf(plan)).map((read) => read["Index Name"]);
  expect(indexes).toContain("audit_entry_of_rules");
  expect(indexes.filter((name) => !/^audit_entry_(of_rules|pkey)$/.test(name ?? ""))).toEqual([]);
});

test("the index is of all the acts that change rules, and of settings", async () => {
  const { rows } = await world.owner.query<{ predicate: string }>(
    "select pg_get_expr(indpred, indrelid) as predicate from pg_index where indexrelid = 'audit_entry_of_rules'::regclass",
  );
  const acts = [...(rows[0]?.predicate ?? "").matchAll(/'([a-z-]+)'/g)].map(([, act]) => act);
  expect(acts.sort()).toEqual([...RULE_ACTS, "settings-changed"].sort());
});

test("the ministry reads by it what changed at other offices", async () => {
  const { rows } = await world.owner.query<{ source: string }>(
    "select prosrc as source from pg_proc where proname = 'rule_acts_of_offices'",
  );
  const [, named = ""] = /array\[([^\]]+)\]/.exec(rows[0]?.source ?? "") ?? [];
  expect([...named.matchAll(/'([a-z-]+)'/g)].map(([, act]) => act).sort()).toEqual([...OFFICE_CHANGES].sort());
});
