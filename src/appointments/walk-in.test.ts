import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
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

const walkIn = (time = "10:30", more: object = {}) => wish(time, { channel: "in-person", arrived: true, ...more });
const kinds = async (id: string) => (await desk.history(id)).map(({ kind }: { kind: string }) => kind);

describe("who stands at the counter without an appointment", () => {
  test("gets the running slot and has arrived, as two acts of one request", async () => {
    const { status, headers, body } = await desk.book(walkIn());
    expect(status).toBe(201);
    expect(headers.etag).toBe('"2"');
    expect(body).toMatchObject({ time: "10:30", status: "arrived", statusAt: "2026-11-24T10:42:00+02:00", version: 2 });
    expect(await kinds(body.id)).toEqual(["arrived", "booked"]);
    expect((await desk.day()).appointments).toEqual([body]);
  });

  test("undo takes back the arrival, then the booking", async () => {
    const { body } = await desk.book(walkIn());
    const once = await desk.act(body.id, "undo", { version: 2 });
    expect(once.body).toMatchObject({ status: "booked", version: 3 });
    const twice = await desk.act(body.id, "undo", { version: 3 });
    expect(twice.body).toMatchObject({ status: "cancelled", version: 4 });
    expect((await desk.act(body.id, "undo", { version: 4 })).body.code).toBe("nothing-to-undo");
  });

  test("the same request repeated happens once", async () => {
    const key = randomUUID();
    const first = await desk.book(walkIn(), key);
    const again = await desk.book(walkIn(), key);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(again.body).toEqual(first.body);
    expect(await kinds(first.body.id)).toHaveLength(2);
    expect((await desk.book(wish("10:30", { channel: "in-person" }), key)).body.code).toBe("idempotency-key-reused");
  });
});

describe("without a name", () => {
  const nameless = (more: object = {}) => walkIn("10:30", { lastName: "", firstName: " ", ...more });

  test("the service is enough", async () => {
    const { status, body } = await desk.book(nameless());
    expect(status).toBe(201);
    expect(body).toMatchObject({ lastName: "", firstName: "", status: "arrived", service: "signature" });
  });

  test.each([
    ["half a name", { lastName: "Παππά" }, "firstName"],
    ["a business", { party: "business", business: { name: "Άνθεμο ΕΕ" } }, "lastName"],
    ["whoever has not arrived", { arrived: undefined }, "lastName"],
  ])("not of %s", async (_, more, field) => {
    const { status, body } = await desk.book(nameless(more));
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });
});

describe("an arrival is refused with the booking, and nothing is booked,", () => {
  test.each([
    ["on the telephone", { channel: "phone" }, "arrived-not-in-person", "Αυτοπροσώπως"],
    ["when no source is given", { channel: undefined }, "arrived-not-in-person", "Αυτοπροσώπως"],
    ["for tomorrow", { date: "2026-11-25" }, "arrived-not-today", "μόνο για σήμερα"],
    ["for yesterday", { date: "2026-11-23" }, "arrived-not-today", "μόνο για σήμερα"],
  ])("%s", async (_, more, code, words) => {
    const { status, body } = await desk.book(walkIn("10:30", more));
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ field: "arrived", code });
    expect(body.errors[0].message).toContain(words);
    expect((await desk.day()).appointments).toEqual([]);
  });

  test.each([false, "true", 1, null])("as %j", async (arrived) => {
    const { status, body } = await desk.book(walkIn("10:30", { arrived }));
    expect(status).toBe(400);
    expect(body.errors[0].field).toBe("arrived");
    expect((await desk.day()).appointments).toEqual([]);
  });

  test("in a slot that is over, taken, or too short for the service", async () => {
    expect((await desk.book(walkIn("10:15"))).body.errors[0].code).toBe("slot-past");
    await desk.booked("10:45");
    expect((await desk.book(walkIn("10:30", { service: "vehicle" }))).body.code).toBe("slot-taken");
    await desk.book(walkIn());
    expect((await desk.book(walkIn())).body.code).toBe("slot-taken");
  });
});

test("midnight in Athens is what today means", async () => {
  world.now = Temporal.Instant.from("2026-11-24T22:30:00Z");
  const night = await aBookingDesk(world, { opens: 0, closes: 1440 });
  expect((await night.book(walkIn("00:30", { date: "2026-11-24" }))).body.errors[0].code).toBe("arrived-not-today");
  expect((await night.book(walkIn("00:30", { date: "2026-11-25" }))).body.status).toBe("arrived");
});
