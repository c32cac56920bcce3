import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { anEntranceScreen } from "../../../test/entrance-screen.ts";
import { aPrinter, askAsPrinter, type TestPrinter } from "../../../test/printer.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** Printers of other makers: by their protocol, in the one line. */

let world: World;
let desk: WaitingDesk;
let printer: TestPrinter;
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query(
    "update service set entrance_group = case code when 'vehicle' then 'vehicles' else 'certificates' end",
  );
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  printer = await aPrinter(world, desk.office);
});

const rows = async (statement: string) => (await world.owner.query(statement, [desk.office.id])).rows;
const tickets = () =>
  rows(
    "select letter || lpad(number::text, 3, '0') as number, service, service_group, issued_by, status from ticket where office_id = $1 order by issued_at, number",
  );
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const placeAt = async (qr: string) => plain((await aCitizen(world).see(new URL(qr).pathname)).text);
const refusal = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

test("a press is the day's next number, with lines for 80 millimetres and the way to the own place", async () => {
  await desk.number();
  const { status, body } = await printer.press();
  expect([status, body.number, body.group, body.ahead, body.direction]).toEqual([
    201,
    "Α002",
    "certificates",
    1,
    "ltr",
  ]);
  expect(body.lines.every(({ text }: { text: string }) => text.length <= 42)).toBe(true);
  expect(body.lines.find(({ size }: { size: string }) => size === "large")).toEqual({ text: "Α 002", size: "large" });
  const said = body.lines.map(({ text }: { text: string }) => text).join(" ");
  expect(said).toContain("Μπροστά σας: 1 άτομο");
  expect(said).toContain("Ο αριθμός μετρά σαν ραντεβού για τις 10:57.");
  expect(await placeAt(body.qr)).toContain("Α 002");
  expect(await tickets()).toEqual([
    expect.objectContaining({ number: "Α001" }),
    { number: "Α002", service: null, service_group: "certificates", issued_by: null, status: "arrived" },
  ]);
});

test("ten repeats at once, one a minute later, and one after a restart are one number with one address", async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => printer.press(key)));
  world.now = world.now.add({ minutes: 1 });
  const restarted = await world.another();
  const late = await askAsPrinter({ app: restarted }, printer.key, "POST", "numbers", {
    key,
    body: { group: "certificates", pressedSecondsAgo: 3_000 },
  });
  const all = [...answers, late].map(({ status, body }) => `${status} ${body.number} ${body.qr}`);
  expect(new Set(all).size).toBe(1);
  expect(late.headers["idempotency-replayed"]).toBe("true");
  expect(await tickets()).toHaveLength(1);
});

test("the same key for another group is refused, and the same of another device is another press", async () => {
  const other = await aPrinter(world, desk.office);
  const key = randomUUID();
  await printer.press(key);
  expect(refusal(await printer.press(key, { group: "vehicles" }))).toEqual([422, "idempotency-key-reused"]);
  expect((await other.press(key)).body.number).toBe("Α002");
  expect(refusal(await printer.ask("POST", "numbers", { body: { group: "other" } }))).toEqual([
    428,
    "idempotency-key-missing",
  ]);
  expect(await tickets()).toHaveLength(2);
});

test("a press of long ago gets no new number, and one of another day is none of today's", async () => {
  const key = randomUUID();
  expect(refusal(await printer.press(key, { pressedSecondsAgo: 121 }))).toEqual([409, "press-too-old"]);
  const first = await printer.press(key, { pressedSecondsAgo: 120 });
  expect(first.status).toBe(201);
  world.now = world.now.add({ hours: 24 });
  expect(refusal(await printer.press(key, { pressedSecondsAgo: 80_000 }))).toEqual([409, "press-too-old"]);
});

test("a full day is noted once a press, not once a repeat, and the paper says what else can be done", async () => {
  await world.owner.query("update queue_hours set closes_minute = 645 where office_id = $1", [desk.office.id]);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 5 }, () => printer.press(key)));
  expect(answers.map(refusal)).toEqual(Array.from({ length: 5 }, () => [409, "day-full"]));
  const lines = answers[0]?.body.lines.map(({ text }: { text: string }) => text).join(" ");
  expect(lines).toContain("Δεν δίνονται άλλοι αριθμοί σήμερα");
  expect(lines).toContain("Κλείστε ραντεβού");
  expect(answers[0]?.body.qr).toMatch(/\/line\/[\w-]{43}$/);
  expect((await printer.press()).status).toBe(409);
  expect((await tickets()).map(({ status }) => status)).toEqual(["turned-away", "turned-away"]);
  expect((await printer.ask("GET", "groups")).body).toMatchObject({ closed: "day-full" });
});

test("numbers switched off, no paper, and a group that this office lacks give none, and note nothing", async () => {
  await world.owner.query("update office set tickets_at_entrance = false where id = $1", [desk.office.id]);
  expect(refusal(await printer.press())).toEqual([409, "numbers-off"]);
  const { body } = await printer.ask("GET", "groups");
  expect([body.closed, body.languages[0].closed]).toEqual([
    "numbers-off",
    expect.stringContaining("Ρωτήστε στη θυρίδα"),
  ]);
  await world.owner.query("update office set tickets_at_entrance = true where id = $1", [desk.office.id]);
  const key = randomUUID();
  await printer.press(key);
  await printer.beat({ paper: "out" });
  expect(refusal(await printer.press())).toEqual([409, "paper-out"]);
  expect((await printer.press(key)).status).toBe(201);
  await printer.beat({ paper: "low" });
  // The catalogue of tests has no service of that group.
  const refused = await printer.press(randomUUID(), { group: "benefits" });
  expect([refused.status, refused.body.errors]).toMatchObject([422, [{ field: "group", code: "group-not-offered" }]]);
  expect((await printer.press(randomUUID(), { group: "of-others" })).status).toBe(400);
  expect(await tickets()).toHaveLength(1);
});

