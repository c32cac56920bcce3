import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aMinistryPerson } from "../../../test/ministry-person.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { countNetworks } from "./count-networks.ts";
import { createNetworkActs, type NetworkActs } from "./network-acts.ts";

let world: World;
/** Two processes */
let one: NetworkActs;
let other: NetworkActs;
beforeAll(async () => {
  world = await aWorld();
  const process = () => createNetworkActs({ db: world.db, clock: () => world.now, log: world.log });
  [one, other] = [process(), process()];
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  await world.owner.query("delete from network_act; delete from network_key; delete from network_day");
});

const PLACE = { officeId: 1, service: "signature" };
const NIGHT = Temporal.Instant.from("2026-11-25T01:00:00+02:00");
const count = () => countNetworks({ db: world.db, clock: () => world.now });
const written = () => Promise.all([one.write(), other.write()]);
/** By somebody who has signed in that morning */
const days = async () => (await (await aMinistryPerson(world)).rule("GET", "public-booking/networks")).body.days;
const rows = async (table: string) =>
  (await world.owner.query(`select *, date::text as date from ${table} order by ${table}.date`)).rows;

async function times(some: number, act: (index: number) => void): Promise<void> {
  for (let index = 0; index < some; index++) {
    act(index);
    // Ids of one millisecond have no order between two processes.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Twenty bookings: two at first, and eighteen in place of one that is cancelled at the other process. */
async function sell(ip: string, place = PLACE): Promise<void> {
  one.note(ip, "booked", place);
  one.note(ip, "booked", place);
  await times(36, (index) => (index % 2 === 0 ? other : one).note(ip, index % 2 === 0 ? "cancelled" : "booked", place));
}

/** Three hundred behind one address, of whom some cancel and nobody books again. */
async function crowd(ip: string, cancelled: number): Promise<void> {
  for (let index = 0; index < 300; index++) (index % 2 === 0 ? one : other).note(ip, "booked", PLACE);
  await times(1, () => {});
  for (let index = 0; index < cancelled; index++) other.note(ip, "cancelled", PLACE);
}

const night = async () => {
  await written();
  world.now = NIGHT;
  await count();
};

test("whoever cancels and books again is counted, by two processes together; a crowd behind one address is not", async () => {
  await sell("203.0.113.7");
  await crowd("198.51.100.1", 0);
  await crowd("198.51.100.2", 60);
  await night();
  expect(await rows("network_day")).toMatchObject([{ bookings: 620, networks: 1, network_bookings: 20, programs: 0 }]);
  expect(await days()).toEqual([
    { date: "2026-11-24", bookings: 620, networks: null, networkBookings: 20, programs: 0 },
  ]);
});

test("one to four are not told apart, five are told; an IPv6 network is what its owner was given", async () => {
  const addresses = ["203.0.113.7", "203.0.113.8", "203.0.113.9", "203.0.113.10"];
  await Promise.all(addresses.map((ip) => sell(ip)));
  await times(20, (index) => {
    const ip = `2001:db8:1:2::${index + 1}`;
    if (index > 1) other.note(ip, "cancelled", PLACE);
    one.note(ip, "booked", PLACE);
  });
  for (let index = 0; index < 5; index++) one.noteDecoy(`203.0.113.${index}`);
  await night();
  expect(await days()).toEqual([{ date: "2026-11-24", bookings: 100, networks: 5, networkBookings: 100, programs: 5 }]);
});

test("what is booked elsewhere or for another service after a cancellation is not booked again", async () => {
  await times(40, (index) => {
    const isCancelled = index % 2 === 0;
    const place = isCancelled ? PLACE : { officeId: index % 4 === 1 ? 2 : 1, service: "vehicle" };
    one.note("203.0.113.7", isCancelled ? "cancelled" : "booked", place);
  });
  await night();
  expect(await rows("network_day")).toMatchObject([{ bookings: 20, networks: 0, network_bookings: 0 }]);
});

test("nine bookings are no resale, nor are ten in place of others among forty; among thirty they are", async () => {
  const again = async (ip: string, first: number, some: number) => {
    await times(first, () => one.note(ip, "booked", PLACE));
    await times(some * 2, (index) => one.note(ip, index % 2 === 0 ? "cancelled" : "booked", PLACE));
  };
  await again("203.0.113.7", 0, 9);
  await again("203.0.113.8", 30, 10);
  await again("203.0.113.9", 20, 10);
  await night();
  expect(await rows("network_day")).toMatchObject([{ networks: 1, network_bookings: 30 }]);
});

test("a day is counted an hour after its end, once, and neither its hashes nor its key stay", async () => {
  await sell("203.0.113.7");
  await written();
  world.now = NIGHT.subtract({ seconds: 1 });
  one.note("203.0.113.7", "booked", PLACE);
  await one.write();
  await count();
  expect(await rows("network_day")).toEqual([]);
  expect((await rows("network_key")).length).toBe(2);
  world.now = NIGHT;
  await Promise.all([count(), count(), count()]);
  await count();
  expect((await rows("network_day")).map(({ bookings }) => bookings)).toEqual([20]);
  const left = [...(await rows("network_act")), ...(await rows("network_key"))];
  expect(left.map(({ date }) => date)).toEqual(["2026-11-25", "2026-11-25"]);
});

test("what comes for a day that was counted is counted no more, and does not stay", async () => {
  one.note("203.0.113.7", "booked", PLACE);
  await night();
  world.now = NOW;
  other.note("203.0.113.7", "booked", PLACE);
  await night();
  expect((await rows("network_day")).map(({ bookings }) => bookings)).toEqual([1]);
  expect([...(await rows("network_act")), ...(await rows("network_key"))]).toEqual([]);
});

test("the same network has another hash each day, and nothing that is stored says its address", async () => {
  one.note("203.0.113.7", "booked", PLACE);
  one.noteDecoy("203.0.113.7");
  other.note("203.0.113.7", "booked", PLACE);
  world.now = NOW.add({ hours: 24 });
  one.note("203.0.113.7", "booked", PLACE);
  one.note("127.0.0.1", "booked", PLACE);
  await written();
  const acts = await rows("network_act");
  const hashes = (date: string) => acts.filter((act) => act.date === date).map(({ network }) => network);
  expect(hashes("2026-11-24").length).toBe(3);
  expect(hashes("2026-11-25").length).toBe(1);
  expect(new Set(acts.map(({ network }) => network)).size).toBe(2);
  expect(JSON.stringify(acts)).not.toMatch(/203\.0\.113|signature/);
});

test("counts of the nation go after sixty days, and the ministry sees twenty-eight", async () => {
  for (const date of ["2026-09-24", "2026-09-25", "2026-10-26", "2026-10-27", "2026-11-23"])
    await world.owner.query("insert into network_day values ($1, 1, 0, 0, 0)", [date]);
  await count();
  expect((await rows("network_day")).map(({ date }) => date)).toEqual([
    "2026-09-25",
    "2026-10-26",
    "2026-10-27",
    "2026-11-23",
  ]);
  expect((await days()).map(({ date }: { date: string }) => date)).toEqual(["2026-11-23", "2026-10-27"]);
});

test("a program counts once a day, by whichever process, and a process whose database takes nothing goes on", async () => {
  for (const acts of [one, one, other]) acts.noteDecoy("203.0.113.7");
  await written();
  one.noteDecoy("203.0.113.7");
  await one.write();
  await world.owner.query("alter table network_act rename to network_act_away");
  one.note("203.0.113.7", "booked", PLACE);
  await one.write();
  await world.owner.query("alter table network_act_away rename to network_act");
  await night();
  expect(await rows("network_day")).toMatchObject([{ bookings: 0, programs: 1 }]);
});

test("nobody but the ministry sees it", async () => {
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/public-booking/networks")).status).toBe(403);
});
