import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

/** Acts in their time, and taken back to what was: the same rules at the desk and at the server. */

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

const later = (minutes: number) => {
  world.now = world.now.add({ minutes });
};
const refused = async (id: string, act: string) => {
  const { status, body } = await desk.act(id, act);
  return [status, body.code, body.title];
};
const onDay = async (date: string, id: string) =>
  (await desk.day(date)).appointments.find((one: { id: string }) => one.id === id);

describe("acts in their time", () => {
  test.each(["arrival", "no-show"])("no %s of next week's appointment", async (act) => {
    const { id } = await desk.booked("11:30", { date: "2026-12-01" });
    expect(await refused(id, act)).toEqual([409, "act-too-early", expect.stringContaining("δεν έχει έρθει ακόμη")]);
    expect(await onDay("2026-12-01", id)).toMatchObject({ status: "booked", version: 1 });
  });

  test("nothing is written of one that is cancelled", async () => {
    const { id } = await desk.booked("11:30");
    await desk.act(id, "cancellation", { version: 1 });
    const { status, body } = await desk.change(id, { notes: "Με αναπηρικό αμαξίδιο" }, 2);
    expect([status, body.code]).toEqual([409, "appointment-not-live"]);
  });

  test("nobody is missed before ten minutes have passed", async () => {
    const { id } = await desk.booked("10:45");
    later(12);
    expect(await refused(id, "no-show")).toEqual([409, "act-too-early", expect.stringContaining("10:55")]);
    later(1);
    expect((await desk.act(id, "no-show")).body.status).toBe("no-show");
  });

  test.each([
    ["completion", [], "Ο πολίτης δεν έχει προσέλθει ακόμη. Καταγράψτε πρώτα «Προσήλθε»."],
    ["completion", ["arrival"], "Η εξυπηρέτηση δεν έχει αρχίσει. Καταγράψτε πρώτα «Έναρξη»."],
    ["no-show", ["arrival"], "Ο πολίτης έχει προσέλθει. Αν ήταν λάθος, αναιρέστε πρώτα την προσέλευση."],
    ["arrival", ["arrival", "service-start"], "Η ενέργεια έχει ήδη καταγραφεί."],
  ])("%s after %j says what has to come first", async (act, before, words) => {
    const { id } = await desk.booked();
    for (const step of before) await desk.act(id, step);
    expect(await refused(id, act)).toEqual([409, "status-conflict", words]);
  });

  test("whoever has come and is given another day is awaited again; taken back, has come when it was", async () => {
    const { id } = await desk.booked();
    await desk.act(id, "arrival");
    later(5);
    const moved = await desk.move(id, { date: "2026-11-25", time: "12:00", queue: 1 }, 2);
    expect(moved.body).toMatchObject({ status: "booked", statusAt: "2026-11-24T10:47:00+02:00" });
    expect((await desk.act(id, "undo", { version: 3 })).body).toMatchObject({
      date: "2026-11-24",
      status: "arrived",
      statusAt: "2026-11-24T10:42:00+02:00",
    });
  });
});

describe("taken back", () => {
  test("arrived at 10:42, started, taken back: arrived at 10:42", async () => {
    const { id } = await desk.booked();
    await desk.act(id, "arrival");
    later(10);
    await desk.act(id, "service-start");
    later(9);
    const arrived = { status: "arrived", statusAt: "2026-11-24T10:42:00+02:00" };
    expect((await desk.act(id, "undo", { version: 3 })).body).toMatchObject(arrived);
    expect(await onDay("2026-11-24", id)).toMatchObject(arrived);
    const booked = { status: "booked", statusAt: "2026-11-24T10:42:00+02:00" };
    expect((await desk.act(id, "undo", { version: 4 })).body).toMatchObject(booked);
  });

  test("onto a place that somebody has by now: 409 with who has it, and the nearest free ones", async () => {
    const { id } = await desk.booked();
    await desk.act(id, "cancellation", { version: 1 });
    await desk.book(wish("11:30", { lastName: "Άλλη" }));
    const { status, body } = await desk.act(id, "undo", { version: 2 });
    expect([status, body.code]).toEqual([409, "slot-taken"]);
    expect(body.alternatives).toEqual([
      { date: "2026-11-24", time: "11:30", queue: 2 },
      { date: "2026-11-24", time: "11:15", queue: 1 },
      { date: "2026-11-24", time: "11:45", queue: 1 },
    ]);
    expect(body.taken).toMatchObject({ channel: "phone" });
  });

  test("with an old version: first what changed, also where nothing is left to take back", async () => {
    const { id } = await desk.booked();
    await desk.act(id, "undo", { version: 1 });
    const stale = await desk.act(id, "undo", { version: 1 });
    expect([stale.status, stale.body.code]).toEqual([412, "version-stale"]);
    expect((await desk.act(id, "undo", { version: 2 })).body.code).toBe("nothing-to-undo");
  });

  test("to another queue at the same time, not back into the one that has closed", async () => {
    const { id } = await desk.booked();
    await desk.move(id, { date: "2026-11-24", time: "11:30", queue: 2 }, 1);
    await world.owner.query(
      `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
       values ($1, gen_random_uuid(), 1, 'closed', '2026-11-24T11:00:00+02:00', '2026-11-24T12:00:00+02:00', 'Απουσία', $2)`,
      [desk.office.id, NOW.toString()],
    );
    const back = await desk.act(id, "undo", { version: 2 });
    expect([back.status, back.body.code]).toEqual([409, "slot-not-offered"]);
    expect(await onDay("2026-11-24", id)).toMatchObject({ queue: 2, version: 2 });
  });
});
