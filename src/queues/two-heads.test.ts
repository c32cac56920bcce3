import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aHead } from "../../test/office-head.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, type Clerk, type Method, NOW, type World } from "../../test/world.ts";

/** Two heads with one picture before them: the second is told what the first has made of it, and nothing is lost. */

let world: World;
let desk: RulesDesk;
let other: Clerk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  other = await aHead(world, desk.office);
});

const byOther = (method: Method, path: string, body: object, version?: number) =>
  other.ask(method, `${desk.office.code}/${path}`, {
    body,
    key: randomUUID(),
    ...(version !== undefined && { version }),
  });
const queueTwo = async () => (await desk.rows("queue"))[1];
const hoursOf = (opens: string) => ({ from: "2026-11-25", to: null, week: { "4": [{ opens, closes: "14:00" }] } });
const absence = { queue: 2, kind: "closed", date: "2026-11-26", from: "12:00", to: "13:00", reason: "Απουσία" };
const aChange = () => desk.rule("PUT", "queues/2/hours", hoursOf("09:00"), 1);

describe("a queue", () => {
  test.each([
    ["PUT", "queues/2/hours", hoursOf("10:00")],
    ["PATCH", "queues/2", { name: "Δεύτερη" }],
    ["POST", "queues/2/deactivation", {}],
    ["POST", "queues/2/activation", { from: "2026-11-25", to: "2026-11-25" }],
    ["POST", "queues/2/substitution", { date: "2026-11-25", employee: null }],
    ["POST", "queues/2/default", {}],
    ["POST", "queues/2/hiding", {}],
    ["POST", "queues/2/archival", {}],
  ] as const)("whose hours the first has changed: %s %s by the second is refused", async (method, path, body) => {
    expect((await aChange()).status).toBe(200);
    const before = await queueTwo();
    const late = await byOther(method, path, body, 1);
    expect([late.status, late.body.code, late.body.current?.version]).toEqual([412, "version-stale", 2]);
    expect(late.body.title).toMatch(/^Η ουρά άλλαξε στις\u00a010:42 \(.+\)\. Δείτε τις αλλαγές/);
    expect(await queueTwo()).toEqual(before);
    expect((await byOther("PUT", "queues/2/hours", hoursOf("10:00"), 2)).status).toBe(200);
  });

  test("each change of what belongs to it is another version, and so is its being taken back; a nothing is none", async () => {
    const versions: number[] = [];
    const noting = async (made: Promise<{ body: { change?: string } }>) => {
      const { change } = (await made).body;
      versions.push((await queueTwo()).version);
      return change as string;
    };
    await noting(aChange());
    await noting(desk.rule("PUT", "queues/2/hours", hoursOf("09:00")));
    await noting(desk.rule("POST", "queues/2/deactivation", { from: "2026-11-25", to: "2026-11-26" }));
    const clerk = desk.clerk.employeeId;
    const last = await noting(desk.rule("POST", "queues/2/substitution", { date: "2026-11-25", employee: clerk }));
    await noting(desk.takeBack(last));
    expect(versions).toEqual([2, 2, 3, 4, 5]);
    expect((await desk.rows("queue"))[0].version, "of the other one").toBe(1);
  });

  test("hours without the version that was seen: 428", async () => {
    expect((await byOther("PUT", "queues/2/hours", hoursOf("10:00"))).status).toBe(428);
  });
});

describe("an exception", () => {
  const one = async () => (await desk.rows("exception"))[0];
  beforeEach(() => desk.rule("POST", "exceptions", absence));

  test.each(["to come", "running"])("%s: the second to change or to remove it is refused", async (which) => {
    if (which === "running") await desk.later(50);
    const { id } = await one();
    expect((await desk.rule("PATCH", `exceptions/${id}`, { ...absence, to: "14:00" }, 1)).status).toBe(200);
    const before = await one();
    expect(before).toMatchObject({ id, version: 2 });
    const body = { ...absence, reason: "Άδεια" };
    for (const late of [
      await byOther("PATCH", `exceptions/${id}`, body, 1),
      await byOther("DELETE", `exceptions/${id}`, {}, 1),
    ]) {
      expect([late.status, late.body.code]).toEqual([412, "version-stale"]);
      expect(late.body.current).toMatchObject({ id, version: 2, to: "2026-11-26T14:00:00+02:00" });
      expect(late.body.title).toContain("Η εξαίρεση άλλαξε στις");
    }
    expect(await one()).toEqual(before);
    expect((await byOther("PATCH", `exceptions/${id}`, body, 2)).status).toBe(200);
  });

  test.each([
    ["changes it", "PATCH", { ...absence, to: "14:00" }],
    ["removes it", "DELETE", {}],
  ] as const)("of two at the same moment, one %s and the other is told so", async (_, method, body) => {
    const { id } = await one();
    await world.owner.query("begin");
    await world.owner.query("select pg_advisory_xact_lock($1::int, 0)", [desk.office.id]);
    const both = [
      desk.rule("PATCH", `exceptions/${id}`, { ...absence, reason: "Άδεια" }, 1),
      byOther(method, `exceptions/${id}`, body, 1),
    ];
    expect(await waits(world, Promise.race(both), 1)).toBe(true);
    await world.owner.query("commit");
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.find((status) => status !== 200)).toBeOneOf([412, 404]);
  });

  test("changed, and that taken back, it is not the one that was seen in between", async () => {
    const { id } = await one();
    const { change } = (await desk.rule("PATCH", `exceptions/${id}`, { ...absence, to: "14:00" }, 1)).body;
    await desk.takeBack(change);
    expect(await one()).toMatchObject({ id, version: 3 });
    expect((await byOther("DELETE", `exceptions/${id}`, {}, 2)).status).toBe(412);
    const removed = await desk.rule("DELETE", `exceptions/${id}`, {}, 3);
    await desk.takeBack(removed.body.change);
    expect(await one()).toMatchObject({ id, version: 4 });
  });

  test("removed while it runs, it ends now, and is another than was seen", async () => {
    await desk.later(50);
    const { id } = await one();
    expect((await desk.rule("DELETE", `exceptions/${id}`, {}, 1)).status).toBe(200);
    expect(await one()).toMatchObject({ id, version: 2 });
  });

  test("without the version that was seen: 428", async () => {
    const { id } = await one();
    expect((await byOther("PATCH", `exceptions/${id}`, absence)).status).toBe(428);
    expect((await byOther("DELETE", `exceptions/${id}`, {})).status).toBe(428);
  });
});
