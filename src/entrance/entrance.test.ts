import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { aCitizen, type Citizen } from "../../test/citizen.ts";
import { aHead } from "../../test/office-head.ts";
import { aWorld, type Clerk, NOW, type World } from "../../test/world.ts";

/** Arrival by code: at the screen of an office's entrance, and by a scanner at the counter. */

let world: World;
let desk: BookingDesk;
let head: Clerk;
let screen: Citizen;
/** Tuesday */
const TODAY = "2026-11-24";
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aBookingDesk(world);
  head = await aHead(world, desk.office);
  screen = aCitizen(world);
});

const screens = (path = "") => `/api/offices/${desk.office.code}/entrance-screens${path}`;
const clock = (time: string) => {
  world.now = Temporal.PlainDateTime.from(`${TODAY}T${time}`).toZonedDateTime("Europe/Athens").toInstant();
};

const add = (body: { name: string }, key: string = randomUUID()) => head.ask("POST", screens(), { body, key });

async function opened(name = "Είσοδος"): Promise<{ id: string; path: string }> {
  const { body } = await add({ name });
  await screen.see(body.path);
  return body;
}

async function booked(time: string, date = TODAY): Promise<{ id: string; code: string }> {
  const { id, reference } = await desk.booked(time, { date });
  return { id, code: reference };
}

const statusOf = async (id: string) =>
  (await world.owner.query("select status from appointment where id = $1", [id])).rows[0].status;
const press = (code: string) => screen.send("/entrance", { code, ok: "1" });

test("the head makes a screen, whose address is told once; a clerk does not, and another office's head sees none of it", async () => {
  const made = await add({ name: "  Κεντρική   είσοδος " });
  expect([made.status, made.body.name, made.body.seenAt]).toEqual([201, "Κεντρική είσοδος", null]);
  expect(made.body.path).toMatch(/^\/entrance\/[\w-]{43}$/);
  const listed = (await head.ask("GET", screens())).body.screens;
  const { path: _path, key: _key, ...screen } = made.body;
  expect(listed).toEqual([screen]);
  expect((await desk.clerk.ask("GET", screens())).status).toBe(403);
  const other = await aHead(world, await world.anOffice());
  expect((await other.ask("GET", screens())).status).toBe(404);
  expect((await other.ask("DELETE", screens(`/${made.body.id}`))).status).toBe(404);
  expect((await add({ name: " " })).body.errors[0].code).toBe("field-required");
  const { rows } = await world.owner.query("select token_hash from entrance_screen where id = $1", [made.body.id]);
  expect(rows[0].token_hash).toHaveLength(32);
  for (let more = 0; more < 9; more++) await add({ name: `${more}` });
  expect((await add({ name: "Ενδέκατη" })).body.code).toBe("screens-full");
});

test("asked again with the same key, one screen is there, and its address is told and stored no more", async () => {
  const [one, two] = await Promise.all([1, 2].map(() => add({ name: "Είσοδος" }, "same")));
  const [first, again] = one?.body.path ? [one, two] : [two, one];
  expect([again?.status, again?.body]).toEqual([201, { ...first?.body, path: null }]);
  expect((await head.ask("GET", screens())).body.screens).toHaveLength(1);
  const { rows } = await world.owner.query(
    "select response::text as stored from idempotency_key where office_id = $1",
    [desk.office.id],
  );
  expect(rows.map(({ stored }) => stored.includes("/entrance/"))).toEqual([false]);
});

test("an office has ten screens, and is told so by whoever would be the eleventh", async () => {
  const added = [];
  for (let number = 1; number <= 11; number++) added.push(await add({ name: `Οθόνη ${number}` }));
  expect(added.map(({ status }) => status)).toEqual([...Array(10).fill(201), 409]);
  expect(added.at(-1)?.body).toMatchObject({ code: "screens-full", title: expect.stringContaining("10\u00a0οθόνες") });
  expect((await head.ask("GET", screens())).body.screens).toHaveLength(10);
});

test("half a character in its name is a word at the field", async () => {
  const { status, body } = await add({ name: "α\ud800" });
  expect([status, body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: "name", code: "field-control-characters" })],
  ]);
});

