import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aPartner, type TestPartner } from "../../../test/partner.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { answering, aReceiver, type Heard, type Receiver, silent } from "../../../test/receiver.ts";
import { aWorld, type Clerk, NOW, type Reply, type TestOffice, type World } from "../../../test/world.ts";
import { networksIn } from "../../platform/networks.ts";
import type { Worker } from "../../platform/worker.ts";
import type { Receivers } from "./deliver.ts";
import { startNotifying } from "./start-notifying.ts";
import { settleNotice, type TakenNotice, takeNotices } from "./webhook-sql.ts";

const RECEIVERS = { networks: networksIn(""), mayBeHere: true, answerMs: 60_000 } as Receivers;

let world: World;
let office: TestOffice;
let clerk: Clerk;
let receiver: Receiver;
let partner: TestPartner;
let senders: Worker[];
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
beforeEach(async () => {
  world.now = NOW;
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query(
    "update office set online_counter_percent = 0, online_lead_minutes = 0, online_freed_minutes = 0 where id = $1",
    [office.id],
  );
  clerk = await world.aClerk(office);
  receiver = await aReceiver();
  partner = await aPartner(world, receiver.url);
  senders = [];
});
afterEach(async () => {
  // Whatever still waits for an answer has it with that.
  await receiver.close();
  await Promise.all(senders.map((sender) => sender.stop()));
  await world.owner.query("delete from webhook_event");
});
afterAll(() => world.close());

const start = () => {
  const sender = startNotifying({
    db: world.database.db,
    clock: () => world.now,
    log: world.log,
    receivers: RECEIVERS,
  });
  senders.push(sender);
  return sender;
};
let people = 0;
const TODAY = "2026-11-24";
async function booked(time: string, by = partner): Promise<{ readonly id: string; readonly version: number }> {
  const body = {
    ...{ office: office.code, service: "signature", date: TODAY, time },
    ...{ lastName: "Γιασεμίδου", firstName: "Φανή", email: `fani${++people}@example.gr` },
  };
  const reply = await by.ask("POST", "appointments", { body, key: randomUUID() });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body;
}
async function does(path: string, options: Parameters<Clerk["ask"]>[2] = {}): Promise<Reply> {
  const reply = await clerk.ask("POST", path, options);
  if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
  return reply;
}
const at = (id: string, act = "") => `${office.code}/appointments/${id}${act && `/${act}`}`;
const told = (of: Receiver = receiver) => of.heard.map(({ type, data }) => `${type} ${data.time} ${data.status}`);
const waiting = async (by = partner) =>
  (await by.athina.rule("GET", "partners")).body.partners.find(({ id }: { id: string }) => id === by.id).webhook;

test("each act on its appointments is told once, in order, by whomever it was done; ids and times, signed", async () => {
  const { id } = await booked("11:00");
  const moved = await does(at(id, "move"), {
    body: { date: TODAY, time: "11:15", queue: null },
    key: "m",
    version: 2,
  });
  await does(at(id, "undo"), { version: moved.body.version });
  await clerk.ask("PATCH", at(id), { body: { notes: "με το παιδί" }, version: moved.body.version + 1 });
  await does(at(id, "arrival"));
  await does(`${office.code}/appointments`, {
    key: "other",
    body: { service: "signature", date: TODAY, time: "12:00", queue: null, lastName: "Άλλη", firstName: "Άννα" },
  });
  const other = await booked("12:30");
  await does(at(other.id, "cancellation"), { version: other.version, body: {} });
  start();
  await expect.poll(() => receiver.heard.length).toBe(6);
  const of = (visit: string) => receiver.heard.filter(({ data }) => data.id === visit);
  expect(of(id).map(({ type, data }) => [type, data.time, data.status])).toEqual([
    ["appointment.booked", "11:00", "booked"],
    ["appointment.moved", "11:15", "booked"],
    ["appointment.corrected", "11:00", "booked"],
    ["appointment.arrived", "11:00", "arrived"],
  ]);
  expect(of(other.id).map(({ type }) => type)).toEqual(["appointment.booked", "appointment.cancelled"]);
  const [first] = of(id) as [Heard];
  expect(JSON.parse(first.body)).toEqual({
    type: "appointment.booked",
    timestamp: "2026-11-24T10:42:00+02:00",
    data: {
      id,
      office: office.code,
      date: TODAY,
      time: "11:00",
      status: "booked",
      transferredTo: null,
      version: expect.any(Number),
    },
  });
  const { "webhook-id": notice, "webhook-signature": signature } = first.headers;
  const expected = new Webhook(partner.secret as string).sign(
    notice as string,
    new Date(NOW.epochMilliseconds),
    first.body,
  );
  expect(signature).toBe(expected);
  expect(new Set(receiver.heard.map(({ headers }) => headers["webhook-id"])).size).toBe(6);
  await expect.poll(async () => (await waiting()).waiting).toBe(0);
});

