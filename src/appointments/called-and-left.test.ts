import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { setClock } from "../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

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

async function anArrived(): Promise<string> {
  const { id } = await desk.booked();
  await desk.act(id, "arrival");
  return id;
}

describe("called to the counter", () => {
  test("the citizen still waits, since they came; a second call is one more event, each is taken back by itself", async () => {
    const id = await anArrived();
    later(5);
    const called = await desk.act(id, "call", { version: 2 });
    expect(called.body).toMatchObject({
      status: "arrived",
      statusAt: "2026-11-24T10:42:00+02:00",
      calledAt: "2026-11-24T10:47:00+02:00",
      version: 3,
    });
    later(3);
    expect((await desk.act(id, "call", { version: 3 })).body.calledAt).toBe("2026-11-24T10:50:00+02:00");
    expect((await desk.act(id, "undo", { version: 4 })).body.calledAt).toBe("2026-11-24T10:47:00+02:00");
    expect((await desk.act(id, "undo", { version: 5 })).body).toMatchObject({ calledAt: null, status: "arrived" });
    expect((await desk.history(id)).map(({ kind }: { kind: string }) => kind)).toEqual([
      "undone",
      "undone",
      "called",
      "called",
      "arrived",
      "booked",
    ]);
  });

  test("is known while the visit lasts, and forgotten with another place", async () => {
    const id = await anArrived();
    await desk.act(id, "call", { version: 2 });
    expect((await desk.act(id, "service-start")).body).toMatchObject({
      status: "in-service",
      calledAt: expect.any(String),
    });
    await desk.act(id, "undo", { version: 4 });
    const moved = await desk.move(id, { date: "2026-11-24", time: "12:00", queue: 2 }, 5);
    expect(moved.body).toMatchObject({ status: "arrived", calledAt: null });
    expect((await desk.act(id, "undo", { version: 6 })).body.calledAt).toBe("2026-11-24T10:42:00+02:00");
  });

  test("what is taken back on a later day was called nowhere, and was not in vain", async () => {
    const id = await anArrived();
    await desk.act(id, "call", { version: 2 });
    await desk.act(id, "service-start", { version: 3 });
    await desk.act(id, "completion", { version: 4 });
    const { clerk, office } = desk;
    const body = { service: "signature", reason: "paper" };
    expect((await clerk.ask("PUT", `${office.code}/visits/${id}/in-vain`, { body, version: 0 })).status).toBe(200);
    await setClock(world, NOW.add({ hours: 24 }));
    for (const version of [5, 6, 7]) expect((await desk.act(id, "undo", { version })).status).toBe(200);
    const { rows } = await world.owner.query(
      `select withdrawn_at is null as "isCalled", reason from line_call join visit_in_vain using (office_id, visit)
       where visit = $1`,
      [id],
    );
    expect(rows).toEqual([{ isCalled: false, reason: null }]);
  });

  test("only who waits, and as the clerk saw it", async () => {
    const { id } = await desk.booked();
    expect((await desk.act(id, "call", { version: 1 })).body.code).toBe("status-conflict");
    await desk.act(id, "arrival");
    expect((await desk.act(id, "call", { version: 1 })).status).toBe(412);
    expect((await desk.act(id, "call")).status).toBe(428);
  });
});

describe("left without being served", () => {
  test("the place stays theirs, as of who did not come; taken back, they wait since they came", async () => {
    const id = await anArrived();
    later(9);
    expect((await desk.act(id, "departure")).body).toMatchObject({
      status: "left",
      statusAt: "2026-11-24T10:51:00+02:00",
      version: 3,
    });
    expect((await desk.book(wish("11:30", { lastName: "Άλλη" }))).body.code).toBe("slot-taken");
    expect((await desk.act(id, "departure")).body.version, "recorded once").toBe(3);
    expect((await desk.act(id, "undo", { version: 3 })).body).toMatchObject({
      status: "arrived",
      statusAt: "2026-11-24T10:42:00+02:00",
    });
    expect((await desk.history(id))[1]).toMatchObject({ kind: "left", version: 3 });
  });

  test.each([
    ["booked", [], "Ο πολίτης δεν έχει προσέλθει ακόμη. Καταγράψτε πρώτα «Προσήλθε»."],
    ["being served", ["arrival", "service-start"], "Η εξυπηρέτηση έχει αρχίσει."],
  ])("not of one %s", async (_, before, words) => {
    const { id } = await desk.booked();
    for (const step of before) await desk.act(id, step);
    const { status, body } = await desk.act(id, "departure");
    expect([status, body.code]).toEqual([409, "status-conflict"]);
    expect(body.title).toContain(words);
  });
});