test("the screen keeps its key to itself, shows no names, and is nothing once it is removed", async () => {
  const { id, path } = await opened();
  const { code } = await booked("10:45");
  const first = await screen.see("/entrance");
  expect([first.status, first.text.includes("Καλώς ήρθατε. Έχετε ραντεβού;")]).toEqual([200, true]);
  expect(first.html).not.toContain(path);
  expect((await press(code)).text).not.toContain("Παπαδοπούλου");
  expect((await head.ask("GET", screens())).body.screens[0].seenAt).not.toBeNull();
  expect((await head.ask("DELETE", screens(`/${id}`))).status).toBe(200);
  expect([(await screen.see("/entrance")).status, (await press(code)).status]).toEqual([404, 404]);
  expect((await aCitizen(world).see(path)).status).toBe(404);
});

test("nine digits, however they are parted, note the arrival once, and the history says where", async () => {
  await opened();
  const { id, code } = await booked("10:45");
  const noted = await press(code.replace(/(\d{3})(?=\d)/g, "$1 "));
  expect(noted.text).toContain("Σημειώσαμε ότι ήρθατε Το ραντεβού σας είναι στις 10:45.");
  expect(noted.html).toContain('data-clears="20" data-first="/entrance"');
  expect(await statusOf(id)).toBe("arrived");
  expect((await press(code)).text).toContain("Σημειώσαμε ότι ήρθατε");
  const arrivals = (await desk.history(id)).filter(({ kind }: { kind: string }) => kind === "arrived");
  expect(arrivals.map(({ by }: { by: null }) => by)).toEqual([null]);
});

test("what is unknown, of another day, another office or over answers alike, and changes nothing", async () => {
  await opened();
  const tomorrow = await booked("10:00", "2026-11-25");
  const elsewhere = await aBookingDesk(world);
  const theirs = await elsewhere.booked("11:00");
  const gone = await booked("11:30");
  await desk.act(gone.id, "cancellation", { body: {}, version: 1 });
  const answers = [];
  for (const code of ["000000000", tomorrow.code, theirs.reference, gone.code]) {
    const { status, html } = await press(code);
    answers.push([status, html.replace(/value="[^"]*" autofocus/, "")]);
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]?.[0]).toBe(422);
  expect([await statusOf(tomorrow.id), await statusOf(theirs.id)]).toEqual(["booked", "booked"]);
});

test("fewer than nine digits are no wrong code: all nine are asked for, and no try is counted", async () => {
  await opened();
  for (const typed of ["", "12345", "x", ...Array(30).fill("1")]) {
    const { status, text } = await press(typed);
    expect([status, text.includes("Γράψτε και τα 9 ψηφία του κωδικού.")]).toEqual([422, true]);
    expect(text).not.toContain("Ο κωδικός δεν αναγνωρίστηκε");
  }
  expect((await press("000000000")).status).toBe(422);
});

test("whatever language somebody read, the next one finds the start in Greek", async () => {
  await opened();
  const clears = (html: string) => /data-clears="(\d+)" data-first="([^"]*)"/.exec(html)?.slice(1);
  expect(clears((await screen.see("/entrance")).html)).toBeUndefined();
  expect(clears((await screen.see("/en/entrance")).html)).toEqual(["60", "/entrance"]);
  const { code } = await booked("10:45");
  const { html } = await screen.send("/en/entrance", { code, ok: "1" });
  expect(clears(html)).toEqual(["20", "/entrance"]);
  expect(/<a class="button" href="([^"]*)">End</.exec(html)?.[1]).toBe("/entrance");
});

test("early and late are as the office says: told with the time, and left to the counter", async () => {
  await opened();
  await world.owner.query("update office set arrival_early_minutes = 20, arrival_late_minutes = 5 where id = $1", [
    desk.office.id,
  ]);
  const { id, code } = await booked("12:00");
  const last = await booked("12:15");
  clock("11:39");
  expect((await press(code)).text).toContain(
    "Είναι νωρίς ακόμη Το ραντεβού σας είναι στις 12:00. Δείξτε ξανά τον κωδικό από τις 11:40.",
  );
  clock("12:06");
  expect((await press(code)).text).toContain("Η ώρα του ραντεβού σας πέρασε");
  expect(await statusOf(id)).toBe("booked");
  clock("11:40");
  expect((await press(code)).text).toContain("Σημειώσαμε ότι ήρθατε");
  clock("12:20");
  expect((await press(last.code)).text).toContain("Σημειώσαμε ότι ήρθατε");
});

