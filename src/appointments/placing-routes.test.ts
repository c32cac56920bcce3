import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { forgetExpired } from "../platform/http/forget-answers.ts";

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

test("who has the first place of a day has it, at midnight too", async () => {
  const night = await aBookingDesk(world, { opens: 0, closes: 1440 });
  await night.booked("00:00", { date: "2026-11-25" });
  const { body } = await night.clerk.ask("GET", `${night.office.code}/availability?from=2026-11-25&to=2026-11-25`);
  expect(body.days[0].times[0].time).toBe("00:15");
});

describe("booking", () => {
  test("a clerk books for a citizen on the phone", async () => {
    const reply = await desk.book(wish("11:30", { phone: "694 412 3456", notes: "Θα προσκομίσει έγγραφα" }));
    expect(reply.status).toBe(201);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({
      office: desk.office.code,
      queue: 1,
      date: "2026-11-24",
      time: "11:30",
      minutes: 15,
      status: "booked",
      phone: "+306944123456",
      email: null,
      party: "citizen",
      channel: "phone",
      language: "el",
      version: 1,
      createdAt: "2026-11-24T10:42:00+02:00",
    });
    expect(reply.body.reference).toMatch(/^\d{9}$/);
    const shown = await desk.day();
    expect(shown.appointments).toEqual([reply.body]);
    expect(shown.queues[0].free).not.toContain("11:30");
    expect((await desk.history(reply.body.id)).map((event: { kind: string }) => event.kind)).toEqual(["booked"]);
  });

  test("for a business its representative books", async () => {
    const reply = await desk.book(
      wish("11:30", { party: "business", business: { name: "ΑΛΚΥΟΝΗ Ι.Κ.Ε.", afm: "EL123456783" } }),
    );
    expect(reply.body).toMatchObject({
      party: "business",
      business: { name: "ΑΛΚΥΟΝΗ Ι.Κ.Ε.", afm: "123456783" },
      lastName: "Παπαδοπούλου",
    });
  });

  test("any of those named, in this order, and no other", async () => {
    const among = async (...numbers: number[]) => desk.book(wish("11:15", { queue: null, among: numbers }));
    expect((await among(2, 1)).body.queue, "not the least loaded").toBe(2);
    expect((await among(2)).body.code, "the other one is being filled in").toBe("slot-taken");
    expect((await among(2, 1)).body.queue).toBe(1);
    const { id, version } = await desk.booked("10:45");
    const to = { date: "2026-11-24", time: "12:00", queue: null, among: [2] };
    expect((await desk.move(id, to, version)).body).toMatchObject({ time: "12:00", queue: 2 });
  });

  test("any queue: the least loaded, then the lowest number", async () => {
    const queues = [];
    for (const time of ["11:00", "11:15", "11:15", "12:00"])
      queues.push((await desk.book(wish(time, { queue: null }))).body.queue);
    expect(queues).toEqual([1, 2, 1, 2]);
  });

  test("a taken slot: 409, who has it, and the three nearest free places", async () => {
    await desk.booked("11:30");
    const reply = await desk.book(wish("11:30", { lastName: "Άλλη" }));
    expect(reply.status).toBe(409);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(reply.body).toMatchObject({ code: "slot-taken", status: 409, taken: { at: "10:42", channel: "phone" } });
    expect(reply.body.title).toContain("μόλις δόθηκε");
    expect(reply.body.alternatives).toEqual([
      { date: "2026-11-24", time: "11:30", queue: 2 },
      { date: "2026-11-24", time: "11:15", queue: 1 },
      { date: "2026-11-24", time: "11:45", queue: 1 },
    ]);
  });

  test("a full day offers the next days", async () => {
    const small = await world.anOffice({ opens: 660, closes: 690, slotMinutes: 30 });
    const her = await world.aClerk(small);
    const ask = () => her.ask("POST", `${small.code}/appointments`, { body: wish("11:00"), key: randomUUID() });
    expect((await ask()).status).toBe(201);
    const { alternatives } = (await ask()).body;
    expect(alternatives.map(({ date }: { date: string }) => date)).toEqual(["2026-11-25", "2026-11-26", "2026-11-27"]);
  });

  test.each([
    ["10:15", "slot-past", "έχει περάσει", {}],
    ["11:07", "slot-off-grid", "ανά 15\u00a0λεπτά", {}],
    ["16:00", "slot-closed", "δεν εξυπηρετεί", {}],
    ["14:45", "slot-too-short", "δεν χωρά", { service: "vehicle" }],
  ])("%s is not offered: %s", async (time, code, words, more) => {
    const reply = await desk.book(wish(time, more));
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe("slot-not-offered");
    expect(reply.body.errors[0]).toMatchObject({ field: "time", code });
    expect(reply.body.title).toContain(words);
    expect((await desk.day()).appointments).toEqual([]);
  });

  test("a time of any queue at which none begins says how often they begin", async () => {
    const { status, body } = await desk.book(wish("11:07", { queue: null }));
    expect([status, body.code]).toEqual([409, "slot-not-offered"]);
    expect(body.title).toContain("ανά 15\u00a0λεπτά");
  });

  test("a slot that begins this very minute is not past", async () => {
    world.now = NOW.add({ minutes: 3 });
    expect((await desk.book(wish("10:45"))).status).toBe(201);
    world.now = NOW;
  });

  test("who stands at the counter gets the running slot, a caller does not", async () => {
    expect((await desk.book(wish("10:30"))).status).toBe(409);
    expect((await desk.book(wish("10:30", { channel: "in-person" }))).status).toBe(201);
  });

  test("a slot that ends this very minute is past, at the counter too", async () => {
    world.now = NOW.add({ minutes: 3 });
    const over = await desk.book(wish("10:30", { channel: "in-person" }));
    expect(over.body.errors).toMatchObject([{ field: "time", code: "slot-past" }]);
    world.now = NOW;
  });

  test("closed time says why: exception, national closure, holiday", async () => {
    await world.owner.query(
      `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
       values ($1, gen_random_uuid(), 1, 'closed', '2026-11-24 12:00+02', '2026-11-24 13:00+02', 'υπηρεσιακή συνάντηση', now())`,
      [desk.office.id],
    );
    expect((await desk.book(wish("12:15"))).body.title).toContain("υπηρεσιακή συνάντηση");
    expect((await desk.book(wish("12:15", { queue: 2 }))).status).toBe(201);
    expect((await desk.book(wish("10:00", { date: "2026-12-25" }))).body.title).toContain("Χριστούγεννα");
    expect((await desk.book(wish("12:45", { date: "2026-12-24" }))).status).toBe(201);
    expect((await desk.book(wish("13:00", { date: "2026-12-24" }))).status).toBe(409);
    await world.owner.query(
      `insert into closure (id, starts_at, ends_at, reason, created_at)
       values (gen_random_uuid(), '2026-12-02 00:00+02', '2026-12-03 00:00+02', 'απεργία', now())`,
    );
    expect((await desk.book(wish("10:00", { date: "2026-12-02" }))).body.title).toContain("απεργία");
    await world.owner.query("delete from closure");
  });

  test("an inactive queue takes nobody, and any queue passes it by", async () => {
    await world.owner.query("update queue set is_active = false where office_id = $1 and number = 1", [desk.office.id]);
    expect((await desk.book(wish("11:30"))).body.errors[0].code).toBe("queue-inactive");
    expect((await desk.book(wish("11:30", { queue: null }))).body.queue).toBe(2);
  });
});

