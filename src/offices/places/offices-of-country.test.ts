import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../../../test/world.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { officesOfCountry } from "./offices-of-country.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("what a server answers that is behind the one that told the version is not cached for that version", async () => {
  const [before, { alone, read }] = [await world.anOffice(), world.database.db];
  const behind = await read({}, async (tx) => {
    await tx.sql`select from office`;
    await world.anOffice();
    // Its snapshot is of before.
    const seen: ReadOnlyDatabase = { alone, read: (_, work) => work(tx) };
    const found = await officesOfCountry(seen);
    return { seen, codes: found.map(({ code }) => code) };
  });
  expect(behind.codes).toEqual([before.code]);
  const caughtUp = Object.assign(behind.seen, { read });
  expect(await officesOfCountry(caughtUp)).toHaveLength(2);
});
