import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deskOf } from "../../../test/booking-desk.ts";
import { aWorld } from "../../../test/world.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { historyChecks } from "./history-checks.ts";

test("a transfer, and one that went on to a third office, is whole", async () => {
  const world = await aWorld();
  const owner = openOwner(world.database.ownerUrl);
  try {
    const offices = [await world.anOffice(), await world.anOffice(), await world.anOffice()];
    const clerk = await world.aClerk(...offices);
    let visit = await deskOf(offices[0] as (typeof offices)[number], clerk).booked();
    for (const { code } of offices.slice(1)) {
      const body = { office: code, date: "2026-11-24", time: "12:00", queue: 1 };
      const path = `${visit.office}/appointments/${visit.id}/transfer`;
      visit = (await clerk.ask("POST", path, { body, version: 1, key: randomUUID() })).body;
    }
    expect(visit.office).toBe(offices[2]?.code);
    const check = historyChecks.find(({ name }) => name === "transfer-half");
    expect(await owner.db.read(OF_NATION, async (tx) => await check?.find(tx, world.now))).toEqual([]);
  } finally {
    await owner.close();
    await world.close();
  }
});
