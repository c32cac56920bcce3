import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { aPrinter, type TestPrinter } from "../../../test/printer.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** «Print this»: what a counter has printed of a number that it gave. */

let world: World;
let desk: WaitingDesk;
let printer: TestPrinter;
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query("update service set entrance_group = 'certificates' where code = 'signature'");
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  printer = await aPrinter(world, desk.office);
});

const print = (visit: string, at: Pick<TestPrinter, "id"> = printer, key: string = randomUUID()) =>
  desk.clerk.ask("POST", `${desk.office.code}/prints`, { body: { printer: at.id, visit }, key });
const waiting = async (at = printer) => (await at.beat()).body.prints;
const done = (id: string, at = printer) => at.ask("POST", `prints/${id}/done`);

test("a clerk's number is handed out until it is on paper, with the same address of the same place", async () => {
  const { id } = await desk.number();
  const sent = await print(id);
  expect([sent.status, sent.body]).toMatchObject([201, { number: "Α001", printer: "Εκδοτήριο" }]);
  const [first] = await waiting();
  const [again] = await waiting();
  expect(again).toEqual(first);
  expect(first).toMatchObject({ id: sent.body.id, number: "Α001" });
  expect((await aCitizen(world).see(new URL(first.qr).pathname)).text).toMatch(/Α\s001/);
  const { status, body } = await done(first.id);
  expect([status, body.id]).toEqual([200, first.id]);
  world.now = world.now.add({ seconds: 30 });
  expect((await done(first.id)).body).toEqual(body);
  expect(await waiting()).toEqual([]);
  const { rows } = await world.owner.query(
    "select details, employee_id is not null as by_somebody from audit_entry where office_id = $1 and act = 'number-printed'",
    [desk.office.id],
  );
  expect(rows).toEqual([{ details: { number: "Α001", name: "Εκδοτήριο" }, by_somebody: true }]);
});

test("a press that is sent twice is one paper, and each printer is given its own alone", async () => {
  const other = await aPrinter(world, desk.office, "Δεύτερο");
  const { id } = await desk.number();
  const key = randomUUID();
  const answers = [await print(id, printer, key), await print(id, printer, key)];
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const [job, ...more] = await waiting();
  expect([more, await waiting(other)]).toEqual([[], []]);
  expect((await done(job.id, other)).status).toBe(404);
  expect(await waiting()).toHaveLength(1);
});

test("who comes with an appointment gets their number on paper as well", async () => {
  const appointment = await desk.booked("10:45");
  await desk.clerk.ask("POST", `${desk.office.code}/arrivals`, { body: { code: appointment.reference } });
  await print(appointment.id);
  expect(await waiting()).toMatchObject([{ number: "Β101" }]);
});

test("nothing is printed for whoever waits no more, nor ten minutes later, nor on another day", async () => {
  const [served, late] = [await desk.number(), await desk.number()];
  await print(served.id);
  await print(late.id);
  await desk.onTicket(served.id, "departure", served.version);
  expect((await waiting()).map(({ number }: { number: string }) => number)).toEqual(["Α002"]);
  expect((await print(served.id)).body.code).toBe("number-not-waiting");
  expect((await print(randomUUID())).body.code).toBe("number-not-waiting");
  world.now = world.now.add({ minutes: 10 });
  expect(await waiting()).toEqual([]);
  await world.owner.query("update print_job set date = date - 1 where office_id = $1", [desk.office.id]);
  await printer.beat();
  await print((await desk.number()).id);
  const { rows } = await world.owner.query("select date::text from print_job where office_id = $1", [desk.office.id]);
  expect(rows).toEqual([{ date: "2026-11-24" }]);
});

test("a printer that is silent, has no paper, was removed, or has too much to do is named to the clerk", async () => {
  const { id } = await desk.number();
  for (let count = 0; count < 20; count++) await print(id);
  expect((await print(id)).body.code).toBe("prints-full");
  await printer.beat({ paper: "out" });
  expect((await print(id)).body).toMatchObject({
    code: "printer-without-paper",
    title: expect.stringContaining("Εκδοτήριο"),
  });
  await printer.beat({ paper: "ok" });
  world.now = world.now.add({ minutes: 4 });
  expect((await print(id)).body.code).toBe("printer-silent");
  const list = (await desk.clerk.ask("GET", `${desk.office.code}/printers`)).body.printers;
  expect(list).toMatchObject([{ id: printer.id, name: "Εκδοτήριο", paper: "ok", silentMinutes: 4 }]);
  await printer.head.ask("DELETE", `/api/offices/${desk.office.code}/entrance-screens/${printer.id}`);
  expect((await print(id)).status).toBe(404);
  const { rows } = await world.owner.query("select from print_job where office_id = $1", [desk.office.id]);
  expect(rows).toEqual([]);
});