test("a receiver that is down is tried again, later and later, and then hears everything in the order of each visit", async () => {
  receiver.behaves = answering(500);
  const { id, version } = await booked("11:00");
  const sender = start();
  await expect.poll(() => receiver.heard.length).toBe(1);
  await expect.poll(async () => (await waiting()).failingSince).toContain("2026-11-24T10:42");
  expect((await waiting()).failure).toEqual({ why: "status", status: 500 });
  await partner.ask("POST", `appointments/${id}/cancellation`, { version });
  sender.wake();
  for (const seconds of [16, 31, 61]) {
    const before = receiver.heard.length;
    world.now = world.now.add({ seconds });
    sender.wake();
    await expect.poll(() => receiver.heard.length).toBe(before + 1);
    await expect
      .poll(async () => (await world.owner.query("select from webhook_event where taken_until is not null")).rowCount)
      .toBe(0);
  }
  expect(new Set(told())).toEqual(new Set(["appointment.booked 11:00 booked"]));
  expect((await waiting()).waiting).toBe(2);
  receiver.behaves = answering(200);
  world.now = world.now.add({ minutes: 5 });
  sender.wake();
  await expect.poll(() => told().at(-1)).toBe("appointment.cancelled 11:00 cancelled");
  await expect.poll(() => waiting()).toEqual({ url: receiver.url, failingSince: null, failure: null, waiting: 0 });
});

test("one that never answers keeps no other partner waiting", async () => {
  const quick = await aReceiver();
  const other = await aPartner(world, quick.url);
  receiver.behaves = silent;
  const times = ["11:00", "11:15", "11:30", "11:45", "12:00", "12:15"];
  for (const time of times) await booked(time);
  for (const time of ["13:00", "13:15"]) await booked(time, other);
  start();
  await expect.poll(() => quick.heard.length).toBe(2);
  expect(receiver.heard.length).toBeLessThanOrEqual(4);
  await quick.close();
});

test("what a sender had taken that died is taken up by another one", async () => {
  await booked("11:00");
  const take = () =>
    world.database.db.write({}, (tx) =>
      takeNotices(tx, world.now, { lease: world.now.add({ minutes: 1 }), mostOfPartner: 4, most: 40 }),
    );
  expect(await take()).toHaveLength(1);
  expect(await take()).toHaveLength(0);
  start();
  expect(receiver.heard).toEqual([]);
  world.now = world.now.add({ seconds: 61 });
  senders[0]?.wake();
  await expect.poll(() => told()).toEqual(["appointment.booked 11:00 booked"]);
});

test("what an earlier sender says at last counts no more, once it was asked for again", async () => {
  await booked("11:00");
  const lease = { lease: world.now.add({ minutes: 1 }), mostOfPartner: 4, most: 40 };
  const [taken] = await world.database.db.write({}, (tx) => takeNotices(tx, world.now, lease));
  await partner.ask("POST", "webhook/replay", { body: { since: "2026-11-24T00:00:00+02:00" } });
  const over = { state: "delivered", dueAt: world.now, answer: null } as const;
  await world.database.db.write({ office: office.id }, (tx) => settleNotice(tx, taken as TakenNotice, over));
  start();
  await expect.poll(() => told()).toEqual(["appointment.booked 11:00 booked"]);
});