describe("bad input", () => {
  test.each([
    [{ phone: "694 412 345" }, "phone", "phone-too-short", "Λείπει 1\u00a0ψηφίο. Χρειάζονται 10."],
    [{ email: "eleni@example" }, "email", "email-no-ending", "Λείπει η κατάληξη"],
    [{ email: "a@example.gr\r\nBcc: b@example.gr" }, "email", "email-invalid", "δεν είναι έγκυρη"],
    [{ lastName: "Ω".repeat(10_000) }, "lastName", "field-too-long", "έως 100\u00a0χαρακτήρες"],
    [{ firstName: "Ε\u0000" }, "firstName", "field-control-characters", "δεν επιτρέπονται"],
    [{ lastName: " " }, "lastName", "last-name-required", "Γράψτε το επώνυμο"],
    [
      { party: "business", business: { name: "Α", afm: "123456780" } },
      "business.afm",
      "afm-invalid",
      "Ελέγξτε τα 9\u00a0ψηφία",
    ],
    [{ service: "no-such" }, "service", "service-unknown", "Επιλέξτε υπηρεσία"],
    [{ queue: 9 }, "queue", "queue-not-found", "Δεν υπάρχει αυτή η ουρά"],
  ])("%j: 422 with a sentence at the field", async (more, field, code, words) => {
    const reply = await desk.book(wish("11:30", more));
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toHaveLength(1);
    expect(reply.body.errors[0]).toMatchObject({ field, code });
    expect(reply.body.errors[0].message).toContain(words);
    expect((await desk.day()).appointments).toEqual([]);
  });

  test.each([
    [{ nickname: "x" }, "nickname", "field-unknown"],
    [{ status: "served" }, "status", "field-unknown"],
    [{ date: "24/11/2026" }, "date", "field-malformed"],
    [{ date: "2026-02-30" }, "date", "field-malformed"],
    [{ time: "25:00" }, "time", "field-malformed"],
    [{ lastName: 5 }, "lastName", "field-malformed"],
    [{ lastName: undefined }, "lastName", "field-required"],
    [{ channel: "online" }, "channel", "field-malformed"],
  ])("%j: 400", async (more, field, code) => {
    const reply = await desk.book(wish("11:30", more));
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: "request-malformed", errors: [{ field, code }] });
  });

  test("English words for who asks in English", async () => {
    const reply = await desk.clerk.ask("POST", `${desk.office.code}/appointments`, {
      body: wish("11:30", { lastName: "" }),
      key: randomUUID(),
      headers: { "accept-language": "en-GB,en" },
    });
    expect(reply.body.errors[0].message).toBe("Enter the surname");
  });

  test("names are kept as typed, markup and quotes included", async () => {
    const { lastName, firstName } = await desk.booked("11:30", { lastName: "<b>Ο'Κόνορ</b>", firstName: 'Αϊσέ %_"' });
    expect([lastName, firstName]).toEqual(["<b>Ο'Κόνορ</b>", 'Αϊσέ %_"']);
  });
});

