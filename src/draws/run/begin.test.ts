import { afterEach, beforeEach, expect, test } from "vitest";
import { doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { aDrawDesk, type DrawDesk, FIRST } from "../../../test/draw-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";

/** Nothing runs from before a secret is sealed. */
let world: World;
let desk: DrawDesk;
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { offices: 1, mornings: [2] });
});
afterEach(async () => {
  const findings = await doctorsFindings(world.database.ownerUrl, world.now, [...RULES_BY_HAND, "long-unsealed"]);
  await world.close();
  expect(findings).toEqual([]);
});

const stateOf = async () => (await desk.rows("select state from draw where number = $1", desk.number))[0]?.state;
const held = () =>
  desk.rows(
    "select from appointment where status = 'held' and starts_at::date between $1::date and $1::date + 6",
    FIRST,
  );

test("a window whose hour came meanwhile opens late, with its secret sealed first and its places held", async () => {
  await desk.afterOutage("2026-11-30T10:30");
  expect([await stateOf(), (await held()).length]).toEqual(["open", 2]);
  const sealed = await desk.rows("select from audit_entry where act = 'draw-secret-sealed'");
  expect(sealed).toHaveLength(1);
  await desk.wishes("person");
});

test("one whose end came as well is given up, and its places are everybody's", async () => {
  await desk.afterOutage("2026-12-04T14:30");
  expect([await stateOf(), (await held()).length]).toEqual([undefined, 0]);
});
