import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
});

const history = async (query = "") =>
  (await desk.clerk.ask("GET", `${desk.office.code}/rule-changes${query}`)).body as Reply["body"];

test("the history names whom a change concerned, also when she has left the office since", async () => {
  const leaving = await world.aClerk(desk.office);
  const first = await world.aClerk(desk.office);
  await world.owner.query("update queue set employee_id = $1 where office_id = $2 and number = 2", [
    first.employeeId,
    desk.office.id,
  ]);
  const swap = { date: "2026-11-25", employee: leaving.employeeId };
  await desk.rule("POST", "queues/2/substitution", swap);
  await desk.rule("PATCH", "queues/2", { employee: desk.head.employeeId }, 2);
  await world.owner.query("delete from membership where employee_id = $1", [leaving.employeeId]);
  const { body: page } = await desk.head.ask("GET", `${desk.office.code}/queues`);
  expect(page.employees.map(({ id }: Reply["body"]) => id)).not.toContain(leaving.employeeId);
  const { changes, employees, next } = await history();
  expect([changes.length, next]).toEqual([2, null]);
  expect(employees.map(({ id }: Reply["body"]) => id).sort()).toEqual(
    [first.employeeId, leaving.employeeId, desk.head.employeeId].sort(),
  );
  for (const { name } of employees) expect(name).toMatch(/\S \S/);
});

test("what began and what ended is told of alike, where nobody stood before or stands after", async () => {
  const closed = { queue: 1, kind: "closed", date: "2026-11-26", reason: "Απουσία", decisions: [] };
  expect((await desk.rule("POST", "exceptions", closed)).status).toBe(200);
  const [exception] = await desk.rows("exception");
  expect((await desk.rule("DELETE", `exceptions/${exception.id}`, {})).status).toBe(200);
  const { changes, employees } = await history();
  expect([changes.map(({ act }: Reply["body"]) => act), employees]).toEqual([
    ["exception-removed", "exception-added"],
    [],
  ]);
});

test("it is read page by page, the latest first, each change once, of this office only", async () => {
  const other = await aRulesDesk(world);
  const at = world.now.subtract({ minutes: 1 }).toString();
  for (const [office, count] of [
    [desk.office, 53],
    [other.office, 1],
  ] as const)
    await world.owner.query(
      // All at one moment, and yet there is one order.
      `insert into audit_entry (office_id, id, at, act, details)
       select $1, gen_random_uuid(), $2, 'queue-changed', '{"changes": []}' from generate_series(1, $3)`,
      [office.id, at, count],
    );
  const first = await history();
  const second = await history(`?before=${first.next}`);
  expect([first.changes.length, second.changes.length, second.next]).toEqual([50, 3, null]);
  const ids = [...first.changes, ...second.changes].map(({ id }: Reply["body"]) => id);
  expect(new Set(ids).size).toBe(53);
  const [strange] = (await other.clerk.ask("GET", `${other.office.code}/rule-changes`)).body.changes;
  expect((await history(`?before=${strange.id}`)).changes).toEqual([]);
  const unread = await desk.clerk.ask("GET", `${desk.office.code}/rule-changes?before=1`);
  expect(unread.status).toBe(400);
});