describe("the same request again", () => {
  /** Everybody is still signed in. */
  const later = async (now: Temporal.Instant) => {
    world.now = now;
    await world.owner.query("update session set last_seen_at = $1, created_at = $1", [now.toString()]);
    await world.owner.query("update employee set synced_at = $1", [now.toString()]);
  };

  test("gives the same answer and books once", async () => {
    const key = randomUUID();
    const first = await desk.book(wish("11:30"), key);
    const again = await desk.book(wish("11:30"), key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    const many = await Promise.all(Array.from({ length: 20 }, () => desk.book(wish("11:30"), key)));
    expect(new Set(many.map((reply) => reply.body.id))).toEqual(new Set([first.body.id]));
    expect((await desk.day()).appointments).toHaveLength(1);
  });

  test("fifty at once book once", async () => {
    const key = randomUUID();
    const many = await Promise.all(Array.from({ length: 50 }, () => desk.book(wish("11:30"), key)));
    expect(many.map((reply) => reply.status)).toEqual(Array(50).fill(201));
    expect(new Set(many.map((reply) => reply.body.id)).size).toBe(1);
  });

  test("with other data: 422; of another clerk: another booking; without a key: 428", async () => {
    const key = randomUUID();
    await desk.book(wish("11:30"), key);
    expect((await desk.book(wish("11:45"), key)).body.code).toBe("idempotency-key-reused");
    const other = await world.aClerk(desk.office);
    const reply = await other.ask("POST", `${desk.office.code}/appointments`, { body: wish("11:45"), key });
    expect(reply.status).toBe(201);
    expect((await desk.clerk.ask("POST", `${desk.office.code}/appointments`, { body: wish("12:00") })).body.code).toBe(
      "idempotency-key-missing",
    );
  });

  test("a refusal is not kept: once the place is free the same key books it", async () => {
    const first = await desk.booked("11:30");
    const key = randomUUID();
    expect((await desk.book(wish("11:30", { lastName: "Άλλη" }), key)).status).toBe(409);
    await desk.act(first.id, "cancellation", { version: 1 });
    expect((await desk.book(wish("11:30", { lastName: "Άλλη" }), key)).status).toBe(201);
  });

  test("a key holds for a day, and no longer", async () => {
    const key = randomUUID();
    const first = await desk.book(wish("11:30", { date: "2026-11-26" }), key);
    const at = async (more: Temporal.DurationLike) => {
      await later(NOW.add({ hours: 24 }).add(more));
      return (await desk.book(wish("11:30", { date: "2026-11-26" }), key)).body;
    };
    expect(await at({ seconds: -1 })).toEqual(first.body);
    expect((await at({ seconds: 0 })).code).toBe("slot-taken");
  });

  test("a key is forgotten after a day, and swept", async () => {
    const key = randomUUID();
    await desk.book(wish("11:30"), key);
    await desk.book(wish("11:45"));
    const idle = await aBookingDesk(world);
    await idle.book(wish("11:30"));
    await later(NOW.add({ hours: 25 }));
    const again = await desk.book(wish("13:30", { date: "2026-11-25" }), key);
    expect(again.status).toBe(201);
    await desk.book(wish("13:45", { date: "2026-11-25" }));
    const forgetting = { db: world.database.db, clock: () => world.now };
    const count = async () => (await world.owner.query("select from idempotency_key")).rowCount;
    const all = await count();
    await forgetExpired(forgetting, AbortSignal.abort());
    expect(await count(), "a process that is told to stop").toBe(all);
    await forgetExpired(forgetting);
    const { rows } = await world.owner.query("select key from idempotency_key where office_id = $1", [desk.office.id]);
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ key });
    const old = await world.owner.query("select from idempotency_key where created_at < $1", [world.now.toString()]);
    expect(old.rowCount).toBe(0);
  });
});