test("many senders at once tell each thing once", async () => {
  const times = ["11:00", "11:15", "11:30", "11:45", "12:00", "12:15", "12:30", "12:45"];
  for (const time of times) await booked(time);
  for (let number = 0; number < 6; number++) start();
  await expect.poll(async () => (await waiting()).waiting).toBe(0);
  expect(told().toSorted()).toEqual(times.map((time) => `appointment.booked ${time} booked`));
});

test("after three days it is given up, the next ones go on, and all is told once more on request, since when it is wanted", async () => {
  receiver.behaves = answering(404);
  const { id, version } = await booked("11:00");
  const sender = start();
  await expect.poll(() => receiver.heard.length).toBe(1);
  await partner.ask("POST", `appointments/${id}/cancellation`, { version });
  world.now = world.now.add({ hours: 73 });
  sender.wake();
  const given = async () => (await world.owner.query("select state from webhook_event order by version")).rows;
  await expect.poll(async () => (await given())[0]).toEqual({ state: "given-up" });
  receiver.behaves = answering(200);
  receiver.heard.length = 0;
  const replay = (since: string) => partner.ask("POST", "webhook/replay", { body: { since } });
  expect((await replay("2026-11-25T00:00:00+02:00")).body).toEqual({ notices: 0 });
  expect((await replay("2026-11-24T00:00:00+02:00")).body).toEqual({ notices: 2 });
  sender.wake();
  await expect.poll(() => told()).toEqual(["appointment.booked 11:00 booked", "appointment.cancelled 11:00 cancelled"]);
  // Three days after that it is still tried: it was asked for just now.
  receiver.behaves = answering(503);
  await replay("2026-11-24T00:00:00+02:00");
  sender.wake();
  await expect.poll(() => receiver.heard.length).toBe(3);
  await expect.poll(async () => (await given())[0]).toEqual({ state: "planned" });
  const other = await aPartner(world);
  const replies = [
    await replay("yesterday"),
    await other.ask("POST", "webhook/replay", { body: { since: "2026-11-24T00:00:00Z" } }),
  ];
  expect(replies.map(({ status, body }) => [status, body.notices])).toEqual([
    [400, undefined],
    [200, 0],
  ]);
});

test("without a good key, or an address, a partner is told nothing", async () => {
  await booked("11:00");
  const { keys } = (await partner.athina.rule("GET", "partners")).body.partners.find(
    ({ id }: { id: string }) => id === partner.id,
  );
  await partner.athina.rule("DELETE", `partners/${partner.id}/keys/${keys[0].id}`);
  const dumb = await aPartner(world);
  await booked("11:15", dumb);
  const sender = start();
  const other = await aReceiver();
  const talkative = await aPartner(world, other.url);
  await booked("11:30", talkative);
  sender.wake();
  await expect.poll(() => other.heard.length).toBe(1);
  expect(receiver.heard).toEqual([]);
  const { rows } = await world.owner.query("select from webhook_event where partner = $1", [dumb.id]);
  expect(rows).toEqual([]);
  await other.close();
});

test("what is too old to be told again is thrown away, and with an appointment's names what was told of it", async () => {
  const { id } = await booked("11:00");
  await booked("11:15");
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [office.id, id]);
  const left = async () => (await world.owner.query("select appointment_id from webhook_event")).rows;
  expect((await left()).map(({ appointment_id }) => appointment_id)).not.toContain(id);
  await world.owner.query("update webhook_event set state = 'delivered'");
  world.now = world.now.add({ hours: 31 * 24 });
  start();
  await expect.poll(left).toEqual([]);
});
