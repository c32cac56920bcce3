import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aWorld, type Clerk, NOW, type TestOffice, type World } from "../../test/world.ts";

let world: World;
let office: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  office = await world.anOffice({ queues: 2 });
  clerk = await world.aClerk(office);
});

const eleni = { lastName: "Παπαδοπούλου", firstName: "Ελένη", service: "signature" };
const wish = (time: string, more: object = {}) => ({ date: "2026-11-24", time, queue: 1, ...eleni, ...more });
const book = (body: object, key: string = randomUUID()) =>
  clerk.ask("POST", `${office.code}/appointments`, { body, key });
const booked = async (time = "11:30", more: object = {}) => (await book(wish(time, more))).body;
const act = (id: string, what: string, options = {}) =>
  clerk.ask("POST", `${office.code}/appointments/${id}/${what}`, options);
const day = async (date = "2026-11-24") => (await clerk.ask("GET", `${office.code}/days/${date}`)).body;
const history = async (id: string) => (await clerk.ask("GET", `${office.code}/appointments/${id}/history`)).body.events;

describe("booking", () => {
  test("a clerk books for a citizen on the phone", async () => {
    const reply = await book(wish("11:30", { phone: "694 412 3456", notes: "Θα προσκομίσει έγγραφα" }));
    expect(reply.status).toBe(201);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({
      office: office.code,
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
    const shown = await day();
    expect(shown.appointments).toEqual([reply.body]);
    expect(shown.queues[0].free).not.toContain("11:30");
    expect((await history(reply.body.id)).map((event: { kind: string }) => event.kind)).toEqual(["booked"]);
  });

  test("for a business its representative books", async () => {
    const reply = await book(
      wish("11:30", { party: "business", business: { name: "ΑΛΚΥΟΝΗ Ι.Κ.Ε.", afm: "EL123456783" } }),
    );
    expect(reply.body).toMatchObject({
      party: "business",
      business: { name: "ΑΛΚΥΟΝΗ Ι.Κ.Ε.", afm: "123456783" },
      lastName: "Παπαδοπούλου",
    });
  });

  test("any queue: the least loaded, then the lowest number", async () => {
    const queues = [];
    for (const time of ["11:00", "11:15", "11:15", "12:00"])
      queues.push((await book(wish(time, { queue: null }))).body.queue);
    expect(queues).toEqual([1, 2, 1, 2]);
  });

  test("a taken slot: 409, who has it, and the three nearest free places", async () => {
    await booked("11:30");
    const reply = await book(wish("11:30", { lastName: "Άλλη" }));
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
    ["11:07", "slot-off-grid", "ανά 15 λεπτά", {}],
    ["16:00", "slot-closed", "δεν εξυπηρετεί", {}],
    ["14:45", "slot-too-short", "δεν χωρά", { service: "vehicle" }],
  ])("%s is not offered: %s", async (time, code, words, more) => {
    const reply = await book(wish(time, more));
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe("slot-not-offered");
    expect(reply.body.errors[0]).toMatchObject({ field: "time", code });
    expect(reply.body.title).toContain(words);
    expect((await day()).appointments).toEqual([]);
  });

  test("who stands at the counter gets the running slot, a caller does not", async () => {
    expect((await book(wish("10:30"))).status).toBe(409);
    expect((await book(wish("10:30", { channel: "in-person" }))).status).toBe(201);
  });

  test("closed time says why: exception, national closure, holiday", async () => {
    await world.owner.query(
      `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
       values ($1, gen_random_uuid(), 1, 'closed', '2026-11-24 12:00+02', '2026-11-24 13:00+02', 'υπηρεσιακή συνάντηση', now())`,
      [office.id],
    );
    expect((await book(wish("12:15"))).body.title).toContain("υπηρεσιακή συνάντηση");
    expect((await book(wish("12:15", { queue: 2 }))).status).toBe(201);
    expect((await book(wish("10:00", { date: "2026-12-25" }))).body.title).toContain("Χριστούγεννα");
    expect((await book(wish("12:45", { date: "2026-12-24" }))).status).toBe(201);
    expect((await book(wish("13:00", { date: "2026-12-24" }))).status).toBe(409);
    await world.owner.query(
      `insert into closure (id, starts_at, ends_at, reason, created_at)
       values (gen_random_uuid(), '2026-12-02 00:00+02', '2026-12-03 00:00+02', 'απεργία', now())`,
    );
    expect((await book(wish("10:00", { date: "2026-12-02" }))).body.title).toContain("απεργία");
    await world.owner.query("delete from closure");
  });

  test("an inactive queue takes nobody, and any queue passes it by", async () => {
    await world.owner.query("update queue set is_active = false where office_id = $1 and number = 1", [office.id]);
    expect((await book(wish("11:30"))).body.errors[0].code).toBe("queue-inactive");
    expect((await book(wish("11:30", { queue: null }))).body.queue).toBe(2);
  });
});

describe("bad input", () => {
  test.each([
    [{ phone: "694 412 345" }, "phone", "phone-too-short", "Λείπει 1 ψηφίο. Χρειάζονται 10."],
    [{ email: "eleni@example" }, "email", "email-no-ending", "Λείπει η κατάληξη"],
    [{ email: "a@example.gr\r\nBcc: b@example.gr" }, "email", "email-invalid", "δεν είναι έγκυρη"],
    [{ lastName: "Ω".repeat(10_000) }, "lastName", "field-too-long", "έως 100 χαρακτήρες"],
    [{ firstName: "Ε\u0000" }, "firstName", "field-control-characters", "δεν επιτρέπονται"],
    [{ lastName: " " }, "lastName", "last-name-required", "Γράψτε το επώνυμο"],
    [
      { party: "business", business: { name: "Α", afm: "123456780" } },
      "business.afm",
      "afm-invalid",
      "Ελέγξτε τα 9 ψηφία",
    ],
    [{ service: "no-such" }, "service", "service-unknown", "Επιλέξτε υπηρεσία"],
    [{ queue: 9 }, "queue", "queue-not-found", "Δεν υπάρχει αυτή η ουρά"],
  ])("%j: 422 with a sentence at the field", async (more, field, code, words) => {
    const reply = await book(wish("11:30", more));
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toHaveLength(1);
    expect(reply.body.errors[0]).toMatchObject({ field, code });
    expect(reply.body.errors[0].message).toContain(words);
    expect((await day()).appointments).toEqual([]);
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
    const reply = await book(wish("11:30", more));
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: "request-malformed", errors: [{ field, code }] });
  });

  test("English words for who asks in English", async () => {
    const reply = await clerk.ask("POST", `${office.code}/appointments`, {
      body: wish("11:30", { lastName: "" }),
      key: randomUUID(),
      headers: { "accept-language": "en-GB,en" },
    });
    expect(reply.body.errors[0].message).toBe("Enter the surname");
  });

  test("names are kept as typed, markup and quotes included", async () => {
    const { lastName, firstName } = await booked("11:30", { lastName: "<b>Ο'Κόνορ</b>", firstName: 'Αϊσέ %_"' });
    expect([lastName, firstName]).toEqual(["<b>Ο'Κόνορ</b>", 'Αϊσέ %_"']);
  });
});

