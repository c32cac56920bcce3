import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** «Ένας υπάλληλος εξυπηρετεί μια ουρά» (circular §Γ), on every date and at every hour. */

let world: World;
let desk: RulesDesk;
let employee: number;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  employee = desk.clerk.employeeId;
});

const DAY = { from: "2026-12-01", to: "2026-12-01" };
const give = (queue: number, who: number | null = employee) =>
  world.owner.query("update queue set employee_id = $3 where office_id = $1 and number = $2", [
    desk.office.id,
    queue,
    who,
  ]);
const refused = ({ status, body }: Reply) => [status, body.code];
const TWICE = [409, "employee-serves-two"];

test("nor by a substitution, unless her own queue does not serve that day", async () => {
  await give(1);
  const swap = (date: string) => desk.rule("POST", "queues/2/substitution", { date, employee });
  expect(refused(await swap("2026-12-01"))).toEqual(TWICE);
  await desk.rule("POST", "queues/2/default");
  await desk.rule("POST", "queues/1/deactivation", DAY);
  expect((await swap("2026-12-01")).status).toBe(200);
  expect(refused(await desk.rule("POST", "queues/1/activation", DAY)), "the other way round").toEqual(TWICE);
  expect(refused(await swap("2026-12-02"))).toEqual(TWICE);
  const absence = { kind: "closed", date: "2026-12-02", reason: "Αλλαγή θέσης" };
  await desk.rule("POST", "exceptions", { ...absence, queue: 1, from: "08:00", to: "12:00" });
  expect(refused(await swap("2026-12-02")), "half of the day").toEqual(TWICE);
  await desk.rule("POST", "exceptions", { ...absence, queue: 1, from: "12:00", to: "15:00" });
  expect((await swap("2026-12-02")).status).toBe(200);
  const away = { ...absence, queue: 1, from: "12:00", to: "14:00" };
  const [, exception] = (await desk.rows("exception")).sort((a, b) => a.starts_at - b.starts_at);
  expect(refused(await desk.rule("PATCH", `exceptions/${exception.id}`, away))).toEqual(TWICE);
});

test("nor on dates on which an inactive queue is active", async () => {
  await give(1);
  await desk.rule("POST", "queues/2/deactivation", {});
  await give(2);
  expect((await desk.rule("PATCH", "queues/1", { name: "Πρώτη" }, 1)).status).toBe(200);
  expect(refused(await desk.rule("POST", "queues/2/activation", DAY))).toEqual(TWICE);
});

test("nor in extra hours", async () => {
  await give(1);
  const until = { from: "2026-11-24", to: null };
  const days = (intervals: object[]) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, intervals]));
  await desk.rule("PUT", "queues/2/hours", { ...until, week: days([{ opens: "16:00", closes: "20:00" }]) });
  await give(2);
  const extra = { queue: 1, kind: "extra", date: "2026-12-01", reason: "Επιπλέον" };
  expect((await desk.rule("POST", "exceptions", { ...extra, from: "15:00", to: "16:00" })).status).toBe(200);
  expect(refused(await desk.rule("POST", "exceptions", { ...extra, from: "19:00", to: "20:00" }))).toEqual(TWICE);
});

test("nor in extra hours of the whole office", async () => {
  const until = { from: "2026-11-24", to: null };
  const week = (opens: string, closes: string) => ({ "2": [{ opens, closes }] });
  await desk.rule("PUT", "queues/1/hours", { ...until, week: week("08:00", "11:00") });
  await desk.rule("PUT", "queues/2/hours", { ...until, week: week("12:00", "15:00") });
  for (const queue of [1, 2])
    await world.owner.query("delete from queue_hours where office_id = $1 and queue = $2 and weekday <> 2", [
      desk.office.id,
      queue,
    ]);
  await give(1);
  await give(2);
  const extra = { queue: null, kind: "extra", date: "2026-12-01", reason: "Επιπλέον" };
  expect(refused(await desk.rule("POST", "exceptions", { ...extra, from: "17:00", to: "18:00" }))).toEqual(TWICE);
});

test("a season that is over, or another weekday, is no obstacle; one to come is", async () => {
  const week = (intervals: object[]) => ({ "3": intervals });
  const season = { from: "2026-12-02", to: "2026-12-02" };
  await world.owner.query("delete from queue_hours where office_id = $1 and queue = 2", [desk.office.id]);
  await world.owner.query("delete from queue_hours where office_id = $1 and queue = 1 and weekday = 3", [
    desk.office.id,
  ]);
  await give(1);
  await give(2);
  await desk.rule("PUT", "queues/2/hours", { ...season, week: week([{ opens: "09:00", closes: "12:00" }]) });
  const late = { from: "2026-11-24", to: null, week: week([{ opens: "11:00", closes: "13:00" }]) };
  expect(refused(await desk.rule("PUT", "queues/1/hours", late))).toEqual(TWICE);
  await desk.later(9 * 24);
  expect((await desk.rule("PUT", "queues/1/hours", { ...late, from: "2026-12-03" })).status).toBe(200);
});

describe("an employee of two offices", () => {
  const named = (queue: number, at: RulesDesk, version = 1) =>
    at.rule("PATCH", `queues/${queue}`, { employee }, version);
  let other: RulesDesk;
  beforeEach(async () => {
    other = await aRulesDesk(world);
    await world.owner.query("insert into membership (employee_id, office_id, role) values ($1, $2, 'operator')", [
      employee,
      other.office.id,
    ]);
  });

  test("serves in one of them at a time, and the head reads where else", async () => {
    expect((await named(2, desk)).status).toBe(200);
    const refusal = await named(1, other);
    expect(refused(refusal)).toEqual([409, "employee-serves-elsewhere"]);
    expect(refusal.body.title).toContain(`την ουρά 1 εδώ και μία στο ΚΕΠ Δοκιμής ${desk.office.code}`);
    const until = { from: "2026-11-24", to: null };
    const afternoons = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ opens: "15:00", closes: "20:00" }]]),
    );
    await other.rule("PUT", "queues/1/hours", { ...until, week: afternoons });
    expect((await named(1, other, 2)).status).toBe(200);
  });

  test("is given to one of two heads who want her at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const replies = await Promise.all([named(2, desk), named(2, other)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      await world.owner.query("update queue set employee_id = null, version = 1");
    }
  });

  test("whom others let serve twice before is no reason to refuse what has nothing to do with it", async () => {
    for (const { office } of [desk, other])
      await world.owner.query("update queue set employee_id = $2 where office_id = $1 and number = 1", [
        office.id,
        employee,
      ]);
    const absence = { queue: 2, kind: "closed", date: "2026-12-01", reason: "Απουσία" };
    expect((await other.rule("POST", "exceptions", absence)).status).toBe(200);
    expect(refused(await named(2, other))).toEqual(TWICE);
  });
});
