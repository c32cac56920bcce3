import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { aSibling, type Listener, listenTo, type Sibling } from "../../../test/live-desks.ts";
import { aHead } from "../../../test/office-head.ts";
import { patiently } from "../../../test/patience.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, type Clerk, NOW, type World } from "../../../test/world.ts";

/** Displays at two processes; calls come by a third, the world's own application. */
let world: World;
let siblings: Sibling[];
let desk: WaitingDesk;
let head: Clerk;
const open: Listener[] = [];
beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  head = await aHead(world, desk.office);
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const screens = (path = "") => `/api/offices/${desk.office.code}/entrance-screens${path}`;

async function aScreen(kind = "display"): Promise<{ id: string; path: string; cookie: string }> {
  const { body } = await head.ask("POST", screens(), { body: { name: "Αναμονή", kind }, key: randomUUID() });
  return { ...body, cookie: `__Host-${kind}=${body.path.split("/").at(-1)}` };
}

async function display(cookie: string, at = 0): Promise<Listener> {
  const listener = await listenTo(`${siblings[at]?.url}/display/events`, cookie);
  open.push(listener);
  return listener;
}

interface Shown {
  readonly number: string;
  readonly counter: number;
}
const shown = (listener: Listener): string[] =>
  (listener.heard.at(-1)?.data.calls ?? []).map(({ number, counter }: Shown) => `${number} ${counter}`);
const plain = (calls: readonly string[]) => calls.map((call) => call.replaceAll("\u00a0", " "));
/** Until what is shown last is that; within a second of the act */
const shows = (listener: Listener, ...calls: string[]) =>
  expect.poll(() => plain(shown(listener)), { timeout: patiently(1_000), interval: 10 }).toEqual(calls);

test("the head makes a display: its key opens its page and its stream, no other's, and no number is on the page", async () => {
  const { path, kind } = { ...(await aScreen()), kind: "display" };
  expect(path).toMatch(/^\/display\/[\w-]{43}$/);
  const browser = aCitizen(world);
  expect((await browser.see(path)).headers.location).toBe("/display");
  await desk.number();
  await desk.next(1);
  const page = await browser.see("/display");
  expect([page.status, page.text.includes("Η σειρά είναι μία.")]).toEqual([200, true]);
  expect(page.text).not.toMatch(/[ΑΒΕΚ]\s\d{3}/);
  expect((await head.ask("GET", screens())).body.screens).toMatchObject([{ kind, seenAt: expect.any(String) }]);

  const entrance = await aScreen("entrance");
  expect((await browser.see(entrance.path.replace("entrance", "display"))).status).toBe(404);
  expect((await browser.see(path.replace("display", "entrance"))).status).toBe(404);
  expect((await aCitizen(world).see("/display")).status).toBe(404);
  expect((await display(entrance.cookie.replace("entrance", "display"))).status).toBe(404);
  expect((await display("")).status).toBe(404);
  expect((await head.ask("POST", screens(), { body: { name: "Άλλη", kind: "other" }, key: randomUUID() })).status).toBe(
    400,
  );
});

test("each call is on every display of the office within a second, whichever process it has, and on no other's", async () => {
  const { cookie } = await aScreen();
  const displays = [await display(cookie, 0), await display((await aScreen()).cookie, 1)];
  const mine = desk;
  desk = await aWaitingDesk(world);
  head = await aHead(world, desk.office);
  const elsewhere = await display((await aScreen()).cookie);
  for (const one of [...displays, elsewhere]) await one.next("board");
  await mine.number();
  const { id } = await mine.booked("10:45");
  await mine.act(id, "arrival");
  await Promise.all([mine.next(1), mine.next(2)]);
  for (const one of displays) {
    await expect.poll(() => plain(shown(one)).toSorted(), { timeout: patiently(1_000), interval: 10 }).toHaveLength(2);
    expect(
      plain(shown(one))
        .map((call) => call.slice(0, 5))
        .toSorted(),
    ).toEqual(["Α 001", "Β 101"]);
  }
  expect(elsewhere.heard.flatMap(({ data }) => data.calls)).toEqual([]);
});

test("what a display receives is this and nothing more: no name, no service, no id of a visit", async () => {
  const one = await display((await aScreen()).cookie);
  const { id } = await desk.booked("10:45");
  await desk.act(id, "arrival");
  await desk.next(1);
  await shows(one, "Β 101 1");
  const { data } = one.heard.at(-1) ?? {};
  expect(data).toEqual({
    now: NOW.epochMilliseconds,
    time: "10:42",
    office: `ΚΕΠ Δοκιμής ${desk.office.code}`,
    rule: "Κάθε θυρίδα καλεί όποιον είναι εδώ με τη νωρίτερη ώρα ραντεβού ή άφιξης. Άφιξη χωρίς ραντεβού, ή πάνω από 10\u00a0λεπτά αργά, μετρά 15\u00a0λεπτά αργότερα, εκτός προτεραιότητας.",
    release: expect.stringMatching(/^[0-9a-f]{10}$/),
    calls: [
      {
        key: "Β101",
        at: NOW.epochMilliseconds,
        number: "Β\u00a0101",
        counter: 1,
        arrow: null,
        way: "",
        words: "Β\u00a0101, θυρίδα 1",
        speech: "Βήτα εκατόν ένα, θυρίδα ένα",
      },
    ],
  });
  const sent = JSON.stringify(one.heard);
  for (const word of ["Παπαδοπούλου", "Ελένη", "signature", id]) expect(sent).not.toContain(word);
});

