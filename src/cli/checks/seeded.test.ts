import { expect, test } from "vitest";
import { asOwner, freshDatabase } from "../../../test/database.ts";
import { seedDemo } from "../../../trial/seed/seed-demo.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { CHECKS } from "./checks.ts";

test.each([
  ["on a Sunday", "2026-11-29T09:00:00Z"],
  ["just after midnight", "2026-11-24T22:00:30Z"],
  ["in the evening shift", "2026-11-24T16:20:00Z"],
  ["around Christmas", "2026-12-22T08:00:00Z"],
  ["when the clocks go forward", "2027-03-26T08:00:00Z"],
  ["when the clocks go back", "2027-10-31T00:30:00Z"],
])("seeded %s, nothing stands where it must not", async (_, text) => {
  const now = Temporal.Instant.from(text);
  const database = await freshDatabase();
  const owner = openOwner(database.ownerUrl);
  try {
    await seedDemo(owner.db, { now, staffOf: async () => [], offices: 1 });
    for (const check of CHECKS) {
      const findings = await owner.db.read(OF_NATION, (tx) => check.find(tx, now));
      expect([check.name, findings]).toEqual([check.name, []]);
    }
    const future = await asOwner(database.ownerUrl, "select kind from appointment_event where at > $1", [text]);
    expect(future).toEqual([]);
  } finally {
    await owner.close();
    await database.drop();
  }
});
