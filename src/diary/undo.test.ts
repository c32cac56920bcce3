import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, deskOf } from "../../test/booking-desk.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { planMails } from "../outbox/plan.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aBookingDesk(world);
});

const ROWS = ["11:30;Παπαδοπούλου;Ελένη", "12:00;Καστανάς;Άρης", "12:30;Μελισσά;Ζωή"].map((row) => `24/11/2026;${row}`);

async function broughtIn(rows = ROWS): Promise<Reply["body"]> {
  const body = { text: rows.join("\n"), service: "signature", queue: null };
  const path = `${desk.office.code}/diary-`;
  const { fingerprint } = (await desk.clerk.ask("POST", `${path}previews`, { body })).body;
  const given = { body: { ...body, fingerprint, leavesRest: false }, key: randomUUID() };
  return (await desk.clerk.ask("POST", `${path}imports`, given)).body;
}
const undo = (id: string, { office, clerk } = desk): Promise<Reply> =>
  clerk.ask("POST", `${office.code}/diary-imports/${id}/undo`);
const byName = async (): Promise<Record<string, Reply["body"]>> =>
  Object.fromEntries((await desk.day()).appointments.map((one: Reply["body"]) => [one.lastName, one]));
const audited = async (act: string) =>
  (
    await world.owner.query("select details, appointments from audit_entry where office_id = $1 and act = $2", [
      desk.office.id,
      act,
    ])
  ).rows;

test("takes back all that it brought in, once, with history and one entry of the audit", async () => {
  const { id } = await broughtIn();
  const before = await byName();
  const undone = await undo(id);
  expect([undone.status, undone.body]).toEqual([200, { id, restored: 3, stayingCount: 0, staying: [] }]);
  expect(Object.values(await byName())).toMatchObject([1, 2, 3].map(() => ({ status: "cancelled", version: 2 })));
  const kinds = (await desk.history(before.Μελισσά.id)).map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(["undone", "booked"]);
  expect((await undo(id)).body).toEqual(undone.body);
  const [entry, ...more] = await audited("diary-undone");
  expect([entry.details, entry.appointments.length, more]).toEqual([{ undoes: id, restored: 3, staying: [] }, 3, []]);
  // Their times are free again, for the same diary too.
  expect(await broughtIn()).toMatchObject({ booked: 3 });
});

test("leaves what somebody has changed since, and what has begun, and says whose it is", async () => {
  const { id } = await broughtIn([...ROWS, "24/11/2026;10:45;Λυγαριά;Άννα"]);
  const { Καστανάς: changed, Μελισσά: given } = await byName();
  await desk.change(changed.id, { notes: "θα φέρει αντίγραφο" }, changed.version);
  expect((await desk.act(given.id, "cancellation", { body: {}, version: given.version })).status).toBe(200);
  world.now = NOW.add({ minutes: 5 });
  const { body } = await undo(id);
  expect(body).toMatchObject({ restored: 1, stayingCount: 2 });
  expect(body.staying).toMatchObject([
    { date: "2026-11-24", time: "10:45", lastName: "Λυγαριά", firstName: "Άννα" },
    { time: "12:00", lastName: "Καστανάς", firstName: "Άρης" },
  ]);
  const after = await byName();
  expect(after.Καστανάς).toMatchObject({ status: "booked", notes: "θα φέρει αντίγραφο" });
  expect(after.Λυγαριά).toMatchObject({ status: "booked", version: 1 });
});

test("what was changed and changed back is as it was brought in", async () => {
  const { id } = await broughtIn();
  const { Καστανάς: visit } = await byName();
  const changed = (await desk.change(visit.id, { notes: "λάθος" }, visit.version)).body;
  await desk.act(visit.id, "undo", { version: changed.version });
  expect((await undo(id)).body).toMatchObject({ restored: 3, staying: [] });
});

test("letters that were planned of it are not written any more, and nobody is told that it is cancelled", async () => {
  const { id } = await broughtIn(["24/11/2026;11:30;Παπαδοπούλου;Ελένη;eleni@example.gr"]);
  const { Παπαδοπούλου: visit } = await byName();
  const at = { date: visit.date, time: visit.time, queue: visit.queue };
  const reminder = { id: visit.id, kind: "reminder", email: visit.email, place: [at, at] } as const;
  await world.database.db.write({ office: desk.office.id }, (tx) =>
    planMails(tx, desk.office.id, [reminder], { at: world.now }),
  );
  await undo(id);
  const { rows } = await world.owner.query("select kind, state from mail where office_id = $1", [desk.office.id]);
  expect(rows).toEqual([{ kind: "reminder", state: "withdrawn" }]);
});

test("waits for the rule that is being written, and does nothing by halves", async () => {
  const { id } = await broughtIn();
  let reply: Promise<Reply> | undefined;
  await world.database.db.write({ office: desk.office.id }, async (tx) => {
    await lockOffice(tx, desk.office.id);
    reply = undo(id);
    expect(await waits(world, reply, 0)).toBe(true);
  });
  expect((await reply)?.body).toMatchObject({ restored: 3 });
});

test("two who take it back at once hear the same, and it is done once", async () => {
  const { id } = await broughtIn();
  const colleague = deskOf(desk.office, await world.aClerk(desk.office));
  const [one, other] = await Promise.all([undo(id), undo(id, colleague)]);
  expect(one.body).toEqual(other.body);
  expect(await audited("diary-undone")).toHaveLength(1);
});

test("what was brought in lately is listed, by whom, and whether it still stands", async () => {
  const first = await broughtIn();
  await undo(first.id);
  const second = await broughtIn(ROWS.slice(0, 1));
  const { body } = await desk.clerk.ask("GET", `${desk.office.code}/diary-imports`);
  expect(body.imports).toMatchObject([
    { id: second.id, booked: 1, isUndone: false, firstDate: "2026-11-24", by: expect.any(String) },
    { id: first.id, booked: 3, isUndone: true, lastDate: "2026-11-24" },
  ]);
});

test("finds nothing of another office, nor of what never was", async () => {
  const { id } = await broughtIn();
  const other = await aBookingDesk(world);
  expect((await undo(id, other)).body.code).toBe("diary-import-not-found");
  expect((await undo(randomUUID())).status).toBe(404);
  expect((await undo("1")).status).toBe(400);
});
