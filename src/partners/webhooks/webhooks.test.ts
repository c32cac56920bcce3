import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { publishedNotice } from "../../../test/contract/notice.ts";
import { aPartner, type TestPartner } from "../../../test/partner.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { answering, aReceiver, type Heard, type Receiver, silent } from "../../../test/receiver.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, type Clerk, NOW, type Reply, type TestOffice, type World } from "../../../test/world.ts";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import { networksIn } from "../../platform/networks.ts";
import type { Worker } from "../../platform/worker.ts";
import type { Receivers } from "./deliver.ts";
import { notify } from "./notify.ts";
import { startNotifying } from "./start-notifying.ts";
import { settleNotice, type TakenNotice, takeNotices } from "./webhook-sql.ts";

const RECEIVERS = { networks: networksIn(""), mayBeHere: true, answerMs: 60_000 } as Receivers;

let world: World;
let office: TestOffice;
let clerk: Clerk;
let receiver: Receiver;
let partner: TestPartner;
let senders: Worker[];
/** What the contract says of a notice, as whoever reads it understands it */
let published: z.ZodType;
beforeAll(async () => {
  published = await publishedNotice();
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
  for (const { body } of receiver.heard) expect(published.safeParse(JSON.parse(body)).error).toBeUndefined();
  // Whatever still waits for an answer has it with that.
  await receiver.close();
  await Promise.all(senders.map((sender) => sender.stop()));
  await world.owner.query("delete from webhook_event");
});
afterAll(() => world.close());

const depsNow = () => ({ db: world.database.db, clock: () => world.now, log: world.log, receivers: RECEIVERS });
const start = () => {
  const sender = startNotifying(depsNow());
  senders.push(sender);
  return sender;
};
/** As a sender that is about to tell them, for a minute */
const take = (): Promise<TakenNotice[]> =>
  world.database.db.write(ACROSS_OFFICES, (tx) => takeNotices(tx, world.now, { mostOfPartner: 4, most: 40 }));
const settledAs = (notice: TakenNotice | undefined, state: "delivered" | "planned") =>
  world.database.db.write({ office: office.id }, (tx) =>
    settleNotice(tx, notice as TakenNotice, { state, dueAt: world.now, answer: null }),
  );
const replayed = (since: string, until?: string) => partner.ask("POST", "webhook/replay", { body: { since, until } });
/** Of each notice, in the order in which it happened */
const states = async (): Promise<string[]> =>
  (await world.owner.query("select state from webhook_event order by at, version")).rows.map(({ state }) => state);
let people = 0;
const TODAY = "2026-11-24";
async function booked(
  time: string,
  by = partner,
  date = TODAY,
): Promise<{ readonly id: string; readonly version: number }> {
  const body = {
    office: office.code,
    service: "signature",
    date,
    time,
    lastName: "Γιασεμίδου",
    firstName: "Φανή",
    email: `fani${++people}@example.gr`,
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
  expect(await waiting()).toMatchObject({ waiting: 2, failingSince: expect.stringContaining("T10:42:00") });
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
  const [taken] = await take();
  await replayed("2026-11-24T00:00:00+02:00");
  await settledAs(taken, "delivered");
  start();
  await expect.poll(() => told()).toEqual(["appointment.booked 11:00 booked"]);
});

test("nor what a sender says that was taken for dead, once another one is at it", async () => {
  await booked("11:00");
  const [first] = await take();
  world.now = world.now.add({ seconds: 61 });
  const [second] = await take();
  await settledAs(first, "delivered");
  expect(await states()).toEqual(["planned"]);
  await settledAs(second, "delivered");
  expect(await states()).toEqual(["delivered"]);
});

test("four at a time are on their way to one partner, and a single one while it does not answer", async () => {
  for (const time of ["11:00", "11:15", "11:30", "11:45", "12:00", "12:15"]) await booked(time);
  const first = await take();
  expect([first.length, (await take()).length]).toEqual([4, 0]);
  for (const notice of first) await settledAs(notice, "planned");
  await world.owner.query("update partner set webhook_failing_since = $2 where id = $1", [partner.id, NOW.toString()]);
  expect([(await take()).length, (await take()).length]).toEqual([1, 0]);
});

