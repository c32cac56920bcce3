import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { wish } from "../../test/booking-desk.ts";
import { aHead } from "../../test/office-head.ts";
import { aRulesDesk, asProposed, type RulesDesk } from "../../test/rules-desk.ts";
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
afterEach(() => world.owner.query("delete from closure"));

describe("the ministry closes", () => {
  const close = (from: string, to: string) =>
    world.owner.query(
      "insert into closure (id, region, starts_at, ends_at, reason, created_at) values (gen_random_uuid(), null, $1, $2, 'Απεργία', $3)",
      [from, to, world.now.toString()],
    );
  const workList = () => desk.rule("GET", "work-list");

  test("who was there before stands on the work list, until the head has decided", async () => {
    const first = await desk.booked("12:00", { date: "2026-11-26", phone: "6944123456" });
    const second = await desk.booked("12:30", { date: "2026-11-26", email: "e@example.gr" });
    await close("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00");
    expect((await desk.book(wish("10:00", { date: "2026-11-26" }))).status).toBe(409);
    const list = await workList();
    expect(list.body.appointments).toMatchObject([
      { appointment: { id: first.id }, place: { date: "2026-11-27", time: "12:00" }, notice: "call" },
      { appointment: { id: second.id }, notice: "email" },
    ]);
    const decisions = asProposed(list);
    const settled = await desk.rule("POST", "work-list", { decisions: decisions.slice(0, 1) });
    expect(settled.body).toMatchObject({ moved: 1, calls: 1 });
    expect((await workList()).body.appointments).toHaveLength(1);
    expect((await desk.rule("POST", "work-list", { decisions: decisions.slice(0, 1) })).body.code).toBe(
      "proposal-stale",
    );
    await desk.rule("POST", "work-list", { decisions: [{ act: "keep", id: second.id, version: 1 }] });
    expect((await workList()).body).toMatchObject({ appointments: [], closings: [] });
  });

  test("the list says by whose words each day is closed, and counts without naming anybody", async () => {
    for (const time of ["12:00", "12:30"]) await desk.booked(time, { date: "2026-11-26" });
    await desk.booked("12:00", { date: "2026-12-10" });
    const count = (who = desk.head) => who.ask("GET", `${desk.office.code}/work-list/count`);
    expect((await count()).body).toEqual({ count: 0 });
    await close("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00");
    await close("2026-12-10T11:00:00+02:00", "2026-12-10T13:00:00+02:00");
    // Closed too, but not for her who comes to the other queue.
    await desk.ruled("exceptions", { queue: 2, kind: "closed", date: "2026-11-26", reason: "Απουσία" });
    expect((await workList()).body.closings).toEqual([
      { date: "2026-11-26", kind: "closure", reason: "Απεργία" },
      { date: "2026-12-10", kind: "closure", reason: "Απεργία" },
    ]);
    expect((await count()).body).toEqual({ count: 3 });
    expect((await count(desk.clerk)).body.code).toBe("role-required");
    expect((await count(await aHead(world, await world.anOffice()))).status).toBe(404);
  });

  test("a day names the same ones as the list, for whom its closing was decided, and by which exception", async () => {
    const unsettled = async (date: string) => (await desk.day(date)).unsettled;
    const listed = async (date: string) =>
      (await workList()).body.appointments
        .map(({ appointment }: Reply["body"]) => appointment)
        .filter((each: Reply["body"]) => each.date === date)
        .map(({ id }: Reply["body"]) => id);
    const [kept, open] = [
      await desk.booked("12:00", { date: "2026-11-26" }),
      await desk.booked("12:30", { date: "2026-11-26" }),
    ];
    await desk.booked("12:00", { date: "2026-12-10" });
    expect(await unsettled("2026-11-26")).toEqual([]);
    await close("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00");
    expect(await unsettled("2026-11-26")).toEqual([kept.id, open.id]);
    const decisions = [{ act: "keep", id: kept.id, version: 1 }];
    await desk.rule("POST", "work-list", { decisions });
    expect(await unsettled("2026-11-26")).toEqual([open.id]);
    expect(await listed("2026-11-26")).toEqual([open.id]);

    const absence = { queue: 1, kind: "closed", date: "2026-12-10", reason: "Απουσία" };
    const [later] = (await desk.day("2026-12-10")).appointments;
    const own = await desk.rule("POST", "exceptions", {
      ...absence,
      decisions: [{ act: "keep", id: later.id, version: 1 }],
    });
    expect(own.status).toBeLessThan(300);
    expect(await unsettled("2026-12-10"), "kept by the head, who knows").toEqual([]);
    world.now = world.now.add({ minutes: 5 });
    await world.owner.query("update office set region = 'Ήπειρος' where code = $1", [desk.office.code]);
    await world.owner.query(
      `insert into closure (id, region, starts_at, ends_at, reason, created_at)
       values (gen_random_uuid(), 'Ήπειρος', '2026-12-10T00:00:00+02:00', '2026-12-11T00:00:00+02:00', 'Σεισμός', $1)`,
      [world.now.toString()],
    );
    expect(await unsettled("2026-12-10")).toEqual(await listed("2026-12-10"));
    expect(await listed("2026-12-10")).toEqual([later.id]);
    const [{ closed }] = (await desk.day("2026-12-10")).queues;
    expect(closed).toMatchObject([
      { kind: "exception", exception: expect.stringMatching(/^[0-9a-f-]{36}$/), region: null },
      { kind: "closure", reason: "Σεισμός", exception: null, region: "Ήπειρος" },
    ]);
  });

  test("what was settled is taken back as one: the list is as it was, and nobody is told", async () => {
    const first = await desk.booked("12:00", { date: "2026-11-26", phone: "6944123456" });
    const second = await desk.booked("12:30", { date: "2026-11-26", email: "e@example.gr" });
    await close("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00");
    const settled = await desk.rule("POST", "work-list", { decisions: asProposed(await workList()) });
    expect(settled.body).toMatchObject({ moved: 2, emails: 1, calls: 1 });
    expect((await desk.takeBack(settled.body.change)).body).toMatchObject({ restored: 2 });
    expect((await workList()).body.appointments.map(({ appointment }: Reply["body"]) => appointment.id)).toEqual([
      first.id,
      second.id,
    ]);
    expect(await desk.rows("call")).toEqual([]);
    const [one] = asProposed(await workList());
    const kept = await desk.rule("POST", "work-list", {
      decisions: [{ act: "keep", id: one.id, version: one.version }],
    });
    await world.owner.query("delete from closure");
    await desk.booked("12:15", { date: "2026-11-26" });
    expect((await desk.takeBack(kept.body.change)).status, "the closure is gone").toBe(200);
  });

  test("what was settled stays where somebody else has the old place by now", async () => {
    const visit = await desk.booked("12:00", { date: "2026-11-26", email: "e@example.gr" });
    await close("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00");
    const settled = await desk.rule("POST", "work-list", { decisions: asProposed(await workList()) });
    await world.owner.query("delete from closure");
    const other = await desk.booked("12:00", { date: "2026-11-26" });
    const undone = await desk.takeBack(settled.body.change);
    expect([undone.status, undone.body.code]).toEqual([409, "undo-overtaken"]);
    expect((await desk.day("2026-11-26")).appointments).toMatchObject([{ id: other.id }]);
    await desk.act(other.id, "cancellation", { version: 1 });
    expect((await desk.takeBack(settled.body.change)).body).toMatchObject({ restored: 1 });
    expect((await desk.history(visit.id))[0]).toMatchObject({ kind: "undone", version: 3 });
  });

  test("who was kept before is decided about again, for her head knew nothing of it", async () => {
    const visit = await desk.booked("12:00", { date: "2026-11-26" });
    const absence = { queue: 1, kind: "closed", date: "2026-11-26", reason: "Απουσία" };
    const keep = (version: number) => [{ act: "keep", id: visit.id, version }];
    expect((await desk.rule("POST", "exceptions", { ...absence, decisions: keep(1) })).body).toMatchObject({ kept: 1 });
    expect((await workList()).body.appointments).toEqual([]);
    world.now = world.now.add({ minutes: 5 });
    await close("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00");
    expect((await workList()).body.appointments).toMatchObject([{ appointment: { id: visit.id, version: 2 } }]);
    expect((await desk.rule("GET", "work-list/count")).body).toEqual({ count: 1 });
    world.now = world.now.add({ minutes: 5 });
    const settled = await desk.rule("POST", "work-list", { decisions: keep(2) });
    expect([(await workList()).body.appointments, (await desk.history(visit.id))[0]]).toMatchObject([
      [],
      { kind: "kept", version: 3 },
    ]);
    expect((await desk.takeBack(settled.body.change)).body).toMatchObject({ restored: 1 });
    expect((await workList()).body.appointments).toHaveLength(1);
  });
});
