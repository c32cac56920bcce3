import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../test/citizen.ts";
import { openToCitizens } from "../../test/public-booking.ts";
import { aVisitDesk } from "../../test/visit-desk.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../test/world.ts";

/** A visit that is longer than anything is open at an office: said before any work, by every way there, and nobody waits for it. */
let world: World;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  office = await anHour();
  citizen = aCitizen(world);
});

/** Open from eight to nine, with a telephone */
async function anHour(): Promise<TestOffice> {
  const own = await world.anOffice({ opens: 480, closes: 540 });
  await world.owner.query("update office set phone = '+302105550199', online_counter_percent = 0 where id = $1", [
    own.id,
  ]);
  await world.owner.query("update queue set is_public = true where office_id = $1", [own.id]);
  return own;
}

const DAY = "2026-11-25";
/** Ninety minutes, held in six slots */
const FAMILY = "vehicle,vehicle;vehicle";
const SAID = "σε αυτό το ΚΕΠ κλείνουν μέσω διαδικτύου έως 60 τη φορά";
const query = `service=${encodeURIComponent(FAMILY)}`;
const at = (part: string, of = query) => `/book/offices/${office.code}/${part}?${of}`;
const addHour = (weekday = 5) =>
  world.owner.query("update queue_hours set closes_minute = 600 where office_id = $1 and weekday = $2", [
    office.id,
    weekday,
  ]);

test.each(["days", `days/${DAY}`, "notify"])("%s says it with what else there is, and the telephone", async (part) => {
  const page = await citizen.see(at(part));
  expect([page.status, page.text.includes("Χρειάζονται 90 λεπτά συνεχόμενα"), page.text.includes(SAID)]).toEqual([
    422,
    true,
    true,
  ]);
  expect(page.html).toContain('href="tel:+302105550199"');
  expect(page.html).toContain(`href="/book/together?service=${encodeURIComponent(FAMILY)}&amp;office=${office.code}"`);
  expect(page.html).toContain(`href="/book/earliest?service=${encodeURIComponent(FAMILY)}"`);
  expect(page.html).not.toContain(`/notify?${query}`);
  expect(page.text).not.toContain("Όλες οι ώρες έχουν δοθεί");
});

test("a form that is sent by hand stores no wish and holds no time", async () => {
  const wish = await citizen.send(`/book/offices/${office.code}/notify`, { service: FAMILY, email: "rodi@example.gr" });
  const hold = await citizen.choose(office, DAY, "08:00", FAMILY);
  expect([wish, hold].map(({ status, text }) => [status, text.includes(SAID)])).toEqual([
    [422, true],
    [422, true],
  ]);
  const { rows } = await world.owner.query("select from appointment where office_id = $1", [office.id]);
  expect(rows).toEqual([]);
});

test("where it is put together it is said too, and there is no way on; and in English", async () => {
  const page = await citizen.see(`/book/together?${query}&office=${office.code}`);
  expect([page.status, page.text.includes("έως 60 λεπτά τη φορά")]).toEqual([200, true]);
  expect(page.html).toContain('href="tel:+302105550199"');
  expect(page.html).not.toContain(`/offices/${office.code}/days`);
  const english = await citizen.see(`/en${at("days")}`);
  expect([english.status, english.text.includes("at most 60 at a time can be booked online")]).toEqual([422, true]);
});

test("one service alone is not told to come twice", async () => {
  await world.owner.query("update queue_hours set closes_minute = 495 where office_id = $1", [office.id]);
  const page = await citizen.see(at("days", "service=vehicle"));
  expect([page.status, page.text.includes("έως 15 τη φορά"), page.text.includes("δύο ραντεβού")]).toEqual([
    422,
    true,
    false,
  ]);
  expect(page.html).not.toContain("/book/together?service=vehicle");
});

test("one longer day within what is open is enough, though all of it is taken: then it is full, and one can wait", async () => {
  await addHour();
  const clerk = await world.aClerk(office);
  const friday = { queue: 1, lastName: "Α", firstName: "Β", service: "signature", channel: "phone" };
  for (let date = Temporal.PlainDate.from("2026-11-27"); date.toString() < "2027-03-01"; date = date.add({ weeks: 1 }))
    await clerk.ask("POST", `/api/offices/${office.code}/appointments`, {
      key: crypto.randomUUID(),
      body: { ...friday, date: date.toString(), time: "09:00" },
    });
  const page = await citizen.see(at("days"));
  expect([page.status, page.html.includes(`/notify?${query}`), page.html.includes("tel:")]).toEqual([200, true, false]);
  const day = await citizen.see(at(`days/${DAY}`));
  expect([day.status, day.html.includes('href="tel:+302105550199"')]).toEqual([200, true]);
  expect((await citizen.see(at("notify"))).status).toBe(200);
});

test("longer hours of a hidden queue, or of which too little is given online, are none", async () => {
  await world.owner.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes) values ($1, 2, 'Κρυφή', true, 15)`,
    [office.id],
  );
  await world.owner.query(
    "insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute) select $1, 2, weekday, 480, 900 from generate_series(1, 7) as weekday",
    [office.id],
  );
  expect((await citizen.see(at("days"))).status).toBe(422);
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  expect((await citizen.see(at("days"))).status).toBe(200);
  await world.owner.query("update office set online_counter_percent = 90 where id = $1", [office.id]);
  await expect.poll(async () => (await citizen.see(at("days"))).status).toBe(422);
});

test("longer hours that begin after the last day that is open are none yet", async () => {
  const from = (day: string) =>
    world.owner.query(
      `update queue_hours set valid = daterange($2::date, null), opens_minute = 600, closes_minute = 900 where office_id = $1 and weekday = 5`,
      [office.id, day],
    );
  await from("2027-06-01");
  expect((await citizen.see(at("days"))).status).toBe(422);
  await from("2026-12-01");
  expect((await citizen.see(at("days"))).status).toBe(200);
});

test("an appointment that there is stays, and is not told to be made anew", async () => {
  const desk = await aVisitDesk(world);
  const { email, citizen: owner } = desk;
  await desk.booked("09:00", { date: DAY, email, companions: [{ services: ["vehicle"] }] });
  await desk.delivered(10);
  const link = desk.linkTo(email);
  expect((await owner.see(`${link}/days`)).status).toBe(200);
  await world.owner.query("update queue_hours set opens_minute = 480, closes_minute = 510 where office_id = $1", [
    desk.office.id,
  ]);
  await world.owner.query("update office set online_counter_percent = 0 where id = $1", [desk.office.id]);
  const pages = [await owner.see(`${link}/days`), await owner.see(`${link}/days/${DAY}`)];
  expect(pages.map(({ status, text }) => [status, text.includes("έως 30 τη φορά")])).toEqual([
    [422, true],
    [422, true],
  ]);
  expect(pages.some(({ html }) => html.includes("/book/together"))).toBe(false);
  expect((await desk.rows("appointment")).map(({ status }) => status)).toEqual(["booked"]);
  await desk.close();
});

test("where nothing is open at all it is not said to be too long", async () => {
  await world.owner.query("delete from queue_hours where office_id = $1", [office.id]);
  const page = await citizen.see(at("days"));
  expect([page.status, page.text.includes(SAID)]).toEqual([200, false]);
});
