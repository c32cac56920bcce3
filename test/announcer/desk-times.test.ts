import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../booking-desk.ts";
import { aSibling, type Sibling } from "../live-desks.ts";
import { aMinistryPerson } from "../ministry-person.ts";
import { patiently } from "../patience.ts";
import { aRulesDesk } from "../rules-desk.ts";
import { aWorld, NOW, type World } from "../world.ts";
import { aBrowser, type ClerksBrowser, rememberedAt } from "./clerks-browser.ts";
import { addressAt, type Siblings, tellsOf } from "./two-processes.ts";

/** Free times as desks ask for them. */
let world: World;
let siblings: Siblings;
beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
beforeEach(() => {
  world.now = NOW;
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const DAY = "2026-11-24";
const TIMES = `availability?from=${DAY}&to=2026-11-27`;

const remembered = (desk: BookingDesk, list = TIMES) =>
  rememberedAt(siblings, desk.clerk, (sibling) => addressAt(sibling, desk.office, list));

async function freeAt(browser: ClerksBrowser, sibling: Sibling, desk: BookingDesk, time: string): Promise<number[]> {
  const { body } = await browser(addressAt(sibling, desk.office, TIMES));
  return body.days[0].times.find((one: { time: string }) => one.time === time)?.queues ?? [];
}

const book = (at: Sibling, { office }: BookingDesk, browser: ClerksBrowser, time: string) =>
  browser(addressAt(at, office, "appointments"), {
    method: "POST",
    headers: { "idempotency-key": randomUUID() },
    body: wish(time),
  });

test("free times are looked for once for all desks that ask the same, and anew for whoever asks for others", async () => {
  const desk = await aBookingDesk(world);
  const [own] = siblings;
  await remembered(desk);
  await book(own, desk, aBrowser(desk.clerk), "11:30");
  const read = vi.spyOn(own.db, "read");
  const ask = (list: string) => aBrowser(desk.clerk)(addressAt(own, desk.office, list));
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(TIMES)));
  expect(read).toHaveBeenCalledTimes(1);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const others = ["&queue=1", "&queue=2", "&service=vehicle", "&channel=in-person"].map((more) => TIMES + more);
  const told = await Promise.all(others.map(ask));
  expect(read).toHaveBeenCalledTimes(1 + others.length);
  expect(new Set([answers[0], ...told].map((answer) => answer?.text)).size).toBe(1 + others.length);
});

test("whoever has them is told that they are unchanged; what is refused is refused to each and never remembered", async () => {
  const desk = await aBookingDesk(world);
  const [own] = siblings;
  await remembered(desk);
  const ask = (list: string, headers = {}) => aBrowser(desk.clerk)(addressAt(own, desk.office, list), { headers });
  const etag = (await ask(TIMES)).headers.get("etag") ?? "none";
  expect(etag).toMatch(/^W\//);
  const again = await ask(TIMES, { "if-none-match": etag });
  expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
  const long = `availability?from=${DAY}&to=2027-11-24`;
  for (const _ of [1, 2]) expect((await ask(long)).body.code).toBe("range-too-long");
});

test("another minute lets times go by, though no notice comes", async () => {
  const desk = await aBookingDesk(world);
  const browser = aBrowser(desk.clerk);
  await remembered(desk);
  expect(await freeAt(browser, siblings[0], desk, "10:45")).toEqual([1, 2]);
  world.now = world.now.add({ minutes: 4 });
  expect(await freeAt(browser, siblings[0], desk, "10:45")).toEqual([]);
});

test(
  "a time that one has taken oneself is free no more, at once, by either process, beside readers",
  async () => {
    const desk = await aBookingDesk(world);
    await remembered(desk);
    const [mine, colleagues] = [aBrowser(desk.clerk), aBrowser(await world.aClerk(desk.office))];
    let isOver = false;
    const readers = siblings.map(async (sibling) => {
      while (!isOver) await freeAt(colleagues, sibling, desk, "12:00");
    });
    const bookAndCancel = async () => {
      for (let count = 1; count <= 20; count++) {
        const [writer, other] = count % 2 ? siblings : [siblings[1], siblings[0]];
        const looked = count % 3 ? writer : other;
        const booked = await book(writer, desk, mine, "12:00");
        expect(booked.status).toBe(201);
        expect(await freeAt(mine, looked, desk, "12:00"), `booked the ${count}th time`).toEqual([2]);
        const url = addressAt(writer, desk.office, `appointments/${booked.body.id}/cancellation`);
        expect((await mine(url, { method: "POST", headers: { "if-match": '"1"' }, body: {} })).status).toBe(200);
        expect(await freeAt(mine, looked, desk, "12:00"), `cancelled the ${count}th time`).toEqual([1, 2]);
      }
    };
    await bookAndCancel().finally(() => {
      isOver = true;
      return Promise.allSettled(readers);
    });
  },
  patiently(15_000),
);

test(
  "whoever takes a time, leaves one or changes a rule is in the free times within a second",
  async () => {
    const desk = await aRulesDesk(world);
    const { code } = desk.office;
    const told = (act: () => Promise<unknown>, list = TIMES) => tellsOf({ world, siblings }, desk, list, act);
    const done = async (reply: Promise<{ status: number; body: unknown }>) =>
      expect((await reply).status).toBeLessThan(300);
    let id = "";
    await told(async () => {
      id = (await desk.booked("12:00")).id;
    });
    await told(() => done(desk.move(id, { date: DAY, time: "13:00", queue: 2 }, 1)));
    await told(() => done(desk.act(id, "cancellation", { version: 2 })));
    await told(() => done(desk.act(id, "undo", { version: 3 })));
    const closing = { queue: 2, kind: "closed", date: "2026-11-25", from: "11:30", to: "12:30", reason: "Απουσία" };
    let change = "";
    await told(async () => {
      change = (await desk.ruled("exceptions", closing)).change;
    });
    await told(() => done(desk.takeBack(change)));
    const week = { "2": [{ opens: "08:00", closes: "12:00" }] };
    await told(() => done(desk.rule("PUT", "queues/1/hours", { from: DAY, to: null, week })));
    await told(() => desk.ruled("queues/2/deactivation", {}, "call"));
    const { version } = (await desk.head.ask("GET", `${code}/settings`)).body;
    const services = { signature: { minutes: 45 } };
    await told(
      () => done(desk.head.ask("PATCH", `${code}/settings`, { body: { services }, version })),
      `${TIMES}&service=signature`,
    );
    const athina = await aMinistryPerson(world);
    await told(
      () => done(athina.rule("PATCH", "services/vehicle", { body: { minutes: 50 }, version: 1 })),
      `${TIMES}&service=vehicle`,
    );
    await told(() => done(athina.post("holidays", { date: "2026-11-26", name: "Αργία", nameEn: "Holiday" })));
  },
  patiently(60_000),
);
