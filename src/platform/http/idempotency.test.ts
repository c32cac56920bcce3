import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type Clerk, NOW, type TestOffice, type World } from "../../../test/world.ts";
import { NATION } from "../../identity/ministry-access.ts";
import { acrossOffices, type Tx } from "../database/sql.ts";
import { createLogger } from "../log.ts";
import { startForgetting } from "./forget-answers.ts";
import { findAnswers, forgetAnswers, type IdempotencyScope, insertAnswer } from "./idempotency-sql.ts";

let world: World;
let office: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  clerk = await world.aClerk(office);
});
afterAll(() => world.close());

const scope = (of: number): IdempotencyScope => ({
  office: of,
  employee: clerk.employeeId,
  route: "book",
  key: "a-key",
  requestHash: randomBytes(32),
});

const findAnswer = async (tx: Tx, of: IdempotencyScope, since: Temporal.Instant) =>
  (await findAnswers(tx, [{ scope: of }], since))[0];

const OWNERS: readonly [string, () => number][] = [
  ["an office's", () => office.id],
  ["the nation's", () => NATION],
];

test.each(OWNERS)("%s stored answer is found by its key, however many others are of the same day", async (_, of) => {
  const scans = await world.database.db.write({ office: of() }, async (tx) => {
    await insertAnswer(tx, { scope: scope(of()), status: 201, now: NOW }, {});
    expect(await findAnswer(tx, scope(of()), NOW.subtract({ hours: 1 }))).toMatchObject({ status: 201 });
    expect(await findAnswer(tx, scope(of()), NOW.add({ hours: 1 }))).toBeNull();
    return tx.sql`select pg_stat_get_xact_numscans('idempotency_key_by_age'::regclass) as by_age`;
  });
  expect(scans).toEqual([{ by_age: "0" }]);
});

test.each(OWNERS)(
  "%s stored answer is for the act and the person alone that asked with its key, until it is forgotten",
  async (_, of) => {
    const since = NOW.subtract({ hours: 1 });
    const own = { ...scope(of()), key: "one-key" };
    await world.database.db.write({ office: of() }, async (tx) => {
      await insertAnswer(tx, { scope: own, status: 201, now: NOW }, {});
      for (const other of [{ route: "move" }, { key: "another-key" }])
        expect(await findAnswer(tx, { ...own, ...other }, since)).toBeNull();
      expect(await findAnswer(tx, own, since)).not.toBeNull();
      expect(await forgetAnswers(acrossOffices(tx), NOW.add({ hours: 1 }))).toBeGreaterThan(0);
      expect(await findAnswer(tx, own, since)).toBeNull();
    });
  },
);

test("several are found at once, each in the place of its own act", async () => {
  const acts = ["first", "second", "third"].map((key) => ({
    scope: { ...scope(office.id), key },
    status: 201,
    now: NOW,
  }));
  await world.database.db.write({ office: office.id }, async (tx) => {
    for (const act of acts.slice(1)) await insertAnswer(tx, act, { of: act.scope.key });
    const found = await findAnswers(tx, acts.toReversed(), NOW.subtract({ hours: 1 }));
    expect(found.map((row) => row?.response ?? null)).toEqual([{ of: "third" }, { of: "second" }, null]);
  });
});

test("the running program forgets old answers by itself, and stops when told", async () => {
  const old = { ...scope(office.id), key: "old-key" };
  const { db } = world.database;
  await db.write({ office: office.id }, (tx) => insertAnswer(tx, { scope: old, status: 201, now: NOW }, {}));
  const forgetting = startForgetting({ db, clock: () => NOW.add({ hours: 25 }), log: createLogger("silent") });
  const kept = () => world.owner.query("select from idempotency_key where key = 'old-key'");
  await expect.poll(async () => (await kept()).rowCount).toBe(0);
  await forgetting.stop();
});