describe("the same request again", () => {
  test("gives the same answer and books once", async () => {
    const key = randomUUID();
    const first = await book(wish("11:30"), key);
    const again = await book(wish("11:30"), key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    const many = await Promise.all(Array.from({ length: 20 }, () => book(wish("11:30"), key)));
    expect(new Set(many.map((reply) => reply.body.id))).toEqual(new Set([first.body.id]));
    expect((await day()).appointments).toHaveLength(1);
  });

  test("fifty at once book once", async () => {
    const key = randomUUID();
    const many = await Promise.all(Array.from({ length: 50 }, () => book(wish("11:30"), key)));
    expect(many.map((reply) => reply.status)).toEqual(Array(50).fill(201));
    expect(new Set(many.map((reply) => reply.body.id)).size).toBe(1);
  });

  test("with other data: 422; of another clerk: another booking; without a key: 428", async () => {
    const key = randomUUID();
    await book(wish("11:30"), key);
    expect((await book(wish("11:45"), key)).body.code).toBe("idempotency-key-reused");
    const other = await world.aClerk(office);
    const reply = await other.ask("POST", `${office.code}/appointments`, { body: wish("11:45"), key });
    expect(reply.status).toBe(201);
    expect((await clerk.ask("POST", `${office.code}/appointments`, { body: wish("12:00") })).body.code).toBe(
      "idempotency-key-missing",
    );
  });

  test("a refusal is not kept: once the place is free the same key books it", async () => {
    const first = await booked("11:30");
    const key = randomUUID();
    expect((await book(wish("11:30", { lastName: "Άλλη" }), key)).status).toBe(409);
    await act(first.id, "cancellation", { version: 1 });
    expect((await book(wish("11:30", { lastName: "Άλλη" }), key)).status).toBe(201);
  });

  test("a key is forgotten after a day, and swept", async () => {
    const key = randomUUID();
    await book(wish("11:30"), key);
    world.now = NOW.add({ hours: 25 });
    await world.owner.query("update session set last_seen_at = $1, created_at = $1", [world.now.toString()]);
    await world.owner.query("update employee set synced_at = $1", [world.now.toString()]);
    const again = await book(wish("13:30", { date: "2026-11-25" }), key);
    expect(again.status).toBe(201);
    await book(wish("13:45", { date: "2026-11-25" }));
    const { rows } = await world.owner.query("select key from idempotency_key where office_id = $1", [office.id]);
    expect(rows).toHaveLength(2);
  });
});

describe("changing", () => {
  const change = (id: string, body: object, version?: number) =>
    clerk.ask("PATCH", `${office.code}/appointments/${id}`, { body, ...(version && { version }) });

  test("a merge patch: absent stays, null clears, the version goes up, the history says what", async () => {
    const before = await booked("11:30", { phone: "6944123456", notes: "παλιό" });
    const reply = await change(before.id, { lastName: "Νέα", phone: null }, 1);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      lastName: "Νέα",
      firstName: "Ελένη",
      phone: null,
      notes: "παλιό",
      version: 2,
      time: "11:30",
    });
    const [event] = await history(before.id);
    expect(event.kind).toBe("changed");
    expect(event.changes).toEqual([
      { field: "lastName", from: "Παπαδοπούλου", to: "Νέα" },
      { field: "phone", from: "+306944123456", to: null },
    ]);
  });

  test("two editors: the second is told what changed and overwrites nothing", async () => {
    const before = await booked();
    await change(before.id, { lastName: "Πρώτη" }, 1);
    const reply = await change(before.id, { lastName: "Δεύτερη" }, 1);
    expect(reply.status).toBe(412);
    expect(reply.body).toMatchObject({ code: "version-stale", current: { lastName: "Πρώτη", version: 2 } });
    expect(reply.body.title).toContain("10:42");
    expect((await change(before.id, { lastName: "Δεύτερη" })).status).toBe(428);
  });

  test("never moves, and names what it does not know", async () => {
    const before = await booked();
    for (const body of [
      { time: "12:00" },
      { date: "2026-11-25" },
      { queue: 2 },
      { status: "served" },
      { version: 9 },
    ]) {
      expect((await change(before.id, body, 1)).status).toBe(400);
    }
  });

  test("a longer service takes the room there is, or is refused with the reason", async () => {
    const before = await booked("11:30");
    expect((await change(before.id, { service: "vehicle" }, 1)).body).toMatchObject({
      service: "vehicle",
      minutes: 30,
      version: 2,
    });
    expect((await change(before.id, { service: "signature" }, 2)).body.minutes).toBe(15);
    await booked("11:45");
    const reply = await change(before.id, { service: "vehicle" }, 3);
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe("slot-taken");
  });

  test("a citizen becomes a business and back", async () => {
    const before = await booked();
    const business = { name: "ΑΛΚΥΟΝΗ", afm: null };
    expect((await change(before.id, { party: "business", business }, 1)).body).toMatchObject({
      party: "business",
      business,
    });
    expect((await change(before.id, { party: "citizen" }, 2)).body).toMatchObject({ party: "citizen", business: null });
  });
});

