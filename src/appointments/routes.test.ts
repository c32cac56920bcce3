import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, type Clerk, NOW, type World } from "../../test/world.ts";

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

describe("changing", () => {
  test("a merge patch: absent stays, null clears, the version goes up, the history says what", async () => {
    const before = await desk.booked("11:30", { phone: "6944123456", notes: "παλιό" });
    const reply = await desk.change(before.id, { lastName: "Νέα", phone: null }, 1);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      lastName: "Νέα",
      firstName: "Ελένη",
      phone: null,
      notes: "παλιό",
      version: 2,
      time: "11:30",
    });
    const [event] = await desk.history(before.id);
    expect(event.kind).toBe("changed");
    expect(event.changes).toEqual([
      { field: "lastName", from: "Παπαδοπούλου", to: "Νέα" },
      { field: "phone", from: "+306944123456", to: null },
    ]);
  });

  test("two editors: the second is told what changed and overwrites nothing", async () => {
    const before = await desk.booked();
    await desk.change(before.id, { lastName: "Πρώτη" }, 1);
    const reply = await desk.change(before.id, { lastName: "Δεύτερη" }, 1);
    expect(reply.status).toBe(412);
    expect(reply.body).toMatchObject({ code: "version-stale", current: { lastName: "Πρώτη", version: 2 } });
    expect(reply.body.title).toContain("10:42");
    expect((await desk.change(before.id, { lastName: "Δεύτερη" })).status).toBe(428);
  });

  test("never moves, and names what it does not know", async () => {
    const before = await desk.booked();
    for (const body of [
      { time: "12:00" },
      { date: "2026-11-25" },
      { queue: 2 },
      { status: "served" },
      { version: 9 },
    ]) {
      expect((await desk.change(before.id, body, 1)).status).toBe(400);
    }
  });

  test("a longer service takes the room there is, or is refused with the reason", async () => {
    const before = await desk.booked("11:30");
    expect((await desk.change(before.id, { service: "vehicle" }, 1)).body).toMatchObject({
      service: "vehicle",
      minutes: 30,
      version: 2,
    });
    expect((await desk.change(before.id, { service: "signature" }, 2)).body.minutes).toBe(15);
    await desk.booked("11:45");
    const reply = await desk.change(before.id, { service: "vehicle" }, 3);
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe("slot-taken");
  });

  test("a citizen becomes a business and back", async () => {
    const before = await desk.booked();
    const business = { name: "ΑΛΚΥΟΝΗ", afm: null };
    expect((await desk.change(before.id, { party: "business", business }, 1)).body).toMatchObject({
      party: "business",
      business,
    });
    expect((await desk.change(before.id, { party: "citizen" }, 2)).body).toMatchObject({
      party: "citizen",
      business: null,
    });
  });
});

describe("cancelling and undoing", () => {
  test("a cancelled appointment keeps its reason and gives its time back", async () => {
    const before = await desk.booked();
    const reply = await desk.act(before.id, "cancellation", { version: 1, body: { reason: "Το ζήτησε ο πολίτης" } });
    expect(reply.body).toMatchObject({ status: "cancelled", cancellationReason: "Το ζήτησε ο πολίτης", version: 2 });
    expect((await desk.day()).queues[0].free).toContain("11:30");
    expect((await desk.act(before.id, "cancellation", { version: 2 })).body.code).toBe("status-conflict");
  });

  test("undo brings it back, unless someone else has the time by now", async () => {
    const before = await desk.booked();
    await desk.act(before.id, "cancellation", { version: 1, body: { reason: "λάθος" } });
    const back = await desk.act(before.id, "undo", { version: 2 });
    expect(back.body).toMatchObject({ status: "booked", cancellationReason: null, version: 3 });
    await desk.act(before.id, "cancellation", { version: 3 });
    await desk.booked("11:30", { lastName: "Άλλη" });
    const refused = await desk.act(before.id, "undo", { version: 4 });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe("slot-taken");
  });

  test("undo takes back one act after the other, a booking last of all", async () => {
    const { id } = await desk.booked();
    await desk.clerk.ask("PATCH", `${desk.office.code}/appointments/${id}`, { body: { lastName: "Νέα" }, version: 1 });
    await desk.act(id, "move", {
      body: { date: "2026-11-24", time: "12:00", queue: 2 },
      version: 2,
      key: randomUUID(),
    });
    await desk.act(id, "arrival");
    expect((await desk.act(id, "undo", { version: 4 })).body).toMatchObject({ status: "booked", time: "12:00" });
    expect((await desk.act(id, "undo", { version: 5 })).body).toMatchObject({
      date: "2026-11-24",
      time: "11:30",
      queue: 1,
      lastName: "Νέα",
    });
    expect((await desk.act(id, "undo", { version: 6 })).body.lastName).toBe("Παπαδοπούλου");
    expect((await desk.act(id, "undo", { version: 7 })).body.status).toBe("cancelled");
    expect((await desk.act(id, "undo", { version: 8 })).body.code).toBe("nothing-to-undo");
    expect((await desk.act(id, "undo")).status).toBe(428);
    const kinds = (await desk.history(id)).map((event: { kind: string; undoes: number | null }) => [
      event.kind,
      event.undoes,
    ]);
    expect(kinds.slice(0, 4)).toEqual([
      ["undone", 1],
      ["undone", 2],
      ["undone", 3],
      ["undone", 4],
    ]);
  });
});

