import { afterEach, beforeEach, expect, test } from "vitest";
import { doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { aDrawDesk, type DrawDesk, FIRST } from "../../../test/draw-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { deletePlanned } from "../draw-sql.ts";
import { runDraws } from "./start-drawing.ts";

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

test("one that has places by who plans at the same time is not given up", async () => {
  await world.database.db.write(OF_NATION, (tx) => deletePlanned(tx, desk.number));
  expect([await stateOf(), (await held()).length]).toEqual(["planned", 2]);
});

test("an office whose places can't be held keeps no other out, and has them once they can", async () => {
  const other = await world.anOffice({ slotMinutes: 30 });
  await desk.rows("update queue set is_public = true where office_id = $1", other.id);
  await desk.rows(`
    insert into draw_office (office_id, service, queue, places, since)
    values (${other.id}, 'vehicle', 1, '[{"weekday": 1, "part": 0, "count": 1}]', now())`);
  await desk.rows(`
    create function no_places() returns trigger language plpgsql as $$ begin raise 'no places'; end $$;
    create trigger no_places before insert on draw_place for each row when (new.office_id = ${other.id}) execute function no_places()`);
  const failed = new Set<number>();
  const runAll = () =>
    runDraws({ db: world.database.db, clock: () => world.now }, undefined, (_, draw) => failed.add(draw));
  await desk.atWithoutRunning("2026-11-29T20:00");
  await runAll();
  expect([await stateOf(), failed.has(desk.number)]).toEqual(["sealed", true]);
  await desk.rows("drop trigger no_places on draw_place; drop function no_places");
  await desk.at("2026-11-30T08:00");
  const [draw] = await desk.rows("select offices from draw where number = $1", desk.number);
  expect(draw.offices).toEqual([desk.offices[0]?.id, other.id]);
});