describe("moving", () => {
  test("to another time and queue; the old place is free at once", async () => {
    const before = await desk.booked("11:30");
    const reply = await desk.move(before.id, { date: "2026-11-25", time: "09:00", queue: 2 }, 1);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      date: "2026-11-25",
      time: "09:00",
      queue: 2,
      version: 2,
      reference: before.reference,
    });
    expect((await desk.day()).queues[0].free).toContain("11:30");
    expect((await desk.history(before.id))[0].changes).toEqual([
      { field: "queue", from: 1, to: 2 },
      { field: "date", from: "2026-11-24", to: "2026-11-25" },
      { field: "time", from: "11:30", to: "09:00" },
    ]);
  });

  test("over its own old place; the history says only what changed", async () => {
    const before = await desk.booked("11:30", { service: "vehicle" });
    expect((await desk.move(before.id, { date: "2026-11-24", time: "11:45", queue: 1 }, 1)).body.time).toBe("11:45");
    expect((await desk.history(before.id))[0].changes).toEqual([{ field: "time", from: "11:30", to: "11:45" }]);
  });

  test("onto a taken one: 409 with alternatives, and it stays where it was", async () => {
    const before = await desk.booked("11:30");
    await desk.booked("12:00");
    const reply = await desk.move(before.id, { date: "2026-11-24", time: "12:00", queue: 1 }, 1);
    expect(reply.status).toBe(409);
    expect(reply.body.alternatives).toHaveLength(3);
    expect((await desk.day()).appointments.map(({ time }: { time: string }) => time)).toEqual(["11:30", "12:00"]);
  });

  test("who stands at the counter is offered the running slot in place of a taken one, a caller is not", async () => {
    await desk.booked("10:45");
    const offered = async (channel: string) => {
      const { id } = await desk.booked("11:30", { channel, queue: 2 });
      const { body } = await desk.move(id, { date: "2026-11-24", time: "10:45", queue: 1 }, 1);
      await desk.act(id, "cancellation", { version: 1 });
      return body.alternatives.map(({ time }: { time: string }) => time);
    };
    expect([await offered("in-person"), await offered("phone")].map((times) => times.includes("10:30"))).toEqual([
      true,
      false,
    ]);
  });

  test("the same key moves once; an old version moves nothing", async () => {
    const before = await desk.booked("11:30");
    const key = randomUUID();
    const target = { date: "2026-11-24", time: "12:00", queue: null };
    const first = await desk.move(before.id, target, 1, key);
    const again = await desk.move(before.id, target, 1, key);
    expect(again.body).toEqual(first.body);
    expect((await desk.move(before.id, { ...target, time: "12:30" }, 1)).status).toBe(412);
    expect((await desk.act(before.id, "move", { body: target, key })).status).toBe(428);
    expect((await desk.act(before.id, "move", { body: target, version: 2 })).status).toBe(428);
  });

  test("one key that is sent for two appointments moves each of them", async () => {
    const [one, other] = [await desk.booked("11:30"), await desk.booked("11:45")];
    const [key, target] = [randomUUID(), { date: "2026-11-24", time: "12:00", queue: null }];
    const moved = [await desk.move(one.id, target, 1, key), await desk.move(other.id, target, 1, key)];
    expect(moved.map(({ body }) => [body.id, body.time, body.version])).toEqual([
      [one.id, "12:00", 2],
      [other.id, "12:00", 2],
    ]);
  });
});
