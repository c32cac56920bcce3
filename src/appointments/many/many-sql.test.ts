import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { type AppointmentRow, rowsByIds } from "../sql.ts";
import { updateMany } from "./many-sql.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aRulesDesk(world);
});

test("of many none is written whose version has moved meanwhile, or whose name is forgotten", async () => {
  const ids: string[] = [];
  for (const time of ["11:00", "11:15", "11:30"]) ids.push((await desk.booked(time)).id);
  const office = desk.office.id;
  const rows = await world.database.db.read({ office }, (tx) => rowsByIds(tx, office, ids));
  const [, moved, forgotten] = ids as [string, string, string];
  await desk.change(moved, { notes: "Με αναπηρικό αμαξίδιο" }, 1);
  await world.owner.query("select anonymize($1, array[$2::uuid], $3)", [office, forgotten, NOW.toString()]);
  const keptBy = desk.head.employeeId;
  const acts = rows.map((before: AppointmentRow) => ({
    kind: "kept" as const,
    before,
    after: { ...before, kept_by: keptBy },
    undoes: null,
  }));
  const ruled = { at: NOW, employeeId: keptBy, cause: null };
  expect(await world.database.db.write({ office }, (tx) => updateMany(tx, office, acts, ruled))).toBe(1);
  const after = await desk.rows("appointment");
  expect(ids.map((id) => after.find((row) => row.id === id).kept_by)).toEqual([keptBy, null, null]);
});
