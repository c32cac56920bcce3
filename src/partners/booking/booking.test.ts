import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPartner, type TestPartner } from "../../../test/partner.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type Reply, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let office: TestOffice;
let partner: TestPartner;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  office = await aPublicOffice();
  partner = await aPartner(world);
});
afterAll(() => world.close());

async function aPublicOffice(): Promise<TestOffice> {
  const made = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [made.id]);
  await world.owner.query("update office set online_counter_percent = 0, online_freed_minutes = 0 where id = $1", [
    made.id,
  ]);
  return made;
}

const ANY = `appointments/${randomUUID()}`;
const DAY = "2026-12-01";
let people = 0;
const wish = (more: object = {}) => ({
  office: office.code,
  service: "signature",
  date: DAY,
  time: "09:00",
  lastName: "Γιασεμίδου",
  firstName: "Φανή",
  email: `fani${++people}@example.gr`,
  ...more,
});
const book = (body: object, key: string | undefined = randomUUID(), by = partner): Promise<Reply> =>
  by.ask("POST", "appointments", { body, ...(key && { key }) });
const codesOf = ({ status, body }: Reply) => [
  status,
  body.code,
  ...(body.errors ?? []).map((one: { code: string }) => one.code),
];

test("books as citizens do themselves: at the counter it is theirs, word goes to the citizen, the history has it", async () => {
  const { status, body, headers } = await book(wish({ time: "09:00", phone: "6944123456" }));
  expect([status, headers.etag]).toEqual([201, `"${body.version}"`]);
  expect(body).toMatchObject({
    office: office.code,
    date: DAY,
    time: "09:00",
    minutes: 15,
    status: "booked",
    transferredTo: null,
  });
  expect(JSON.stringify(body)).not.toMatch(/Γιασεμ|example\.gr/);
  const clerk = await world.aClerk(office);
  const seen = (await clerk.ask("GET", `${office.code}/appointments/${body.id}`)).body;
  expect(seen).toMatchObject({
    lastName: "Γιασεμίδου",
    channel: "online",
    phone: "+306944123456",
    reference: body.reference,
  });
  const { rows } = await world.owner.query("select kind from mail where appointment_id = $1", [body.id]);
  expect(rows).toEqual([{ kind: "confirmed" }]);
  const { rows: entries } = await world.owner.query(
    "select act, employee_id, details from audit_entry where office_id = $1 and appointments = array[$2::uuid] order by act",
    [office.id, body.id],
  );
  expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(["appointment-booked", "partner-acted"]));
  const acted = entries.find(({ act }) => act === "partner-acted");
  expect(acted).toMatchObject({ employee_id: null, details: { partner: expect.stringContaining("Δήμος Δοκιμής") } });
  expect((await partner.ask("GET", `appointments/${body.id}`)).body).toEqual(body);
});

test("the same request, sent again or ten times at once, is carried out once; its key is good for nothing else", async () => {
  const [key, body] = ["once", wish({ time: "09:15" })];
  const replies = await Promise.all(Array.from({ length: 10 }, () => book(body, key)));
  expect(new Set(replies.map(({ status, body: { id } }) => `${status} ${id}`)).size).toBe(1);
  expect(replies.filter(({ headers }) => headers["idempotency-replayed"] === "true")).toHaveLength(9);
  expect(codesOf(await book(wish({ time: "09:30" }), key))).toEqual([422, "idempotency-key-reused"]);
  expect(codesOf(await partner.ask("POST", "appointments", { body }))).toEqual([428, "idempotency-key-missing"]);
  const other = await aPartner(world);
  expect((await book(wish({ time: "09:45" }), key, other)).status).toBe(201);
});

test("a time that somebody has, that is not offered or not public is refused, and so is what is wrong in a field", async () => {
  const closed = await world.anOffice();
  expect((await book(wish({ time: "10:00" }))).status).toBe(201);
  expect(codesOf(await book(wish({ time: "10:00" })))).toEqual([409, "slot-taken", "slot-taken"]);
  expect(codesOf(await book(wish({ time: "10:07" })))).toEqual([409, "slot-not-offered", "slot-off-grid"]);
  expect(codesOf(await book(wish({ date: "2027-12-01" })))[0]).toBe(409);
  expect(codesOf(await book(wish({ office: closed.code }))).slice(0, 2)).toEqual([409, "slot-not-offered"]);
  expect(codesOf(await book(wish({ office: "99'9" })))).toEqual([404, "office-not-public"]);
  expect(codesOf(await book(wish({ service: "nothing" })))[0]).toBe(422);
  expect(codesOf(await book(wish({ lastName: " ", time: "10:15" })))).toEqual([
    422,
    "fields-invalid",
    "last-name-required",
  ]);
  expect(codesOf(await book(wish({ email: null, time: "10:15" })))).toEqual([
    422,
    "fields-invalid",
    "partner-contact-required",
  ]);
  expect(codesOf(await book({ ...wish(), queue: 1 }))).toEqual([400, "request-malformed", "field-unknown"]);
  const business = { name: "Φανάρι ΑΕ", afm: "123456789" };
  expect(codesOf(await book(wish({ time: "10:15", business })))[0]).toBe(422);
  const { rows } = await world.owner.query(
    "select from appointment where office_id = $1 and live and starts_at::time = '08:15'",
    [office.id],
  );
  expect(rows).toEqual([]);
});

