import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { anEntranceScreen, type EntranceScreen } from "../../../test/entrance-screen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import { cacheTallies } from "../../platform/cache.ts";

/** A day that has no room for more says what one can do instead, at the entrance and on the own phone alike. */

let world: World;
let desk: WaitingDesk;
let screen: EntranceScreen;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());

const clock = (time: string) => {
  world.now = Temporal.PlainDateTime.from(`2026-11-24T${time}`).toZonedDateTime("Europe/Athens").toInstant();
};
let far = 0;
beforeEach(async () => {
  clock("10:42");
  desk = await aWaitingDesk(world);
  screen = await anEntranceScreen(world, desk.office);
  await world.owner.query("update queue set is_public = true where office_id = $1", [desk.office.id]);
  // Each test is in a town of its own.
  await lies(desk.office, 35 + ++far, 25);
  clock("14:58");
});

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const lies = (office: TestOffice, latitude: number, longitude: number) =>
  world.owner.query("update office set latitude = $2, longitude = $3, phone = '+302105550100' where id = $1", [
    office.id,
    latitude,
    longitude,
  ]);
/** Open longer, with a screen at its entrance, so many degrees to the north. */
async function aNeighbour(north: number, wish: { readonly closes?: number } = {}) {
  const office = await world.anOffice({ closes: 1140, ...wish });
  await lies(office, 35 + far + north, 25);
  await anEntranceScreen(world, office);
  return office;
}
async function turnedAway(group?: string, language?: string) {
  const page = await screen.take(group, language);
  const phone = await aCitizen(world).see(`${language ?? ""}/line/${screen.key()}`);
  return { page: plain(page.text), phone, html: page.html };
}

test("the first free time of the office is named with its length, at the screen and on the phone", async () => {
  const { page, phone } = await turnedAway();
  expect(page).toContain("Δεν δίνονται άλλοι αριθμοί σήμερα");
  const first =
    /Ραντεβού εδώ: αύριο, Τετάρτη, στις \d\d:\d\d Η πρώτη ελεύθερη ώρα για επίσκεψη έως 10 λεπτά\. Τηλέφωνο: 210 555 0100\./;
  expect(page).toMatch(first);
  expect(plain(phone.text)).toMatch(first);
  expect(phone.status).toBe(200);
  expect(phone.html).toContain(`href="/book/services?office=${desk.office.code}"`);
  expect(page).not.toContain("ανοιχτό έως");
});

test("it is the time that a citizen's page offers, for the longest of what they pressed for", async () => {
  await world.owner.query(`insert into service (code, name, short_name, name_en, minutes, entrance_group) values
    ('plates', 'Πινακίδες', 'Πινακίδες', 'Plates', 10, 'vehicles'), ('slow', 'Αργή', 'Αργή', 'Slow', 60, null)`);
  await world.owner.query("update service set entrance_group = 'vehicles' where code = 'vehicle'");
  const { page } = await turnedAway("vehicles");
  const time = /Ραντεβού εδώ: αύριο, Τετάρτη, στις (\d\d:\d\d) Η πρώτη ελεύθερη ώρα για επίσκεψη έως 30 λεπτά/.exec(
    page,
  )?.[1];
  const { text } = await aCitizen(world).see(`/book/offices?service=vehicle&where=${desk.office.code}`);
  expect(plain(text)).toContain(`αύριο, Τετάρτη, στις ${time}`);
});

test("where citizens can't book, or no time is free, none is named", async () => {
  await world.owner.query("update queue set is_public = false where office_id = $1", [desk.office.id]);
  const { page } = await turnedAway();
  expect(page).not.toMatch(/Ραντεβού εδώ|πρώτη ελεύθερη/);
  expect(page).toContain("Κλείστε ραντεβού Τηλέφωνο: 210 555 0100. Στο κινητό σας με τον κωδικό QR, ή στη θυρίδα.");
});

test("the nearest that is open and has room is named, with how far and until when, and on the phone another one", async () => {
  const [second, first] = [await aNeighbour(0.02), await aNeighbour(0.01)];
  await aNeighbour(0.03);
  const { page, phone } = await turnedAway();
  const line = (office: TestOffice, far: string) => `ΚΕΠ Δοκιμής ${office.code}, ${far}, ανοιχτό έως τις 19:00`;
  expect(page).toContain(line(first, "1 χλμ."));
  expect(page.match(/Δίνει ακόμη αριθμούς/g)).toHaveLength(1);
  for (const [office, far] of [
    [first, "1 χλμ."],
    [second, "2 χλμ."],
  ] as const)
    expect(plain(phone.text)).toContain(line(office, far));
  expect(plain(phone.text).match(/Δίνει ακόμη αριθμούς/g)).toHaveLength(2);
  expect(phone.html).toContain(`href="/book/offices/${first.code}"`);
});

test("nobody is sent where numbers are given no more, by no screen, or far away", async () => {
  await aNeighbour(0.01, { closes: 899 });
  const withoutScreen = await aNeighbour(0.02);
  await world.owner.query("delete from entrance_screen where office_id = $1", [withoutScreen.id]);
  const without = await aNeighbour(0.03);
  await world.owner.query("update office set tickets_at_entrance = false where id = $1", [without.id]);
  await aNeighbour(0.2);
  const full = await aNeighbour(0.04);
  for (let person = 0; person < 30; person++)
    await world.owner.query(
      `insert into ticket (office_id, id, date, letter, number, service, status, status_at, issued_at)
       values ($1, gen_random_uuid(), '2026-11-24', 'Α', $2, 'vehicle', 'arrived', now(), now())`,
      [full.id, person + 1],
    );
  const { page } = await turnedAway();
  expect(page).not.toContain("Δίνει ακόμη αριθμούς");
});

test("where nobody knows where this office is, no other is named", async () => {
  await aNeighbour(0.01);
  await world.owner.query("update office set latitude = null, longitude = null where id = $1", [desk.office.id]);
  expect((await turnedAway()).page).not.toContain("Δίνει ακόμη αριθμούς");
});

test("other offices are asked once in ten seconds, however many press", async () => {
  await aNeighbour(0.01);
  await turnedAway();
  const asked = () => cacheTallies().get("room in other offices")?.misses;
  const once = asked();
  for (let person = 0; person < 5; person++) expect((await turnedAway()).page).toContain("Δίνει ακόμη αριθμούς");
  expect(asked()).toBe(once);
});

test("in each language, and who was turned away can't give a number up", async () => {
  const { page, phone } = await turnedAway("other", "/en");
  expect(page).toMatch(
    /An appointment here: tomorrow, Wednesday, at \d\d:\d\d The first free time for a visit of up to/,
  );
  expect(phone.html).toContain("No more numbers are given today");
  expect((await aCitizen(world).see(`/line/${screen.key()}/leave`)).status).toBe(303);
});
