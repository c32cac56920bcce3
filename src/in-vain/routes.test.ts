import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aWaitingDesk, type WaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

let world: World;
let desk: WaitingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
});

const path = (id: string) => `${desk.office.code}/visits/${id}/in-vain`;
const note = (id: string, version?: number, more: object = {}) =>
  desk.clerk.ask("PUT", path(id), {
    body: { service: "signature", reason: "paper", line: "ταυτότητα", ...more },
    ...(version !== undefined && { version }),
  });
const noted = async () => (await desk.clerk.ask("GET", `${desk.office.code}/days/2026-11-24/in-vain`)).body.visits;

async function aServed(time = "10:45") {
  const { id } = await desk.booked(time);
  await desk.act(id, "arrival");
  await desk.act(id, "service-start");
  return (await desk.act(id, "completion")).body;
}
async function aServedNumber() {
  const { id } = await desk.number();
  const { started } = (await desk.next(1, { ends: [], starts: { id, version: 1 } })).body;
  return (await desk.onTicket(id, "completion", started.ticket.version)).body;
}

test("of a visit that was served today it is noted why it was in vain, otherwise, and taken back; its history has nothing of it", async () => {
  const visit = await aServed();
  const first = await note(visit.id, 0);
  expect([first.status, first.headers.etag]).toEqual([200, '"1"']);
  expect(await noted()).toEqual([
    { visit: visit.id, service: "signature", reason: "paper", line: "ταυτότητα", version: 1 },
  ]);
  expect((await note(visit.id, 1, { reason: "elsewhere", line: null })).body).toMatchObject({
    reason: "elsewhere",
    line: null,
    version: 2,
  });
  const back = await desk.clerk.ask("DELETE", path(visit.id), { version: 2 });
  expect(back.body).toMatchObject({ reason: null, version: 3 });
  expect((await desk.clerk.ask("DELETE", path(visit.id), { version: 3 })).body.version, "it is so already").toBe(3);
  const { events } = (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${visit.id}/history`)).body;
  expect(events.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    "arrived",
    "booked",
    "completed",
    "service-started",
  ]);
  const { rows } = await world.owner.query("select act from audit_entry where office_id = $1 and act like '%vain%'", [
    desk.office.id,
  ]);
  expect(rows).toEqual([]);
  const { rows: columns } = await world.owner.query(
    "select column_name from information_schema.columns where table_name = 'visit_in_vain' and column_name ~ 'employee|by'",
  );
  expect(columns).toEqual([]);
});

test("of a number too; of one whose service nobody noted it is said why not", async () => {
  const number = await aServedNumber();
  expect((await note(number.id, 0)).status).toBe(200);
  const other = await aServedNumber();
  await world.owner.query("update ticket set service = null where id = $1", [other.id]);
  const refused = await note(other.id, 0);
  expect([refused.status, refused.body.code]).toEqual([409, "in-vain-without-service"]);
  expect((await desk.onTicket(number.id, "undo", number.version)).body.status).toBe("in-service");
  expect(await noted()).toMatchObject([{ reason: null, version: 2 }]);
});

test("not before it was served, not on another day, not by who has seen another state, and not with what is not in the list", async () => {
  const { id } = await desk.booked("11:00");
  expect((await note(id, 0)).body.code).toBe("in-vain-not-served");
  const number = await desk.number();
  expect((await note(number.id, 0)).body.code).toBe("in-vain-not-served");
  const visit = await aServed();
  expect((await note(visit.id)).status).toBe(428);
  const stale = await note(visit.id, 4);
  expect([stale.status, stale.body.current.version]).toEqual([412, 0]);
  const faults = async (more: object) => (await note(visit.id, 0, more)).body.errors?.[0]?.code;
  expect(await faults({ service: "vehicle", line: null })).toBe("in-vain-service");
  expect(await faults({ line: "διαβατήριο" })).toBe("in-vain-line");
  expect(await faults({ reason: "needless" })).toBe("in-vain-line-alone");
  expect((await note(visit.id, 0, { by: "me" })).status).toBe(400);
  expect((await note(visit.id, 0, { reason: "late" })).status).toBe(400);
  expect((await note("nobody", 0)).status).toBe(404);
  expect(await noted()).toEqual([]);
  world.now = NOW.add({ hours: 24 });
  const tomorrows = await world.aClerk(desk.office);
  const body = { service: "signature", reason: "paper" };
  const late = await tomorrows.ask("PUT", path(visit.id), { body, version: 0 });
  expect([late.status, late.body.code]).toEqual([409, "in-vain-other-day"]);
});

test("only who works in the office: not another's clerk, not the ministry, nobody who is not signed in", async () => {
  const visit = await aServed();
  const body = { service: "signature", reason: "needless" };
  const other = await world.aClerk(await world.anOffice());
  expect((await other.ask("PUT", path(visit.id), { body, version: 0 })).status).toBe(404);
  expect((await other.ask("GET", `${desk.office.code}/days/2026-11-24/in-vain`)).status).toBe(404);
  const own = await world.anOffice();
  const elsewhere = await world.aClerk(own);
  expect((await elsewhere.ask("PUT", `${own.code}/visits/${visit.id}/in-vain`, { body, version: 0 })).status).toBe(404);
  expect((await desk.clerk.ask("PUT", path(visit.id), { body, version: 0, headers: { cookie: "" } })).status).toBe(401);
  expect(await noted()).toEqual([]);
});

test("of ten at once one is noted; who says the same agrees with it, and the others are told", async () => {
  const visit = await aServed();
  const [say, otherwise] = [{}, { reason: "needless", line: null }];
  const all = await Promise.all(Array.from({ length: 10 }, (_, at) => note(visit.id, 0, at % 2 ? say : otherwise)));
  expect(all.map(({ status }) => status).sort()).toEqual([...Array(5).fill(200), ...Array(5).fill(412)]);
  expect(await noted()).toMatchObject([{ version: 1 }]);
});

test("who takes the completion back takes it along, by whatever way; a change of particulars leaves it", async () => {
  const visit = await aServed();
  await note(visit.id, 0);
  const { body: edited } = await desk.clerk.ask("PATCH", `${desk.office.code}/appointments/${visit.id}`, {
    body: { notes: "Ήρθε με τη μητέρα του" },
    version: visit.version,
  });
  const back = await desk.clerk.ask("POST", `${desk.office.code}/appointments/${visit.id}/undo`, {
    version: edited.version,
  });
  expect([back.body.status, (await noted())[0].reason]).toEqual(["served", "paper"]);
  await desk.clerk.ask("POST", `${desk.office.code}/appointments/${visit.id}/undo`, { version: back.body.version });
  expect(await noted()).toMatchObject([{ reason: null, line: null, version: 2 }]);
  await desk.act(visit.id, "completion");
  expect((await note(visit.id, 1)).status, "as it was before").toBe(412);
  expect((await note(visit.id, 2)).status).toBe(200);

  const { id } = await desk.booked("11:15");
  await desk.act(id, "arrival");
  const one = (await desk.next(1)).body.started.appointment;
  const two = (await desk.next(1, { ends: [{ id, version: one.version }] })).body;
  expect((await note(id, 0)).status).toBe(200);
  await desk.undoNext(two.id);
  expect((await noted()).find((each: { visit: string }) => each.visit === id)).toMatchObject({ reason: null });
});

test("nothing of it stays of a person who is forgotten on the same day", async () => {
  const visit = await aServed();
  await note(visit.id, 0);
  // As the program does it: not with the rights of whoever owns the tables.
  await world.owner.query("set role visits_definer");
  await world.owner.query("select anonymize($1, $2::uuid[], $3)", [desk.office.id, [visit.id], world.now.toString()]);
  await world.owner.query("reset role");
  expect(await noted()).toEqual([]);
});