test("a key that is none, a screen's, another office's, or was taken away opens nothing", async () => {
  const screen = await anEntranceScreen(world, desk.office);
  const screenKey = `visits_printer_${screen.kept("__Host-entrance")}`;
  for (const key of [null, "visits_printer_", screenKey, printer.key.slice("visits_printer_".length)]) {
    const asked = [
      askAsPrinter(world, key, "GET", "groups"),
      askAsPrinter(world, key, "POST", "numbers/withdrawal", { key: randomUUID() }),
      askAsPrinter(world, key, "POST", `prints/${randomUUID()}/done`),
    ];
    for (const answer of await Promise.all(asked)) expect(refusal(answer)).toEqual([401, "printer-key-unknown"]);
  }
  await printer.head.ask("DELETE", `/api/offices/${desk.office.code}/entrance-screens/${printer.id}`);
  const asked = [printer.press(), printer.beat(), printer.ask("GET", "groups")];
  for (const answer of await Promise.all(asked)) expect(refusal(answer)).toEqual([401, "printer-key-unknown"]);
  expect(await tickets()).toEqual([]);
});

test("an opening with sixty who press within the minute is served, thirty who try on after that are not", async () => {
  const give = async (count: number) => {
    const statuses: number[] = [];
    for (let person = 0; person < count; person++) statuses.push((await printer.press()).status);
    return statuses;
  };
  await world.owner.query("update queue_hours set closes_minute = 1439 where office_id = $1", [desk.office.id]);
  expect(new Set(await give(60))).toEqual(new Set([201]));
  const key = randomUUID();
  await printer.press(key);
  expect((await give(30)).filter((status) => status === 429)).toHaveLength(1);
  // Who has a number is answered all the same.
  expect((await printer.press(key)).status).toBe(201);
});

test("a number that came on no paper is taken back, once, and only until a counter has called it", async () => {
  const key = randomUUID();
  const back = (of: string) => printer.ask("POST", "numbers/withdrawal", { key: of });
  await printer.press(key);
  expect([(await back(key)).body, (await back(key)).body]).toEqual([{ withdrawn: true }, { withdrawn: false }]);
  expect(refusal(await printer.press(key))).toEqual([409, "number-withdrawn"]);
  const next = randomUUID();
  expect((await printer.press(next)).body.number).toBe("Α002");
  const [waiting] = (await desk.tickets()).filter(({ number }: { number: string }) => number === "Α002");
  await desk.onTicket(waiting.id, "call", 1, { queue: 1 });
  expect((await back(next)).body).toEqual({ withdrawn: false });
  expect((await back("never pressed".replaceAll(" ", "-"))).body).toEqual({ withdrawn: false });
  expect((await tickets()).map(({ status }) => status)).toEqual(["withdrawn", "arrived"]);
});

test("buttons, rule and lines come in the languages of the office's citizens, and a language that is off is refused", async () => {
  const { body } = await printer.ask("GET", "groups");
  expect(body.languages.map(({ language }: { language: string }) => language)).toEqual(["el", "en"]);
  expect(body).toMatchObject({ closed: null, waiting: 0 });
  expect(body.languages[1].buttons).toContainEqual({ group: "other", text: "Something else" });
  expect(plain(body.languages[0].rule)).toContain("15 λεπτά αργότερα");
  const { body: given } = await printer.press(randomUUID(), { language: "en" });
  expect(given.lines.map(({ text }: { text: string }) => text).join(" ")).toContain("Ahead of you");
  expect(new URL(given.qr).pathname).toMatch(/^\/en\/line\//);
  const refused = await printer.press(randomUUID(), { language: "sq" });
  expect(refused.body.errors).toMatchObject([{ field: "language", code: "language-not-offered" }]);
});

test("the contract has no field for a name or a service, whatever the line holds", async () => {
  await desk.booked("10:45", { lastName: "Μυστική" });
  await desk.number();
  const answers = [await printer.ask("GET", "groups"), await printer.press(), await printer.beat()];
  expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/Μυστικ|signature"|lastName|service/);
});

test("the head sees when it was heard, its paper and software, and that it has gone silent", async () => {
  const list = async () =>
    (await printer.head.ask("GET", `/api/offices/${desk.office.code}/entrance-screens`)).body.screens[0];
  await printer.beat({ paper: "low", software: " Εκτύπωσις  2.1 " });
  expect(await list()).toMatchObject({ kind: "printer", paper: "low", software: "Εκτύπωσις 2.1", silentMinutes: null });
  world.now = world.now.add({ minutes: 12 });
  expect(await list()).toMatchObject({ silentMinutes: 12 });
  expect((await printer.beat({ software: "" })).body.errors).toMatchObject([{ field: "software" }]);
  expect((await printer.beat({ software: "x".repeat(81) })).status).toBe(422);
  const { body } = await printer.beat();
  expect(body).toMatchObject({ time: expect.stringMatching(/^2026-11-24T10:54:00.*\+02:00$/), prints: [] });
  expect(await list()).toMatchObject({ silentMinutes: null });
});
