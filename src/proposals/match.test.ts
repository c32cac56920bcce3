import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** A decision is about an appointment as its head has seen it, and is the only one about it. */

let world: World;
let desk: RulesDesk;
let visit: Reply["body"];
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  visit = await desk.booked("12:00", { queue: 2, phone: "6944123456" });
});

const absence = { queue: 2, kind: "closed", date: "2026-11-24", from: "12:00", to: "13:00", reason: "Απουσία" };
const made = (...decisions: object[]) => desk.rule("POST", "exceptions", { ...absence, decisions });
const keep = () => ({ act: "keep", id: visit.id, version: 1 });
const move = () => ({ act: "move", id: visit.id, version: 1, to: { date: "2026-11-24", time: "12:00", queue: 1 } });

async function expectStale(refused: Reply, version: number): Promise<void> {
  expect([refused.status, refused.body.code]).toEqual([409, "proposal-stale"]);
  expect(refused.body.proposal.appointments).toMatchObject([{ appointment: { id: visit.id, version } }]);
  expect(await desk.rows("exception")).toEqual([]);
  expect(await desk.rows("appointment")).toMatchObject([{ queue: 2, kept_by: null, version }]);
}

test.each([
  ["moved", move],
  ["kept", keep],
  ["called", () => ({ ...keep(), act: "call" })],
])("who was changed since is not %s unseen", async (_, decision) => {
  await desk.change(visit.id, { notes: "Με αναπηρικό αμαξίδιο" }, 1);
  await expectStale(await made(decision()), 2);
  expect((await made({ ...decision(), version: 2 })).status).toBe(200);
});

test("nobody is decided about twice, and of two decisions none is taken", async () => {
  await expectStale(await made(keep(), move()), 1);
  await expectStale(await made(keep(), keep()), 1);
  expect((await made(move())).body).toMatchObject({ moved: 1 });
});

test("no two are given one place", async () => {
  const other = await desk.booked("12:15", { queue: 2, phone: "6944123457" });
  const both = (time: string) => made(move(), { ...move(), id: other.id, to: { ...move().to, time } });
  const refused = await both("12:00");
  expect([refused.status, refused.body.code]).toEqual([409, "proposal-stale"]);
  expect(await desk.rows("exception")).toEqual([]);
  expect((await both("12:15")).body).toMatchObject({ moved: 2 });
});

test("who has sat down meanwhile is shown, alone too, and stays", async () => {
  await desk.later(1);
  const service = (version: number) => desk.act(visit.id, "service-start", { version });
  await desk.act(visit.id, "arrival", { version: 1 });
  expect((await service(2)).status).toBe(200);
  await expectUnseen(await desk.rule("POST", "exceptions", absence), "proposal-needed");
  await expectUnseen(await made(), "proposal-stale");
  await expectUnseen(await made({ ...move(), version: 3 }), "proposal-stale");
  // In whichever version: it stays, however far it has come
  expect((await made(keep())).body).toMatchObject({ kept: 1, moved: 0 });
  expect(await desk.rows("appointment")).toMatchObject([{ status: "in-service", kept_by: desk.head.employeeId }]);
});

async function expectUnseen({ status, body }: Reply, code: string): Promise<void> {
  expect([status, body.code]).toEqual([409, code]);
  expect(body.proposal.appointments).toMatchObject([{ isUnderWay: true, appointment: { id: visit.id } }]);
  expect(await desk.rows("exception")).toEqual([]);
}
