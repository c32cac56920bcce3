import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** Kept once is not kept for ever: whatever closes the time anew shows the appointment again and asks what becomes of it. */

let world: World;
let desk: RulesDesk;
let visit: Reply["body"];
const DATE = "2026-11-26";
const morning = { queue: 2, kind: "closed", date: DATE, from: "10:30", to: "11:30", reason: "Απουσία" };
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
afterEach(() => world.owner.query("delete from closure; delete from holiday where sweep is not null"));
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  visit = await desk.booked("11:00", { queue: 2, date: DATE });
  expect((await keep("POST", "exceptions", morning, 1)).body).toMatchObject({ kept: 1 });
  later();
});

const later = () => {
  world.now = world.now.add({ minutes: 1 });
};
const keep = (method: "POST" | "PUT" | "PATCH", path: string, body: object, version: number) =>
  desk.rule(method, path, { ...body, decisions: [{ act: "keep", id: visit.id, version }] });
const keptBy = async () => (await desk.rows("appointment")).map(({ kept_by }) => kept_by);
const idsIn = (reply: Reply) =>
  reply.body.proposal.appointments.map(({ appointment }: Reply["body"]) => appointment.id);

describe("who was kept in an exception is shown again", () => {
  const hours = { from: "2026-11-25", to: null, week: { "4": [{ opens: "18:00", closes: "20:00" }] } };
  test.each([
    ["when the queue is deactivated", "POST", "queues/2/deactivation", {}],
    ["when it is deactivated for dates", "POST", "queues/2/deactivation", { from: "2026-11-25", to: "2026-11-27" }],
    ["when it gets other hours", "PUT", "queues/2/hours", hours],
    ["when it is put away", "POST", "queues/2/archival", {}],
    ["when the whole office closes", "POST", "exceptions", { ...morning, queue: null, from: undefined, to: undefined }],
    ["when the same time closes for another reason", "POST", "exceptions", { ...morning, reason: "Βλάβη" }],
  ] as const)("%s", async (_, method, path, body) => {
    const unseen = await desk.rule(method, path, body);
    expect([unseen.status, unseen.body.code]).toEqual([409, "proposal-needed"]);
    expect(idsIn(unseen)).toEqual([visit.id]);
    expect((await keep(method, path, body, 2)).body).toMatchObject({ kept: 1 });
    expect((await desk.history(visit.id))[0]).toMatchObject({ kind: "kept", version: 3 });
  });

  test("and may be moved then, and taken back to where it was kept", async () => {
    const [to] = (await desk.rule("POST", "queues/2/archival/proposals")).body.appointments.map(
      ({ place }: Reply["body"]) => place,
    );
    const decisions = [{ act: "move", id: visit.id, version: 2, to }];
    const made = await desk.rule("POST", "queues/2/archival", { decisions });
    expect([made.body, await keptBy()]).toMatchObject([{ moved: 1 }, [null]]);
    later();
    expect((await desk.takeBack(made.body.change)).body).toMatchObject({ restored: 1 });
    expect(await keptBy()).toEqual([desk.head.employeeId]);
  });

  test("and keeping it again is not taken back alone: whoever kept it before knew nothing of what came later", async () => {
    await keep("POST", "exceptions", { ...morning, reason: "Βλάβη" }, 2);
    const undone = await desk.act(visit.id, "undo", { version: 3 });
    expect([undone.status, undone.body.code]).toEqual([409, "slot-not-offered"]);
    expect((await desk.history(visit.id))[0]).toMatchObject({ kind: "kept", version: 3 });
  });

  test("not by what closes nothing at its time", async () => {
    const [{ id }] = await desk.rows("exception");
    const changes = [
      await desk.rule("PATCH", `exceptions/${id}`, { ...morning, reason: "Άδεια" }),
      await desk.rule("POST", "exceptions", { ...morning, from: "11:30", to: "12:00" }),
      await desk.rule("PUT", "queues/2/hours", { ...hours, week: { "4": [{ opens: "09:00", closes: "14:00" }] } }),
    ];
    expect(changes.map(({ status, body }) => [status, body.kept])).toEqual([
      [200, 0],
      [200, 0],
      [200, 0],
    ]);
  });

  test("nor once it is served there again, until that closes", async () => {
    const [{ id }] = await desk.rows("exception");
    expect((await desk.rule("DELETE", `exceptions/${id}`, {})).body).toMatchObject({ kept: 0 });
    expect(idsIn(await desk.rule("POST", "exceptions", morning))).toEqual([visit.id]);
  });
});