test("without a script each key is a page, and the last digit can be taken back", async () => {
  await opened();
  const typed = async (code: string, digit: string) =>
    /id="code"[^>]*value="(\d*)"/.exec((await screen.send("/entrance", { code, digit })).html)?.[1];
  expect([await typed("", "4"), await typed("4", "8"), await typed("48", "x"), await typed("", "x")]).toEqual([
    "4",
    "48",
    "4",
    "",
  ]);
});

test("the key that deletes is drawn as one, not as the way back", async () => {
  await opened();
  const [, key] =
    /aria-label="Σβήσιμο τελευταίου ψηφίου">(.*?)<\/button>/.exec((await screen.see("/entrance")).html) ?? [];
  expect(key).toContain("M9.5 8l4 4M13.5 8l-4 4");
  expect(key).not.toContain("flip");
});

test("without a script too nine digits are all, and the first after a code that was refused begins another", async () => {
  await opened();
  const typed = async (fields: Readonly<Record<string, string>>) =>
    /id="code"[^>]*value="([^"]*)"/.exec((await screen.send("/entrance", fields)).html)?.[1]?.replaceAll(/\D/g, "");
  expect(await typed({ code: "123456789", digit: "4" })).toBe("123456789");
  expect((await press("123456789")).html).toContain('name="refused" value="1"');
  expect(await typed({ code: "123456789", refused: "1", digit: "4" })).toBe("4");
  expect(await typed({ code: "123456789", refused: "1", digit: "x" })).toBe("12345678");
});

test("codes are not tried faster than people follow each other through a door", async () => {
  await opened();
  const answers = [];
  for (let guess = 0; guess < 31; guess++) answers.push((await press(String(100_000_000 + guess))).status);
  expect(answers.filter((status) => status === 429)).toHaveLength(1);
  const other = aCitizen(world);
  await other.see((await add({ name: "Δεύτερη" })).body.path);
  expect((await other.send("/entrance", { code: "100000000", ok: "1" })).status).toBe(422);
});

test("what goes wrong is said by the screen itself, which leads nowhere else and tries again", async () => {
  const { id } = await opened();
  let refused = await press("100000000");
  for (let guess = 1; guess < 31; guess++) refused = await press(String(100_000_000 + guess));
  await head.ask("DELETE", screens(`/${id}`));
  const removed = await screen.see("/entrance");
  expect([refused.status, removed.status]).toEqual([429, 404]);
  expect(refused.text).toContain("Δοκιμάστε ξανά σε ένα λεπτό");
  expect(removed.text).toContain("Η οθόνη δεν χρησιμοποιείται");
  expect((await screen.see("/en/entrance")).text).toContain("This screen is not in use Ask at the counter.");
  for (const { html, text } of [refused, removed]) {
    expect(text).toContain("Ρωτήστε στη θυρίδα.");
    expect(html).toContain('data-clears="60" data-first="/entrance"');
    expect(html).not.toMatch(/<a [^>]*href="(?!\/entrance")/);
  }
});

test("two who press at once note one arrival", async () => {
  await opened();
  const { id, code } = await booked("10:45");
  const pages = await Promise.all([1, 2, 3].map(() => press(code)));
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { rows } = await world.owner.query(
    "select from appointment_event where appointment_id = $1 and kind = 'arrived'",
    [id],
  );
  expect(rows).toHaveLength(1);
});

test("a scanner at the counter notes it at any minute of the day, and says when there is none", async () => {
  const { id, code } = await booked("13:00");
  const scan = (text: string) =>
    desk.clerk.ask("POST", `/api/offices/${desk.office.code}/arrivals`, { body: { code: text } });
  const arrived = await scan(code);
  expect([arrived.status, arrived.body]).toMatchObject([
    200,
    { appointment: { id, status: "arrived" }, isFirst: true },
  ]);
  await desk.act(id, "service-start");
  expect((await scan(code)).body).toMatchObject({ appointment: { id, status: "in-service" }, isFirst: false });
  expect((await scan("111111111")).body.code).toBe("code-not-today");
  expect((await scan("11")).body.errors).toMatchObject([{ field: "code", code: "reference-incomplete" }]);
  const stranger = await world.aClerk(await world.anOffice());
  expect((await stranger.ask("POST", `/api/offices/${desk.office.code}/arrivals`, { body: { code } })).status).toBe(
    404,
  );
});
