import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openToCitizens } from "../../test/public-booking.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

/** Public and hidden queues, where the ministry has opened booking to citizens. */

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aRulesDesk(world, { queues: 3 });
});

const ask = (path: string, body?: object) => desk.rule("POST", path, body);
const day = "2026-11-25";
const aVisit = { service: "signature", lastName: "Διαδικτυακή", firstName: "Δοκιμή", date: day, time: "09:00" };

/** Citizens' own booking is to come: one that a clerk has entered becomes theirs. */
async function anOnlineVisit(queue: number): Promise<{ id: string; version: number }> {
  const { body } = await desk.book({ ...aVisit, queue });
  await world.owner.query("update appointment set channel = 'online' where id = $1", [body.id]);
  return body;
}
const moveTo = ({ id, version }: { id: string; version: number }, queue: number | null) =>
  desk.move(id, { date: day, time: "09:00", queue }, version);

test("the head makes an active queue public; an inactive one not", async () => {
  expect((await ask("queues/2/publication")).status).toBe(200);
  expect((await desk.day(day)).queues[1].public).toBe(true);
  await ask("queues/3/deactivation", {});
  expect((await ask("queues/3/publication")).body.code).toBe("public-must-be-active");
});

test("an appointment booked online goes into no hidden queue, and is offered places of public ones", async () => {
  await ask("queues/2/publication");
  await ask("queues/3/publication");
  const visit = await anOnlineVisit(2);
  const refused = await moveTo(visit, 1);
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, "queue-hidden"]);
  const offered: { queue: number }[] = refused.body.alternatives;
  expect([...new Set(offered.map(({ queue }) => queue))].sort()).toEqual([2, 3]);
  expect((await moveTo(visit, 3)).status).toBe(200);
});

test("hiding shows first whom it concerns, moves them into a public queue, and can be taken back", async () => {
  await ask("queues/2/publication");
  await ask("queues/3/publication");
  const visit = await anOnlineVisit(2);
  await desk.book({ ...aVisit, queue: 2, time: "10:00" });
  const proposal = (await ask("queues/2/hiding/proposals")).body;
  expect(proposal.appointments).toMatchObject([{ appointment: { id: visit.id }, place: { queue: 3, time: "09:00" } }]);
  const undecided = await ask("queues/2/hiding");
  expect([undecided.status, undecided.body.code]).toEqual([409, "proposal-needed"]);
  const { id, version } = visit;
  const decisions = [{ act: "move", id, version, to: proposal.appointments[0].place }];
  const done = await ask("queues/2/hiding", { decisions });
  expect([done.status, done.body.moved]).toEqual([200, 1]);
  expect((await desk.day(day)).queues[1].public).toBe(false);
  expect((await ask(`rule-changes/${done.body.change}/undo`)).body.restored).toBe(1);
  expect((await desk.day(day)).queues[1].public).toBe(true);
});

test("kept knowingly where citizens see nothing any more, then moved by an exception: taken back, it is kept again", async () => {
  await ask("queues/2/publication");
  await ask("queues/3/publication");
  const { id } = await anOnlineVisit(2);
  await ask("queues/2/hiding", { decisions: [{ act: "keep", id, version: 1 }] });
  const exception = { queue: 2, kind: "closed", date: day, reason: "Απουσία" };
  const { appointments } = (await ask("exceptions/proposals", exception)).body;
  const decisions = [{ act: "move", id, version: 2, to: appointments[0].place }];
  const done = await ask("exceptions", { ...exception, decisions });
  expect((await ask(`rule-changes/${done.body.change}/undo`)).body.restored).toBe(1);
  const { rows } = await world.owner.query("select queue, kept_by from appointment where id = $1", [id]);
  expect(rows).toEqual([{ queue: 2, kept_by: desk.head.employeeId }]);
});

test("a cancelled one does not come back into a queue that was hidden meanwhile", async () => {
  await ask("queues/2/publication");
  const { id, version } = await anOnlineVisit(2);
  const path = `${desk.office.code}/appointments/${id}`;
  const cancelled = await desk.clerk.ask("POST", `${path}/cancellation`, { body: {}, version, key: randomUUID() });
  await ask("queues/2/hiding");
  const back = await desk.clerk.ask("POST", `${path}/undo`, { version: cancelled.body.version, key: randomUUID() });
  expect([back.status, back.body.errors?.[0].code]).toEqual([409, "queue-hidden"]);
});