describe("a cancellation taken back", () => {
  const back = async () => {
    const { version } = (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${visit.id}`)).body;
    const undone = await desk.act(visit.id, "undo", { version });
    return [undone.status, undone.body.code ?? undone.body.status];
  };
  const cancel = () => desk.act(visit.id, "cancellation", { version: 2 });

  test("leads back to where a head keeps it", async () => {
    await cancel();
    expect(await back()).toEqual([200, "booked"]);
  });

  test("not into time in which, by now, nothing serves at all", async () => {
    const evening = { ...morning, from: "17:00", to: "19:00" };
    const extra = { ...evening, kind: "extra", reason: "Άλλο" };
    await desk.rule("POST", "exceptions", extra);
    visit = await desk.booked("18:00", { queue: 2, date: DATE });
    await keep("POST", "exceptions", evening, 1);
    later();
    await cancel();
    for (const { id, starts_at } of await desk.rows("exception"))
      if (starts_at > new Date(`${DATE}T12:00:00+02:00`))
        expect((await desk.rule("DELETE", `exceptions/${id}`, {})).status).toBe(200);
    expect(await back()).toEqual([409, "slot-not-offered"]);
  });

  test.each([
    ["the queue was put away", "POST", "queues/2/archival", {}],
    ["its hours were cut", "PUT", "queues/2/hours", { from: "2026-11-25", to: null, week: { "4": [] } }],
    ["the office closes", "POST", "exceptions", { ...morning, queue: null }],
  ] as const)("not when %s since, unless that was taken back", async (_, method, path, body) => {
    await cancel();
    const { change } = (await desk.rule(method, path, body)).body;
    expect((await back())[0]).toBe(409);
    later();
    expect((await desk.takeBack(change)).status).toBe(200);
    expect(await back()).toEqual([200, "booked"]);
  });

  test("not when what had opened before was taken back since", async () => {
    const extra = { ...morning, kind: "extra", from: "17:00", to: "19:00", reason: "Άλλο" };
    const opened = await desk.rule("POST", "exceptions", extra);
    visit = await desk.booked("18:00", { queue: 2, date: DATE });
    later();
    await keep("POST", "exceptions", { ...extra, kind: "closed" }, 1);
    later();
    await cancel();
    expect((await desk.takeBack(opened.body.change)).status).toBe(200);
    expect(await back()).toEqual([409, "slot-not-offered"]);
  });

  test("by other hours of another day, or another name of the queue, nothing has changed here", async () => {
    await cancel();
    await desk.rule("PUT", "queues/2/hours", { from: "2026-11-25", to: null, week: { "5": [] } });
    await desk.rule("PATCH", "queues/2", { name: "Άλλη" }, 1);
    await desk.rule("POST", "exceptions", { ...morning, date: "2026-11-27" });
    expect(await back()).toEqual([200, "booked"]);
  });

  const holiday = (closedFromMinute: number) =>
    world.owner.query(
      `with ruled as (insert into sweep (id, starts_at, ends_at, started_at)
         values (gen_random_uuid(), $1, $1::timestamptz + interval '1 day', $2) returning id)
       insert into holiday (date, name, name_en, closed_from_minute, sweep) select $3, 'Τοπική', 'Local', $4, id from ruled`,
      [`${DATE}T00:00:00+02:00`, world.now.add({ minutes: 1 }).toString(), DATE, closedFromMinute],
    );

  test("not onto a holiday that the ministry has added since", async () => {
    await cancel();
    await holiday(0);
    expect(await back()).toEqual([409, "slot-not-offered"]);
  });

  test("but before the hour from which the ministry has closed the day since", async () => {
    await cancel();
    await holiday(780);
    expect(await back()).toEqual([200, "booked"]);
  });
});