describe("moving", () => {
  const move = (id: string, body: object, version: number, key: string = randomUUID()) =>
    act(id, "move", { body, version, key });

  test("to another time and queue; the old place is free at once", async () => {
    const before = await booked("11:30");
    const reply = await move(before.id, { date: "2026-11-25", time: "09:00", queue: 2 }, 1);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      date: "2026-11-25",
      time: "09:00",
      queue: 2,
      version: 2,
      reference: before.reference,
    });
    expect((await day()).queues[0].free).toContain("11:30");
    expect((await history(before.id))[0].changes).toEqual([
      { field: "queue", from: 1, to: 2 },
      { field: "date", from: "2026-11-24", to: "2026-11-25" },
      { field: "time", from: "11:30", to: "09:00" },
    ]);
  });

  test("over its own old place", async () => {
    const before = await booked("11:30", { service: "vehicle" });
    expect((await move(before.id, { date: "2026-11-24", time: "11:45", queue: 1 }, 1)).body.time).toBe("11:45");
  });

  test("onto a taken one: 409 with alternatives, and it stays where it was", async () => {
    const before = await booked("11:30");
    await booked("12:00");
    const reply = await move(before.id, { date: "2026-11-24", time: "12:00", queue: 1 }, 1);
    expect(reply.status).toBe(409);
    expect(reply.body.alternatives).toHaveLength(3);
    expect((await day()).appointments.map(({ time }: { time: string }) => time)).toEqual(["11:30", "12:00"]);
  });

  test("the same key moves once; an old version moves nothing", async () => {
    const before = await booked("11:30");
    const key = randomUUID();
    const target = { date: "2026-11-24", time: "12:00", queue: null };
    const first = await move(before.id, target, 1, key);
    const again = await move(before.id, target, 1, key);
    expect(again.body).toEqual(first.body);
    expect((await move(before.id, { ...target, time: "12:30" }, 1)).status).toBe(412);
    expect((await act(before.id, "move", { body: target, key })).status).toBe(428);
    expect((await act(before.id, "move", { body: target, version: 2 })).status).toBe(428);
  });
});

