import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../../../test/world.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { aloneOf, handleOf, type ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { officesOfCountry } from "./offices-of-country.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("what a server answers that is behind the one that told the version is not cached for that version", async () => {
  const [before, db] = [await world.anOffice(), world.database.db];
  const behind = await db.read(OF_NATION, async (tx) => {
    await tx.sql`select from office`;
    await world.anOffice();
    // Its snapshot is of before.
    const seen: ReadOnlyDatabase = { ...aloneOf(db.nation), read: (scope, work) => work(handleOf(scope, tx)) };
    const found = await officesOfCountry(seen);
    return { seen, codes: found.map(({ code }) => code) };
  });
  expect(behind.codes).toEqual([before.code]);
  const caughtUp = Object.assign(behind.seen, { read: db.read });
  expect(await officesOfCountry(caughtUp)).toHaveLength(2);
});
