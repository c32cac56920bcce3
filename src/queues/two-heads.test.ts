import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aHead } from "../../test/office-head.ts";
import { openToCitizens } from "../../test/public-booking.ts";
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

const ACTS = [
  ["PUT", "queues/2/hours", hoursOf("10:00")],
  ["PATCH", "queues/2", { name: "Δεύτερη" }],
  ["POST", "queues/2/deactivation", {}],
  ["POST", "queues/2/activation", { from: "2026-11-25", to: "2026-11-25" }],
  ["POST", "queues/2/substitution", { date: "2026-11-25", employee: null }],
  ["POST", "queues/2/default", {}],
  ["POST", "queues/2/publication", {}],
  ["POST", "queues/2/hiding", {}],
  ["POST", "queues/2/archival", {}],
] as const;

describe("a queue", () => {
  beforeEach(() => openToCitizens(world.owner));

  test.each(ACTS)("whose hours the first has changed: %s %s by the second is refused", async (method, path, body) => {
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

  test.each(ACTS)("without the version that was seen: 428 to %s %s", async (method, path, body) => {
    const before = await desk.rows("queue");
    const reply = await byOther(method, path, body);
    expect([reply.status, reply.body.code]).toEqual([428, "version-missing"]);
    expect(await desk.rows("queue")).toEqual(before);
  });
});

describe("the default queue", () => {
  beforeEach(async () => {
    desk = await aRulesDesk(world, { queues: 3 });
    other = await aHead(world, desk.office);
  });
  const choose = (number: number, version: number) => byOther("POST", `queues/${number}/default`, {}, version);
  const chosen = async () => (await desk.rows("queue")).filter((row) => row.is_default).map(({ number }) => number);

  test("chosen by two from one picture: the second is told, may choose again, and so it is after an undo", async () => {
    const { change } = (await desk.rule("POST", "queues/2/default", {}, 1)).body;
    const late = await choose(3, 1);
    expect([late.status, late.body.code, late.body.current]).toEqual([
      412,
      "version-stale",
      expect.objectContaining({ number: 3, version: 2 }),
    ]);
    expect(late.body.title).toContain("10:42");
    expect(await chosen()).toEqual([2]);
    expect((await desk.takeBack(change)).status).toBe(200);
    expect([(await choose(3, 2)).status, await chosen()]).toEqual([412, [1]]);
    expect([(await choose(3, 3)).status, await chosen()]).toEqual([200, [3]]);
  });

  test("chosen by two at the same moment, one is done and the other is told so", async () => {
    await world.owner.query("begin");
    await world.owner.query("select pg_advisory_xact_lock($1::int, 0)", [desk.office.id]);
    const both = [desk.rule("POST", "queues/2/default", {}, 1), choose(3, 1)];
    expect(await waits(world, Promise.race(both), 1)).toBe(true);
    await world.owner.query("commit");
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await chosen()).toHaveLength(1);
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

describe("the name of a queue", () => {
  const nameOf = (reply: { status: number; body: { errors?: { field: string; code: string }[] } }) => [
    reply.status,
    ...(reply.body.errors ?? []).map(({ field, code }) => `${field}: ${code}`),
  ];
  const TAKEN = [422, "name: queue-name-taken"];

  test("is that of one: added or renamed, by two at once too, however it is written", async () => {
    await desk.rule("PATCH", "queues/2", { name: "Πιστοποιητικά" });
    expect(nameOf(await desk.rule("POST", "queues", { name: " ΠΙΣΤΟΠΟΙΗΤΙΚΑ " }))).toEqual(TAKEN);
    expect(nameOf(await desk.rule("PATCH", "queues/1", { name: "Πιστοποιητικα" }))).toEqual(TAKEN);
    expect(nameOf(await desk.rule("PATCH", "queues/2", { name: "ΠΙΣΤΟΠΟΙΗΤΙΚΑ" }))).toEqual([200]);
    const twice = { queues: [{ name: "Άδειες" }, { name: "Άδειες" }] };
    expect(nameOf(await desk.rule("POST", "queues/additions", twice))).toEqual(TAKEN);
    const both = await Promise.all([
      desk.rule("POST", "queues", { name: "Άδειες" }),
      byOther("POST", "queues", { name: "Άδειες" }),
    ]);
    expect(both.map(nameOf).toSorted()).toEqual([[200], TAKEN]);
    await desk.rule("POST", "queues/2/archival", {});
    expect(nameOf(await desk.rule("PATCH", "queues/1", { name: "Πιστοποιητικά" }))).toEqual([200]);
  });
});