test("to one person no more than the office gives, by e-mail or by telephone, in whichever way they book", async () => {
  const mine = await aPublicOffice();
  await world.owner.query("update office set online_limit = 2 where id = $1", [mine.id]);
  const times = ["08:00", "08:15", "08:30"];
  for (const person of [{ email: "one@example.gr" }, { email: null, phone: "6944111222" }]) {
    const replies: Reply[] = [];
    for (const time of times)
      replies.push(await book(wish({ ...person, office: mine.code, time, date: "2026-12-02" })));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 409]);
    expect(replies[2]?.body.code).toBe("too-many-visits");
    times.splice(0, 2, "09:00", "09:15");
  }
});

test("several people and services are one visit, by the length of all of them, and moved and answered as one", async () => {
  const several = {
    time: "12:00",
    date: "2026-12-03",
    moreServices: ["vehicle"],
    companions: [{ services: ["signature"] }, { lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] }],
  };
  const key = randomUUID();
  const asked = wish(several);
  const { status, body } = await book(asked, key);
  expect([status, body.minutes, body.moreServices]).toEqual([201, 60, ["vehicle"]]);
  expect(body.companions).toEqual([{ services: ["signature"] }, { services: ["signature"] }]);
  expect(JSON.stringify(body)).not.toContain("Θωμάς");
  const again = await book(asked, key);
  expect([again.status, again.headers["idempotency-replayed"], again.body.id]).toEqual([201, "true", body.id]);
  const row = await world.owner.query("select companions from appointment where id = $1", [body.id]);
  expect(row.rows[0].companions.map(({ lastName }: { lastName: string }) => lastName)).toEqual(["", "Γιασεμίδης"]);
  expect(codesOf(await book(wish({ ...several, time: "12:30" })))).toEqual([409, "slot-taken", "slot-taken"]);
  const to = { body: { date: "2026-12-03", time: "09:00" }, version: body.version };
  const moved = await partner.ask("POST", `appointments/${body.id}/move`, to);
  expect([moved.status, moved.body.minutes, moved.body.time]).toEqual([200, 60, "09:00"]);
});

test.each([
  [{ moreServices: ["signature", "signature", "signature"] }, "list-too-long"],
  [{ companions: [{ services: [] }] }, "service-required"],
  [{ companions: Array.from({ length: 4 }, () => ({ services: ["signature"] })) }, "list-too-long"],
  [{ companions: [{ services: ["signature;signature"] }] }, "service-unknown"],
  [{ service: "signature,vehicle" }, "service-unknown"],
  [{ service: "" }, "service-unknown"],
  [{ moreServices: ["vehicle", "vehicle"], companions: [{ services: ["vehicle", "vehicle"] }] }, "visit-too-long"],
])("%j is refused before anything is held", async (more, code) => {
  const { status, body } = await book(wish({ time: "10:00", date: "2026-12-04", ...more }));
  expect([status, body.errors?.[0]?.code]).toEqual([422, code]);
});

test("moves and cancels by version, once however often it is asked; what is not its own it does not even see", async () => {
  const { id, version } = (await book(wish({ time: "11:00" }))).body;
  const move = (time: string, seen: number | undefined, by = partner) =>
    by.ask("POST", `appointments/${id}/move`, { body: { date: DAY, time }, ...(seen && { version: seen }) });
  expect(codesOf(await move("11:15", undefined))).toEqual([428, "version-missing"]);
  const [moved, twin] = (await Promise.all([move("11:15", version), move("11:15", version)])) as [Reply, Reply];
  expect([moved.status, moved.body.time, moved.body.status]).toEqual([200, "11:15", "booked"]);
  expect(twin.body).toEqual(moved.body);
  expect((await move("11:15", version)).body).toEqual(moved.body);
  const stale = await move("11:30", version);
  expect(codesOf(stale)).toEqual([412, "version-stale"]);
  // What staff are shown of it, a name and a note, is theirs.
  expect(Object.keys(stale.body).toSorted()).toEqual(["code", "status", "title", "type"]);
  expect(stale.body.title).toContain("Το ραντεβού άλλαξε στο μεταξύ.");
  expect((await book(wish({ time: "11:00" }))).status).toBe(201);
  expect(codesOf(await move("11:00", moved.body.version))).toEqual([409, "slot-taken", "slot-taken"]);
  const held = "select from appointment where office_id = $1 and status = 'held'";
  expect((await world.owner.query(held, [office.id])).rows).toEqual([]);

  const other = await aPartner(world);
  expect(codesOf(await move("11:45", moved.body.version, other))).toEqual([404, "appointment-not-found"]);
  for (const path of [`appointments/${id}`, "appointments/no-id", `appointments/${randomUUID()}`])
    expect(codesOf(await other.ask("GET", path))).toEqual([404, "appointment-not-found"]);

  const cancel = (seen: number): Promise<Reply> =>
    partner.ask("POST", `appointments/${id}/cancellation`, { version: seen });
  expect(codesOf(await cancel(version))).toEqual([412, "version-stale"]);
  const [cancelled, again] = (await Promise.all([1, 2].map(() => cancel(moved.body.version)))) as [Reply, Reply];
  expect(cancelled.body.status).toBe("cancelled");
  expect(again.body).toEqual(cancelled.body);
  expect((await cancel(moved.body.version)).body).toEqual(cancelled.body);
  expect(codesOf(await move("12:00", cancelled.body.version))).toEqual([409, "status-conflict"]);
  // Of each act that was done, and of no other one, it is known whose program it was.
  const { rows: acted } = await world.owner.query(
    "select from audit_entry where act = 'partner-acted' and appointments = array[$1::uuid]",
    [id],
  );
  expect(acted).toHaveLength(3);
});

