import { afterAll, beforeAll, expect, test } from "vitest";
import { openOwner } from "../../../src/platform/database/owner.ts";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { doctorsFindings } from "../../../test/doctor.ts";
import { seedDemo } from "../seed-demo.ts";

/** Each hour at which somebody may begin: the last draw is held, the next one as far as it is by then. */
const HOURS = ["2026-11-24T08:42:00Z", "2026-11-27T12:30:00Z", "2026-11-29T21:00:00Z"];

let databases: FreshDatabase[];
beforeAll(async () => {
  databases = [];
  for (const hour of HOURS) {
    const database = await freshDatabase();
    databases.push(database);
    const owner = openOwner(database.ownerUrl);
    await seedDemo(owner.db, { now: Temporal.Instant.from(hour), weeks: 1, staffOf: async () => [] });
    await owner.close();
  }
});
afterAll(async () => {
  for (const { drop } of databases) await drop();
});

test("one draw has been held with its file, the next takes wishes or is sealed, and the doctor finds nothing of draws", async () => {
  for (const [index, { ownerUrl }] of databases.entries()) {
    const draws = await asOwner(ownerUrl, "select number, state from draw order by first_day limit 2");
    expect(draws.map(({ state }) => state)).toEqual(["drawn", ["open", "planned", "sealed"][index]]);
    const [held] = await asOwner(
      ownerUrl,
      `select count(*)::int as given, count(*) filter (where answer = 'coming')::int as coming from draw_result where draw = ${draws[0]?.number}`,
    );
    expect(held?.given).toBeGreaterThan(10);
    expect(held?.coming).toBeGreaterThan(5);
    expect(await asOwner(ownerUrl, "select draw from draw_file")).toEqual([{ draw: draws[0]?.number }]);
    const now = Temporal.Instant.from(HOURS[index] as string);
    const ahead = `select from appointment_event where at > '${now}' union all select from draw_result where answered_at > '${now}'`;
    expect(await asOwner(ownerUrl, ahead)).toEqual([]);
    const findings = await doctorsFindings(ownerUrl, now, []);
    expect(findings.filter((finding) => /draw/.test(finding))).toEqual([]);
  }
});