describe("at the counter", () => {
  test("arrived, in service, served; each step once however often it is pressed", async () => {
    const { id } = await desk.booked();
    expect((await desk.act(id, "arrival")).body).toMatchObject({
      status: "arrived",
      version: 2,
      statusAt: "2026-11-24T10:42:00+02:00",
    });
    expect((await desk.act(id, "arrival")).body).toMatchObject({ status: "arrived", version: 2 });
    expect((await desk.act(id, "service-start")).body.status).toBe("in-service");
    expect((await desk.act(id, "completion")).body.status).toBe("served");
    expect((await desk.act(id, "no-show")).body.code).toBe("status-conflict");
    expect(await desk.history(id)).toHaveLength(4);
  });

  test("a no-show still takes its time, and can be taken back", async () => {
    const { id } = await desk.booked("10:45", { service: "vehicle" });
    world.now = NOW.add({ minutes: 13 });
    expect((await desk.act(id, "no-show")).body.status).toBe("no-show");
    expect((await desk.book(wish("11:00"))).body.code).toBe("slot-taken");
    expect((await desk.act(id, "undo", { version: 2 })).body.status).toBe("booked");
  });

  test("twenty clerks press at once: one step, no error", async () => {
    const { id } = await desk.booked();
    const replies = await Promise.all(Array.from({ length: 20 }, () => desk.act(id, "arrival")));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect(await desk.history(id)).toHaveLength(2);
  });
});

describe("free times", () => {
  const ask = (query: string) => desk.clerk.ask("GET", `${desk.office.code}/availability?${query}`);

  test("by the service's length, from now on, with the queues that offer each", async () => {
    await desk.booked("11:45");
    const { days } = (await ask("from=2026-11-24&to=2026-11-25&service=vehicle")).body;
    expect(days.map(({ date }: { date: string }) => date)).toEqual(["2026-11-24", "2026-11-25"]);
    expect(days[0].times[0]).toEqual({ time: "10:45", queues: [1, 2] });
    expect(days[0].times.find(({ time }: { time: string }) => time === "11:30")).toEqual({
      time: "11:30",
      queues: [2],
    });
    expect(days[1].times[0]).toEqual({ time: "08:00", queues: [1, 2] });
    const counter = (await ask("from=2026-11-24&to=2026-11-24&channel=in-person&queue=2")).body;
    expect(counter.days[0].times[0]).toEqual({ time: "10:30", queues: [2] });
  });

  test("all that is offered can be booked, and nothing else", async () => {
    const tiny = await world.anOffice({ opens: 660, closes: 780, slotMinutes: 20 });
    const her = await world.aClerk(tiny);
    const { days } = (await her.ask("GET", `${tiny.code}/availability?from=2026-11-24&to=2026-11-24`)).body;
    const offered = new Set(days[0].times.map(({ time }: { time: string }) => time));
    for (let minute = 640; minute < 800; minute += 10) {
      const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
      const reply = await her.ask("POST", `${tiny.code}/appointments`, { body: wish(time), key: randomUUID() });
      expect([time, reply.status]).toEqual([time, offered.has(time) ? 201 : 409]);
    }
  });

  test("two months at most, the right way round", async () => {
    expect((await ask("from=2026-11-24&to=2027-01-25")).status).toBe(422);
    expect((await ask("from=2026-11-24&to=2026-11-23")).status).toBe(422);
    expect((await ask("from=2026-11-24")).status).toBe(400);
    expect((await ask("from=2026-11-24&to=2026-11-25&x=1")).status).toBe(400);
  });
});

