import { expect, test } from "vitest";
import { aPartner } from "../../../test/partner.ts";
import { aWorld, NOW } from "../../../test/world.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { notePartner } from "./webhook-sql.ts";

test("what becomes of one partner's notices is noted of that one alone: since when none arrives, and why the last", async () => {
  const world = await aWorld();
  const [one, other] = [await aPartner(world, "http://one.test/"), await aPartner(world, "http://other.test/")];
  const note = (partner: string, answer: string | null, hours: number) =>
    world.database.db.write(OF_NATION, (tx) => notePartner(tx, partner, answer, NOW.add({ hours })));
  const noted = async () =>
    (
      await world.owner.query(
        `select webhook_failure as why, extract(hours from webhook_failing_since - $2::timestamptz)::integer as since from partner
         where id = any ($1) order by webhook_url`,
        [[one.id, other.id], NOW.toString()],
      )
    ).rows.map(({ why, since }) => [why, since]);
  await note(one.id, "HTTP 500", 0);
  await note(one.id, "HTTP 404", 1);
  await note(other.id, "ENOTFOUND", 2);
  expect(await noted()).toEqual([
    ["HTTP 404", 0],
    ["ENOTFOUND", 2],
  ]);
  await note(one.id, null, 3);
  expect(await noted()).toEqual([
    [null, null],
    ["ENOTFOUND", 2],
  ]);
  await world.close();
});