test("a visit that is over is not changed, and one that nobody can be told of any more is not seen", async () => {
  const { id, version } = (await book(wish({ time: "12:30" }))).body;
  const before = world.now;
  world.now = Temporal.Instant.from("2026-12-01T13:00:00+02:00");
  for (const [act, body] of [
    ["cancellation", undefined],
    ["move", { date: DAY, time: "14:00" }],
  ] as const)
    expect(codesOf(await partner.ask("POST", `appointments/${id}/${act}`, { version, body }))).toEqual([
      409,
      "status-conflict",
    ]);
  world.now = before;
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [office.id, id]);
  expect(codesOf(await partner.ask("GET", `appointments/${id}`))).toEqual([404, "appointment-not-found"]);
});

test("a repetition is answered though the office is closed to citizens by now, and what went to another office is not cancelled", async () => {
  const mine = await aPublicOffice();
  const body = wish({ office: mine.code, time: "08:00" });
  const { id } = (await book(body, "then")).body;
  await world.owner.query("update queue set is_public = false where office_id = $1", [mine.id]);
  await world.owner.query("delete from public_booking");
  const again = await book(body, "then");
  expect([again.status, again.body.id]).toEqual([201, id]);
  expect(codesOf(await book(body, "now"))).toEqual([404, "office-not-public"]);
  await openToCitizens(world.owner);
  await world.owner.query("update appointment set status = 'cancelled', transferred_to = $2 where id = $1", [
    id,
    office.code,
  ]);
  const { version, transferredTo } = (await partner.ask("GET", `appointments/${id}`)).body;
  expect(transferredTo).toBe(office.code);
  expect(codesOf(await partner.ask("POST", `appointments/${id}/cancellation`, { version }))).toEqual([
    409,
    "status-conflict",
  ]);
});

test("where a day's share for those who fill in is small, a partner's people share no e-mail's domain", async () => {
  const mine = await aPublicOffice();
  await world.owner.query("update office set online_held_percent = 5 where id = $1", [mine.id]);
  for (const time of ["08:00", "08:15", "08:30", "08:45", "09:00", "09:15"]) {
    const email = `one@own-domain-${time.replace(":", "")}.example`;
    expect((await book(wish({ office: mine.code, time, email }))).status).toBe(201);
  }
});

test("of two who want the last time at once, one gets it, and the other is told", async () => {
  const others = [await aPartner(world), await aPartner(world)];
  const replies = await Promise.all(others.map((by) => book(wish({ time: "13:00" }), randomUUID(), by)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test("a browser that some site's page sends is refused, whatever key it has", async () => {
  const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  const reply = await partner.ask("POST", "appointments", { body: wish({ time: "13:30" }), key: "x", headers });
  expect(codesOf(reply)).toEqual([403, "cross-site"]);
});

test("one program that asks without end is told when to come again, and no other one is", async () => {
  const [busy, quiet] = [await aPartner(world), await aPartner(world)];
  const statuses: number[] = [];
  for (let turn = 0; turn < 31; turn++)
    statuses.push(
      ...(await Promise.all(Array.from({ length: 20 }, () => busy.ask("GET", ANY)))).map(({ status }) => status),
    );
  expect([404, 429].map((wanted) => statuses.filter((status) => status === wanted).length)).toEqual([600, 20]);
  expect((await quiet.ask("GET", ANY)).status).toBe(404);
});

test("all may be asked for again twenty times an hour, by each", async () => {
  const [busy, quiet] = [await aPartner(world), await aPartner(world)];
  const again = async (by: TestPartner) =>
    (await by.ask("POST", "webhook/replay", { body: { since: "2026-11-24T00:00:00+02:00" } })).status;
  const statuses: number[] = [];
  for (let turn = 0; turn < 21; turn++) statuses.push(await again(busy));
  expect(statuses).toEqual([...Array(20).fill(200), 429]);
  expect(await again(quiet)).toBe(200);
});