describe("another office's clerk", () => {
  test("gets 404 for everything, and the database shows her nothing", async () => {
    const { id } = await desk.booked();
    const stranger = await world.aClerk(await world.anOffice());
    const path = `${desk.office.code}/appointments/${id}`;
    const tries: [Parameters<Clerk["ask"]>[0], string, object?][] = [
      ["GET", desk.office.code],
      ["GET", `${desk.office.code}/services`],
      ["GET", `${desk.office.code}/days/2026-11-24`],
      ["GET", `${desk.office.code}/availability?from=2026-11-24&to=2026-11-24`],
      ["GET", path],
      ["GET", `${path}/history`],
      ["PATCH", path, { body: { lastName: "Χ" }, version: 1 }],
      ["POST", `${desk.office.code}/appointments`, { body: wish("12:00"), key: "k" }],
      ["POST", `${path}/move`, { body: { date: "2026-11-24", time: "12:00", queue: 1 }, version: 1, key: "k" }],
      ...["cancellation", "undo", "arrival", "service-start", "completion", "no-show"].map(
        (step) => ["POST", `${path}/${step}`, { version: 1 }] as [Parameters<Clerk["ask"]>[0], string, object],
      ),
    ];
    for (const [method, target, options] of tries) {
      expect([method, target, (await stranger.ask(method, target, options)).status]).toEqual([method, target, 404]);
    }
    const own = await world.anOffice();
    const her = await world.aClerk(own);
    expect((await her.ask("GET", `${own.code}/appointments/${id}`)).status).toBe(404);
  });

  test("row-level security hides other offices from a query without any filter", async () => {
    await desk.booked();
    const other = await world.anOffice();
    for (const table of ["appointment", "appointment_event", "idempotency_key", "queue", "queue_hours"]) {
      const { rows } = await world.owner.query(`select count(*)::int as n from ${table} where office_id = $1`, [
        desk.office.id,
      ]);
      expect(rows[0].n).toBeGreaterThan(0);
      const client = await world.database.pool.connect();
      try {
        await client.query(`begin; set local visits.office = '${other.id}'`);
        expect((await client.query(`select from ${table} where office_id = ${desk.office.id}`)).rowCount).toBe(0);
        await client.query("rollback; begin");
        expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
        await client.query("rollback");
      } finally {
        client.release();
      }
    }
  });

  test("nor can she write there, whatever the statement says", async () => {
    const other = await world.anOffice();
    const write = world.database.db.write(
      { office: other.id },
      (tx) => tx.sql`
      insert into queue (office_id, number, name) values (${desk.office.id}, 50, 'ξένη')`,
    );
    await expect(write).rejects.toMatchObject({ code: "42501" });
  });
});

describe("who may ask at all", () => {
  test("nobody without a session, and no other site", async () => {
    const anonymous = await world.app.inject({ url: `/api/offices/${desk.office.code}` });
    expect([anonymous.statusCode, anonymous.json().code]).toEqual([401, "not-signed-in"]);
    const crossSite = await desk.clerk.ask("POST", `${desk.office.code}/appointments`, {
      body: wish("11:30"),
      key: randomUUID(),
      headers: { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" },
    });
    expect([crossSite.status, crossSite.body.code]).toEqual([403, "cross-site"]);
    const noHeaders = await world.app.inject({
      method: "POST",
      url: `/api/offices/${desk.office.code}/appointments`,
      headers: { cookie: desk.clerk.cookie },
    });
    expect(noHeaders.statusCode).toBe(403);
  });
});