test("a second call moves to the top and stands once; what is taken back goes", async () => {
  const one = await display((await aScreen()).cookie);
  const [first, second] = [await desk.number(), await desk.number()];
  const called = (await desk.next(1)).body.called.ticket;
  expect(called.id).toBe(first.id);
  world.now = world.now.add({ minutes: 1 });
  const other = (await desk.next(2)).body;
  expect(other.called.ticket.id).toBe(second.id);
  await shows(one, "Α 002 2", "Α 001 1");
  world.now = world.now.add({ minutes: 3 });
  await desk.onTicket(first.id, "call", called.version, { queue: 1 });
  await shows(one, "Α 001 1", "Α 002 2");
  await desk.undoNext(other.id);
  await shows(one, "Α 001 1");
});

test("a display that is removed is told so at once, and its key opens nothing", async () => {
  const { id, cookie, path } = await aScreen();
  const [mine, other] = [await display(cookie, 0), await display((await aScreen()).cookie, 1)];
  await mine.next("board");
  await head.ask("DELETE", screens(`/${id}`));
  await mine.next("gone", 0, 1_000);
  await mine.ended;
  expect((await display(cookie)).status).toBe(404);
  const browser = aCitizen(world);
  const { status, text, html } = await browser.see(path);
  expect([status, text.includes("Η οθόνη δεν χρησιμοποιείται")]).toEqual([404, true]);
  expect(html).toContain('data-state="gone"');
  await desk.number();
  await desk.next(1);
  await shows(other, "Α 001 1");
});

test("the server speaks every three seconds, and says its own time", async () => {
  const one = await display((await aScreen()).cookie);
  await one.next("board");
  world.now = NOW.add({ minutes: 1 });
  for (let beats = 1; beats <= 3; beats++) {
    const { data } = await one.next("board", one.heard.length, 3_000);
    expect(data.time).toBe("10:43");
  }
});

test("no number of yesterday, and none of hours ago once the office has closed", async () => {
  const { cookie } = await aScreen();
  await desk.number();
  await desk.next(1);
  const at = async (time: string) => {
    world.now = Temporal.Instant.from(time);
    const listener = await display(cookie);
    await listener.next("board");
    const calls = plain(shown(listener));
    listener.close();
    return calls;
  };
  expect(await at("2026-11-24T12:00:00+02:00")).toEqual(["Α 001 1"]);
  expect(await at("2026-11-24T22:00:00+02:00")).toEqual([]);
  expect(await at("2026-11-25T10:00:00+02:00")).toEqual([]);
});

test("the arrow is the queue's, and goes with an undo as it came", async () => {
  const one = await display((await aScreen()).cookie);
  await desk.number();
  await desk.next(1);
  const queue = async () =>
    (await head.ask("GET", `${desk.office.code}/queues`)).body.queues.find(
      ({ number }: { number: number }) => number === 1,
    );
  const { version } = await queue();
  const patched = await head.ask("PATCH", `${desk.office.code}/queues/1`, {
    body: { arrow: "left" },
    version,
    key: randomUUID(),
  });
  expect([patched.status, (await queue()).arrow]).toEqual([200, "left"]);
  await expect
    .poll(() => one.heard.at(-1)?.data.calls[0], { timeout: patiently(1_000), interval: 10 })
    .toMatchObject({ arrow: "left", way: "αριστερά, ", words: "Α\u00a0001, θυρίδα 1, αριστερά" });
  const { changes } = (await head.ask("GET", `${desk.office.code}/rule-changes`)).body;
  const { status } = await head.ask("POST", `${desk.office.code}/rule-changes/${changes[0].id}/undo`);
  expect(status).toBe(200);
  await expect
    .poll(() => one.heard.at(-1)?.data.calls[0], { timeout: patiently(1_000), interval: 10 })
    .toMatchObject({ arrow: null, words: "Α\u00a0001, θυρίδα 1" });
});

test.each([
  [0, "μετρά η ώρα της άφιξης."],
  [30, "μετρά 30\u00a0λεπτά αργότερα, εκτός προτεραιότητας."],
])("the rule says the office's own minutes: %d", async (minutes, words) => {
  await world.owner.query("update office set line_slack_minutes = $2 where id = $1", [desk.office.id, minutes]);
  const one = await display((await aScreen()).cookie);
  expect((await one.next("board")).data.rule).toContain(words);
});

test("one key is open in a few pages only, and whoever goes makes room", async () => {
  const { cookie } = await aScreen();
  const pages = [];
  for (let page = 0; page < 5; page++) pages.push(await display(cookie));
  expect((await display(cookie)).status).toBe(429);
  pages[0]?.close();
  await expect.poll(async () => (await display(cookie)).status).toBe(200);
});
