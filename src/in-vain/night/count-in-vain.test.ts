import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetFigures } from "../../../test/forget-figures.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { measureAll } from "../../measures/measure-days.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  await forgetFigures(world.owner, "in-vain");
});

const NIGHT = Temporal.Instant.from("2026-11-25T00:10:00+02:00");
const failures: unknown[] = [];
const measure = () =>
  measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    failures.push(error);
  });

const rowsOf = async (sql: string) =>
  (await world.owner.query(sql)).rows.map((row) => Object.values(row).join(" ")).sort();
const sums = () => rowsOf("select monday::text, service, visits, paper, elsewhere, needless from in_vain_week");
const lines = () => rowsOf("select monday::text, service, line, visits from in_vain_line");
const days = () => rowsOf("select monday::text, counted, left_out from in_vain_days");
const offices = () => rowsOf("select monday::text, is_used from in_vain_office");
const left = () => rowsOf("select visit from visit_in_vain");

/** Recorded whole, or all at once. */
async function serve(
  desk: WaitingDesk,
  time: string,
  { isWhole = true, ...more }: { readonly isWhole?: boolean; readonly moreServices?: readonly string[] } = {},
) {
  const { id } = await desk.booked(time, more);
  for (const step of ["arrival", "service-start", "completion"]) {
    await desk.act(id, step);
    if (isWhole) world.now = world.now.add({ seconds: 30 });
  }
  return id as string;
}
const note = (desk: WaitingDesk, id: string, body: object) =>
  desk.clerk.ask("PUT", `${desk.office.code}/visits/${id}/in-vain`, {
    body: { service: "signature", ...body },
    version: 0,
  });

/** Four visits, one of two services; three in vain. */
async function aDay(desk: WaitingDesk) {
  await note(desk, await serve(desk, "10:45"), { reason: "paper", line: "ταυτότητα" });
  await note(desk, await serve(desk, "11:00"), { reason: "paper" });
  const both = await serve(desk, "11:15", { moreServices: ["vehicle"] });
  await note(desk, both, { service: "vehicle", reason: "needless" });
  await serve(desk, "12:30");
}
const WHOLE = ["2026-11-23 signature 4 2 0 0", "2026-11-23 vehicle 1 0 0 1"];

test("in the night visits become sums of services, without office and person, and nothing of a visit stays", async () => {
  const desk = await aWaitingDesk(world);
  await aDay(desk);
  await measure();
  expect(await sums(), "the day has not ended").toEqual([]);
  expect(await left()).toHaveLength(3);
  world.now = NIGHT;
  expect(await measure()).toBe(true);
  expect([await sums(), await lines(), await days(), await left()]).toEqual([
    WHOLE,
    ["2026-11-23 signature ταυτότητα 1"],
    ["2026-11-23 1 0"],
    [],
  ]);
  expect(
    await rowsOf(
      "select column_name from information_schema.columns where table_name ~ '^in_vain_(week|line|days)$' and column_name ~ 'office|visit$|employee'",
    ),
  ).toEqual([]);
});

test("a day is counted once however often it is measured anew", async () => {
  const desk = await aWaitingDesk(world);
  await aDay(desk);
  world.now = NIGHT;
  await measure();
  for (const night of ["2026-11-26", "2026-11-27", "2026-11-30"]) {
    world.now = Temporal.Instant.from(`${night}T00:10:00+02:00`);
    await measure();
  }
  await world.owner.query("update measured_until set date = date - 3");
  await measure();
  expect([await sums(), await days()]).toEqual([WHOLE, ["2026-11-23 1 0"]]);
});

test("by several processes at once, in many offices, each day once", async () => {
  for (let at = 0; at < 6; at++) {
    world.now = NOW;
    await aDay(await aWaitingDesk(world));
  }
  world.now = NIGHT;
  failures.length = 0;
  await Promise.all(Array.from({ length: 4 }, measure));
  await measure();
  expect(failures).toEqual([]);
  expect([await sums(), await days(), await left()]).toEqual([
    ["2026-11-23 signature 24 12 0 0", "2026-11-23 vehicle 6 0 0 6"],
    ["2026-11-23 6 0"],
    [],
  ]);
});

test("a process that dies after counting has counted nothing, and the next one counts it once", async () => {
  const desk = await aWaitingDesk(world);
  await aDay(desk);
  world.now = NIGHT;
  await world.owner.query(`
    create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
    create trigger die before update on measured_until for each row execute function die();`);
  failures.length = 0;
  expect(await measure()).toBe(false);
  expect(failures.length).toBeGreaterThan(0);
  expect([await sums(), await days()]).toEqual([[], []]);
  expect(await left()).toHaveLength(3);
  await world.owner.query("drop trigger die on measured_until; drop function die;");
  await measure();
  expect([await sums(), await days(), await left()]).toEqual([WHOLE, ["2026-11-23 1 0"], []]);
});

test("of an office stays week by week whether anybody noted one on a day that counts, for a year", async () => {
  const [noting, silent] = [await aWaitingDesk(world), await aWaitingDesk(world)];
  await aDay(noting);
  world.now = NOW;
  await serve(silent, "10:45");
  for (const monday of ["2025-11-10", "2025-12-01"])
    await world.owner.query("insert into in_vain_office (office_id, monday, is_used) values ($1, $2, true)", [
      silent.office.id,
      monday,
    ]);
  world.now = NIGHT;
  await measure();
  expect(await offices()).toEqual(["2025-12-01 true", "2026-11-23 false", "2026-11-23 true"]);
});

test("where the previous release measured the day, it is counted in the next night", async () => {
  const desk = await aWaitingDesk(world);
  await aDay(desk);
  world.now = NIGHT;
  await measure();
  await forgetFigures(world.owner, "in-vain");
  await world.owner.query("update in_vain_until set date = '2026-11-23' where office_id = $1", [desk.office.id]);
  world.now = NIGHT.add({ hours: 24 });
  await measure();
  expect((await sums()).map((row) => row.split(" ").slice(1, 3).join(" "))).toEqual(["signature 4", "vehicle 1"]);
});

test("a day of which fewer than four of five visits were recorded whole counts for nothing, and is said to", async () => {
  const desk = await aWaitingDesk(world);
  await aDay(desk);
  for (const time of ["13:00", "13:15"]) await serve(desk, time, { isWhole: false });
  world.now = NIGHT;
  await measure();
  expect([await sums(), await days(), await left(), await offices()]).toEqual([[], ["2026-11-23 0 1"], [], []]);
});

test("what was taken back, and what is served no more, counts as not in vain or not at all", async () => {
  const desk = await aWaitingDesk(world);
  const [taken, undone] = [await serve(desk, "10:45"), await serve(desk, "11:00")];
  for (const id of [taken, undone]) await note(desk, id, { reason: "elsewhere" });
  await desk.clerk.ask("DELETE", `${desk.office.code}/visits/${taken}/in-vain`, { version: 1 });
  // As a process of the previous release takes it back, which knows nothing of what was noted.
  await world.owner.query("update appointment set status = 'cancelled' where id = $1", [undone]);
  await serve(desk, "11:15");
  world.now = NIGHT;
  await measure();
  expect([await sums(), await left()]).toEqual([["2026-11-23 signature 2 0 0 0"], []]);
});