const PAUSES = [
  [1, 10],
  [4, 80],
  [9, 2_560],
  [12, 14_400],
  [30, 14_400],
] as const;
test("it is tried later and later, at last some times a day, and until three days are over", async () => {
  receiver.behaves = answering(500);
  await booked("11:00");
  for (const [attempt, seconds] of PAUSES) {
    const [notice] = (await take()) as [TakenNotice];
    await notify(depsNow(), { ...notice, attempt });
    const { rows } = await world.owner.query("select extract(epoch from due_at)::float8 as due from webhook_event");
    const pause = rows[0].due - world.now.epochMilliseconds / 1_000;
    expect(pause).toBeGreaterThanOrEqual(seconds * 0.5);
    expect(pause).toBeLessThanOrEqual(seconds * 1.5);
    await replayed("2026-11-24T00:00:00+02:00");
  }
  for (const [hours, state] of [
    [71, "planned"],
    [72, "given-up"],
  ] as const) {
    const [notice] = (await take()) as [TakenNotice];
    await notify(depsNow(), { ...notice, since: world.now.subtract({ hours }) });
    expect(await states()).toEqual([state]);
    await replayed("2026-11-24T00:00:00+02:00");
  }
});

test("what is asked for again is what happened between, of this partner alone, and is tried as if for the first time", async () => {
  const other = await aPartner(world, receiver.url);
  const { id, version } = await booked("11:00");
  await booked("11:15", other);
  world.now = NOW.add({ minutes: 1 });
  await partner.ask("POST", `appointments/${id}/cancellation`, { version });
  await world.owner.query("update webhook_event set state = 'delivered', attempts = 9");
  expect((await replayed("2026-11-24T10:42:00+02:00", "2026-11-24T10:43:00+02:00")).body).toEqual({ notices: 1 });
  expect(await take()).toEqual([expect.objectContaining({ id, kind: "booked", attempt: 1 })]);
  const { rows } = await world.owner.query("select from webhook_event where state = 'planned'");
  expect(rows).toHaveLength(1);
});

test("more than ten thousand are not asked for at once: none of them is sent, and in parts all are", async () => {
  await booked("11:00");
  await world.owner.query(
    `insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, trying_since, due_at)
     select office_id, appointment_id, version + number, partner, 'moved', at + make_interval(secs => number), starts_at, status, at, at
     from webhook_event, generate_series(1, 10000) as number`,
  );
  await world.owner.query("update webhook_event set state = 'delivered'");
  const refused = await replayed("2026-11-24T00:00:00+02:00", "2026-11-25T00:00:00+02:00");
  expect([refused.status, refused.body.code]).toEqual([422, "replay-too-much"]);
  expect(new Set(await states())).toEqual(new Set(["delivered"]));
  const part = await replayed("2026-11-24T10:42:01+02:00", "2026-11-25T00:00:00+02:00");
  expect([part.status, part.body]).toEqual([200, { notices: 10_000 }]);
  expect((await states()).filter((state) => state === "planned")).toHaveLength(10_000);
});

test("one that goes to another office ends for its partner, who is told where it is", async () => {
  const there = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [there.id]);
  clerk = await world.aClerk(office, there);
  const { id, version } = await booked("11:00");
  const place = { office: there.code, date: TODAY, time: "12:00", queue: 1 };
  await does(at(id, "transfer"), { body: place, version, key: "transfer" });
  start();
  await expect.poll(() => told().at(-1)).toBe("appointment.transferred 11:00 cancelled");
  expect(receiver.heard.at(-1)?.data.transferredTo).toBe(there.code);
});

test("at another address it has failed to hear nothing; without one nothing is sent anywhere", async () => {
  await booked("11:00");
  await world.owner.query("update partner set webhook_failing_since = $2 where id = $1", [partner.id, NOW.toString()]);
  const change = async (webhookUrl: string | null, version: number) =>
    (await partner.athina.rule("PUT", `partners/${partner.id}/webhook`, { body: { webhookUrl }, version })).body
      .partner;
  const url = "https://other.example.gr/";
  expect((await change(url, 1)).webhook).toEqual({ url, failingSince: null, failure: null, waiting: 1 });
  expect((await change(null, 2)).webhook).toBeNull();
  expect(await take()).toEqual([]);
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
  await expect.poll(states).toEqual(["given-up", "given-up"]);
  expect(told().at(-1)).toBe("appointment.cancelled 11:00 cancelled");
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
  await expect.poll(async () => (await states())[0]).toBe("planned");
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
  world.now = world.now.add({ hours: 2 * 24 });
  const late = await booked("11:30", partner, "2026-11-26");
  await world.owner.query("update webhook_event set state = 'delivered'");
  await setClock(world, world.now.add({ hours: 29 * 24 }));
  start();
  await expect.poll(left).toEqual([{ appointment_id: late.id }]);
});