describe("cancelling and undoing", () => {
  test("a cancelled appointment keeps its reason and gives its time back", async () => {
    const before = await booked();
    const reply = await act(before.id, "cancellation", { version: 1, body: { reason: "Το ζήτησε ο πολίτης" } });
    expect(reply.body).toMatchObject({ status: "cancelled", cancellationReason: "Το ζήτησε ο πολίτης", version: 2 });
    expect((await day()).queues[0].free).toContain("11:30");
    expect((await act(before.id, "cancellation", { version: 2 })).body.code).toBe("status-conflict");
  });

  test("undo brings it back, unless someone else has the time by now", async () => {
    const before = await booked();
    await act(before.id, "cancellation", { version: 1, body: { reason: "λάθος" } });
    const back = await act(before.id, "undo", { version: 2 });
    expect(back.body).toMatchObject({ status: "booked", cancellationReason: null, version: 3 });
    await act(before.id, "cancellation", { version: 3 });
    await booked("11:30", { lastName: "Άλλη" });
    const refused = await act(before.id, "undo", { version: 4 });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe("slot-taken");
  });

  test("undo takes back one act after the other, a booking last of all", async () => {
    const { id } = await booked();
    await clerk.ask("PATCH", `${office.code}/appointments/${id}`, { body: { lastName: "Νέα" }, version: 1 });
    await act(id, "move", { body: { date: "2026-11-25", time: "12:00", queue: 2 }, version: 2, key: randomUUID() });
    await act(id, "arrival");
    expect((await act(id, "undo", { version: 4 })).body).toMatchObject({ status: "booked", time: "12:00" });
    expect((await act(id, "undo", { version: 5 })).body).toMatchObject({
      date: "2026-11-24",
      time: "11:30",
      queue: 1,
      lastName: "Νέα",
    });
    expect((await act(id, "undo", { version: 6 })).body.lastName).toBe("Παπαδοπούλου");
    expect((await act(id, "undo", { version: 7 })).body.status).toBe("cancelled");
    expect((await act(id, "undo", { version: 8 })).body.code).toBe("nothing-to-undo");
    expect((await act(id, "undo")).status).toBe(428);
    const kinds = (await history(id)).map((event: { kind: string; undoes: number | null }) => [
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
    const { id } = await booked();
    expect((await act(id, "arrival")).body).toMatchObject({
      status: "arrived",
      version: 2,
      statusAt: "2026-11-24T10:42:00+02:00",
    });
    expect((await act(id, "arrival")).body).toMatchObject({ status: "arrived", version: 2 });
    expect((await act(id, "service-start")).body.status).toBe("in-service");
    expect((await act(id, "completion")).body.status).toBe("served");
    expect((await act(id, "no-show")).body.code).toBe("status-conflict");
    expect(await history(id)).toHaveLength(4);
  });

  test("a no-show still takes its time, and can be taken back", async () => {
    const { id } = await booked();
    expect((await act(id, "no-show")).body.status).toBe("no-show");
    expect((await book(wish("11:30"))).status).toBe(409);
    expect((await act(id, "undo", { version: 2 })).body.status).toBe("booked");
  });

  test("twenty clerks press at once: one step, no error", async () => {
    const { id } = await booked();
    const replies = await Promise.all(Array.from({ length: 20 }, () => act(id, "arrival")));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect(await history(id)).toHaveLength(2);
  });
});

describe("free times", () => {
  const ask = (query: string) => clerk.ask("GET", `${office.code}/availability?${query}`);

  test("by the service's length, from now on, with the queues that offer each", async () => {
    await booked("11:45");
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
    const { id } = await booked();
    const stranger = await world.aClerk(await world.anOffice());
    const path = `${office.code}/appointments/${id}`;
    const tries: [Parameters<Clerk["ask"]>[0], string, object?][] = [
      ["GET", office.code],
      ["GET", `${office.code}/services`],
      ["GET", `${office.code}/days/2026-11-24`],
      ["GET", `${office.code}/availability?from=2026-11-24&to=2026-11-24`],
      ["GET", path],
      ["GET", `${path}/history`],
      ["PATCH", path, { body: { lastName: "Χ" }, version: 1 }],
      ["POST", `${office.code}/appointments`, { body: wish("12:00"), key: "k" }],
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
    await booked();
    const other = await world.anOffice();
    for (const table of ["appointment", "appointment_event", "idempotency_key", "queue", "queue_hours"]) {
      const { rows } = await world.owner.query(`select count(*)::int as n from ${table} where office_id = $1`, [
        office.id,
      ]);
      expect(rows[0].n).toBeGreaterThan(0);
      const client = await world.database.pool.connect();
      try {
        await client.query(`begin; set local visits.office = '${other.id}'`);
        expect((await client.query(`select from ${table} where office_id = ${office.id}`)).rowCount).toBe(0);
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
      insert into queue (office_id, number, name) values (${office.id}, 50, 'ξένη')`,
    );
    await expect(write).rejects.toMatchObject({ code: "42501" });
  });
});

describe("who may ask at all", () => {
  test("nobody without a session, and no other site", async () => {
    const anonymous = await world.app.inject({ url: `/api/offices/${office.code}` });
    expect([anonymous.statusCode, anonymous.json().code]).toEqual([401, "not-signed-in"]);
    const crossSite = await clerk.ask("POST", `${office.code}/appointments`, {
      body: wish("11:30"),
      key: randomUUID(),
      headers: { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" },
    });
    expect([crossSite.status, crossSite.body.code]).toEqual([403, "cross-site"]);
    const noHeaders = await world.app.inject({
      method: "POST",
      url: `/api/offices/${office.code}/appointments`,
      headers: { cookie: clerk.cookie },
    });
    expect(noHeaders.statusCode).toBe(403);
  });
});
