import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen, type Page } from "../../../test/citizen.ts";
import { aHead } from "../../../test/office-head.ts";
import { aVisitDesk, SITE, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";
import { clockText } from "../../platform/time.ts";

/** Whoever holds many times and confirms none works for each, or shows who asks first; nobody is turned away. */
let world: World;
let desk: VisitDesk;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld({ TRUST_PROXY: "127.0.0.1", PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
  office = desk.office;
  await heldPercent(5);
});

const DATE = "2026-11-25";
const heldPercent = (percent: number) =>
  world.owner.query("update office set online_held_percent = $2 where id = $1", [office.id, percent]);
let network = 0;
const from = (ip: string) => aCitizen(world, { "x-forwarded-for": ip });
const newNetwork = () => `203.0.${++network}`;
const hold = (citizen: Citizen, time: string, more: Readonly<Record<string, string>> = {}) =>
  citizen.send(`/book/offices/${office.code}/hold`, { service: "signature", at: `${DATE}T${time}`, ...more });
const isHeld = ({ headers }: Page) => headers.location === "/book/who";
const said = { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" };
const held = async () =>
  (await world.owner.query("select from appointment where office_id = $1 and status = 'held'", [office.id])).rows
    .length;

/** So that a place is left where one is held. */
async function secondQueue(): Promise<void> {
  await world.owner.query(
    `insert into queue (office_id, number, name, is_default, is_active, is_public, slot_minutes)
     values ($1, 2, 'Ουρά 2', false, true, true, 15)`,
    [office.id],
  );
  await world.owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, 2, weekday, 480, 900 from generate_series(1, 7) as weekday`,
    [office.id],
  );
}

/** What the page's script does. */
async function proofOf({ html }: Page): Promise<string> {
  const [, challenge = ""] = /data-challenge="([^"]*)"/.exec(html) ?? [];
  const given = JSON.parse(challenge.replaceAll("&quot;", '"'));
  const solution = await solveChallenge({ challenge: given, deriveKey });
  return Buffer.from(JSON.stringify({ challenge: given, solution })).toString("base64");
}

/** As many as tell nothing of an address. */
const tenOf = async (ip: string) => {
  const citizens = Array.from({ length: 10 }, (_, index) => ({ citizen: from(ip), time: clockText(480 + 15 * index) }));
  for (const { citizen, time } of citizens) expect(isHeld(await hold(citizen, time))).toBe(true);
  return citizens;
};

test("ten forms of an address are held at once; for one more it works, and what it computed is good once", async () => {
  await heldPercent(100);
  await secondQueue();
  const ip = `${newNetwork()}.7`;
  await tenOf(ip);
  const eleventh = from(ip);
  const asked = await hold(eleventh, "10:45");
  expect([asked.status, asked.text]).toEqual([409, expect.stringContaining("Ένα λεπτό ακόμη")]);
  expect(await held()).toBe(10);
  const proof = await proofOf(asked);
  expect(isHeld(await hold(eleventh, "10:45", { proof }))).toBe(true);
  expect((await hold(from(ip), "10:45", { proof })).text).toContain("Ένα λεπτό ακόμη");
  const together = await hold(from(ip), "11:15");
  const both = await proofOf(together);
  const pages = await Promise.all([1, 2].map(() => hold(from(ip), "11:15", { proof: both })));
  expect(pages.filter(isHeld)).toHaveLength(1);
  expect(pages.find((page) => !isHeld(page))?.text).toContain("Ένα λεπτό ακόμη");
  expect((await hold(from(ip), "11:00", { proof })).text).toContain("Ένα λεπτό ακόμη");
  expect((await hold(from(ip), "11:00", { proof: "x" })).text).toContain("Ένα λεπτό ακόμη");
  expect(isHeld(await hold(from(`${newNetwork()}.7`), "11:00"))).toBe(true);
});

test("those who confirm make it easy again for all behind their address", async () => {
  await heldPercent(100);
  await world.owner.query("update office set online_by_phone = true where id = $1", [office.id]);
  const ip = `${newNetwork()}.7`;
  const [first] = await tenOf(ip);
  expect(isHeld(await hold(from(ip), "11:00"))).toBe(false);
  const { citizen } = first as { citizen: Citizen };
  await citizen.send("/book/who", said);
  await citizen.confirm({ how: "phone", phone: `69440${office.code}1` });
  expect(isHeld(await hold(from(ip), "11:00"))).toBe(true);
});

test("of a day no more than its share is held: who comes then is held once it is known who asks", async () => {
  const networks = () => from(`${newNetwork()}.7`);
  const page = `/book/offices/${office.code}/days/${DATE}?service=signature`;
  // In a small office a fifth of its 28 places: nobody is asked for anything, script or not.
  for (const time of ["09:00", "09:15", "09:30", "09:45", "10:00"]) {
    expect((await from(`${newNetwork()}.7`).see(page)).text).toContain("Μόλις επιλέξετε, κρατάμε την ώρα");
    expect(isHeld(await hold(networks(), time))).toBe(true);
  }
  const citizen = networks();
  // It is said before, and not after.
  await expect.poll(async () => (await citizen.see(page)).text).toContain("Η ώρα γίνεται δική σας μόλις επιβεβαιώσετε");
  const asked = await hold(citizen, "11:00");
  expect([asked.status, asked.text]).toEqual([409, expect.stringContaining("Η ώρα 11:00 κρατιέται μόλις φανεί ποιος")]);
  expect(asked.html).not.toContain("data-challenge");
  expect(isHeld(await hold(citizen, "11:00", { later: "1" }))).toBe(true);
  expect(await held()).toBe(5);
  const who = await citizen.see("/book/who");
  expect(who.text).toContain("Δεν κρατάμε ακόμη την ώρα:");
  await citizen.send("/book/who", said);
  const email = `fani${office.code}@example.gr`;
  expect((await citizen.confirm({ how: "email", email })).headers.location).toBe("/book/sent");
  expect((await citizen.see("/book/sent")).text).toContain("αν η ώρα είναι ακόμη ελεύθερη");
  await desk.delivered(0);
  expect(desk.smtp.messages(email).at(-1)?.text).toContain("Η ώρα κρατιέται μόλις πατήσετε το κουμπί");
  const link = desk.linkTo(email);
  expect((await citizen.see(link)).text).toContain("Η ώρα κρατιέται μόλις πατήσετε το κουμπί");
  expect(await held()).toBe(5);
  const confirmed = await desk.press(link, "confirm", {}, "");
  expect(confirmed.headers.location).toMatch(/^\/link\/[\w-]+\/done$/);
  expect((await citizen.see(confirmed.headers.location as string)).text).toContain("11:00");
});

test("where somebody took it meanwhile, the link offers the nearest times, and one of them is held and confirmed", async () => {
  const citizen = from(`${newNetwork()}.7`);
  expect(isHeld(await hold(citizen, "11:00", { later: "1" }))).toBe(true);
  await citizen.send("/book/who", said);
  const email = `fani2${office.code}@example.gr`;
  await citizen.confirm({ how: "email", email });
  expect(isHeld(await hold(from(`${newNetwork()}.7`), "11:00"))).toBe(true);
  await desk.delivered(0);
  const link = desk.linkTo(email);
  expect((await citizen.see(link)).text).toContain("δόθηκε");
  expect((await desk.press(link, "confirm", {}, "")).headers.location).toBe(link);
  await desk.press(link, "again", { at: `${DATE}T11:15` }, "");
  const confirmed = await desk.press(link, "confirm", {}, "");
  expect((await citizen.see(confirmed.headers.location as string)).text).toContain("11:15");
});

test("a telephone number shows nothing of who asks for a time that is not held", async () => {
  await world.owner.query("update office set online_by_phone = true where id = $1", [office.id]);
  const citizen = from(`${newNetwork()}.7`);
  await hold(citizen, "11:00", { later: "1" });
  await citizen.send("/book/who", said);
  expect((await citizen.see("/book/check")).text).not.toContain("Μόνο με τηλέφωνο");
  const refused = await citizen.confirm({ how: "phone", phone: `69440${office.code}2` });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Επιλέξτε πώς θα επιβεβαιώσετε")]);
});

test("a temporary mailbox is told at its field, and confirms nothing", async () => {
  const citizen = from(`${newNetwork()}.7`);
  await hold(citizen, "11:00");
  await citizen.send("/book/who", said);
  const refused = await citizen.confirm({ how: "email", email: "fani@mailinator.com" });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Αυτό το e-mail είναι προσωρινό")]);
  // Some of these live on slips of the hand: whoever meant another one is asked, not refused.
  const slip = await citizen.confirm({ how: "email", email: `fani${office.code}@gmial.com` });
  expect(slip.headers.location).toBe("/book/sent");
  expect((await citizen.see("/book/sent")).text).toContain(`Μήπως εννοείτε fani${office.code}@gmail.com`);
  const fixed = await citizen.send("/book/address", { email: "fani@x.mailinator.com", asTyped: "1" });
  expect([fixed.status, fixed.text]).toEqual([422, expect.stringContaining("Αυτό το e-mail είναι προσωρινό")]);
});

test("of domains from which nobody has come yet a day takes three visits; once one has come, as many as of any other", async () => {
  const domain = `d${office.code}.example`;
  const times = ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15"];
  const book = async (email: string) => {
    const [time = ""] = times.splice(0, 1);
    const citizen = from(`${newNetwork()}.7`);
    await hold(citizen, time, { later: "1" });
    await citizen.send("/book/who", said);
    const page = await citizen.confirm({ how: "email", email });
    if (page.status === 422) return page.text;
    await desk.delivered(0);
    return (await desk.press(desk.linkTo(email), "confirm", {}, "")).headers.location;
  };
  for (const name of ["a", "b"]) expect(await book(`${name}@${domain}`)).toMatch(/done$/);
  expect(await book(`c@other-${domain}`)).toMatch(/done$/);
  expect(await book(`d@${domain}`)).toContain("δεν δίνονται άλλες ώρες");
  expect(await book(`e${office.code}@gmail.com`)).toMatch(/done$/);
  await world.owner.query(`update appointment set status = 'served' where office_id = $1 and email = $2`, [
    office.id,
    `a@${domain}`,
  ]);
  expect(await book(`f@${domain}`)).toMatch(/done$/);
});

test("what was asked for while there was room is refused where others were faster, and says what else there is", async () => {
  const domain = `late${office.code}.example`;
  const links: string[] = [];
  for (const [index, time] of ["09:00", "09:15", "09:30", "09:45"].entries()) {
    const citizen = from(`${newNetwork()}.7`);
    await hold(citizen, time, { later: "1" });
    await citizen.send("/book/who", said);
    await citizen.confirm({ how: "email", email: `${index}@${domain}` });
    await desk.delivered(0);
    links.push(desk.linkTo(`${index}@${domain}`));
  }
  const pages: Page[] = [];
  for (const link of links) pages.push(await desk.press(link, "confirm", {}, ""));
  expect(pages.map(({ status }) => status)).toEqual([303, 303, 303, 409]);
  expect(pages[3]?.text).toContain("Επιβεβαιώστε με TAXISnet ή με άλλο e-mail, ή καλέστε το ΚΕΠ.");
});

test("the head sees in numbers what was asked and refused, of the own office and of the last seven days; a clerk does not", async () => {
  const counts = async () => {
    const head = await aHead(world, office);
    const { body } = await head.ask("GET", `${office.code}/hoarding`);
    return Object.fromEntries(body.counts.map(({ what, count }: Counted) => [what, count]));
  };
  expect(await counts()).toEqual({});
  const ip = `${newNetwork()}.7`;
  await heldPercent(100);
  for (let each = 0; each < 12; each++) await hold(from(ip), clockText(480 + 15 * each));
  await heldPercent(5);
  const citizen = from(`${newNetwork()}.7`);
  await hold(citizen, "12:00");
  await hold(citizen, "12:00", { later: "1" });
  await citizen.send("/book/who", said);
  await citizen.confirm({ how: "email", email: "fani@mailinator.com" });
  expect(await counts()).toEqual({ work: 2, email: 1, "temporary-email": 1 });
  world.now = NOW.add({ hours: 24 * 6 });
  expect(await counts()).toEqual({ work: 2, email: 1, "temporary-email": 1 });
  world.now = NOW.add({ hours: 24 * 7 });
  expect(await counts()).toEqual({});
  world.now = NOW;
  const clerk = await world.aClerk(office);
  expect((await clerk.ask("GET", `${office.code}/hoarding`)).status).toBe(403);
  const stranger = await world.aClerk(await world.anOffice());
  expect((await stranger.ask("GET", `${office.code}/hoarding`)).status).toBe(404);
});

interface Counted {
  readonly what: string;
  readonly count: number;
}
