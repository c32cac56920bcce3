import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** One browser, several people: the next one sees and changes nothing of the one before, nor the other way round. */
let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
  await world.owner.query("update office set online_by_phone = true where id = $1", [desk.office.id]);
});

const KEY = "__Host-booking";
const first = { who: "self", lastName: "Προηγούμενη", firstName: "Πηνελόπη" };
const second = { who: "self", lastName: "Επόμενος", firstName: "Επαμεινώνδας" };
const copyOf = (citizen: Citizen): Citizen => {
  const copy = aCitizen(world);
  copy.keep(KEY, citizen.cookie() ?? "");
  return copy;
};
const held = async () => (await desk.rows("appointment")).filter(({ status }) => status === "held").length;

async function asksForLetter(citizen: Citizen, email: string): Promise<void> {
  await citizen.choose(desk.office, DAY, "09:00");
  await citizen.send("/book/who", first);
  expect((await citizen.confirm({ how: "email", email })).headers.location).toBe("/book/sent");
}

test("the key of before a confirmation neither sees nor cancels the appointment", async () => {
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00");
  await citizen.send("/book/who", first);
  const before = copyOf(citizen);
  const done = await citizen.confirm({ how: "phone", phone: `69440${desk.office.code}1` });
  expect(done.headers.location).toBe("/book/done");
  expect((await citizen.see("/book/done")).text).toContain("Το ραντεβού σας κλείστηκε");
  expect((await before.see("/book/done")).headers.location).toBe("/book");
  expect((await before.send("/book/done", { to: "cancel" })).headers.location).toBe("/book");
});

test("once the letter is sent a new time begins a new form: nothing of the one before is shown, and theirs stands", async () => {
  const citizen = aCitizen(world);
  await asksForLetter(citizen, desk.email);
  await desk.delivered(0);
  const link = desk.linkTo(desk.email);
  await citizen.choose(desk.office, DAY, "11:00");
  const who = await citizen.see("/book/who");
  expect(who.status).toBe(200);
  expect(who.html).not.toContain("Προηγούμενη");
  await citizen.send("/book/who", second);
  const check = await citizen.see("/book/check");
  expect([check.text.includes("Προηγούμενη"), check.html.includes(desk.email)]).toEqual([false, false]);
  expect(await held()).toBe(2);
  const confirmed = await desk.press(link, "confirm", {}, "");
  expect(confirmed.headers.location).toMatch(/^\/link\/[\w-]+\/done$/);
  expect((await citizen.see("/book/check")).text).toContain("Επόμενος");
});

test("pressed twice at one moment, a new time beside a letter is held once, and the browser has its form", async () => {
  const citizen = aCitizen(world);
  await asksForLetter(citizen, desk.email);
  const answers = await Promise.all([1, 2, 3].map(() => citizen.choose(desk.office, DAY, "11:00")));
  expect(answers.map(({ headers }) => headers.location)).toEqual(["/book/who", "/book/who", "/book/who"]);
  expect(await held()).toBe(2);
  expect((await citizen.see("/book/who")).status).toBe(200);
});

test("who says in one window who comes while another chooses a time holds one time, and nothing typed is lost or shown", async () => {
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00");
  const other = copyOf(citizen);
  await citizen.send("/book/who", first);
  await other.choose(desk.office, DAY, "11:00");
  expect(await held()).toBe(1);
  expect((await other.see("/book/who")).html).not.toContain("Προηγούμενη");
  expect((await citizen.see("/book/who")).text).not.toContain("09:00, έως");
  await citizen.choose(desk.office, DAY, "12:00");
  expect((await citizen.see("/book/check")).text).toContain("Προηγούμενη");
});

test("pressed twice at one moment, both answers give the browser one key: whichever comes last, it has its form", async () => {
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00");
  const presses = [citizen, copyOf(citizen), copyOf(citizen)];
  const answers = await Promise.all(presses.map((press) => press.send("/book/who", first)));
  expect(answers.map(({ headers }) => headers.location)).toEqual(["/book/check", "/book/check", "/book/check"]);
  expect(new Set(presses.map((press) => press.cookie())).size).toBe(1);
  for (const press of presses) expect((await press.see("/book/check")).status).toBe(200);
});

test("confirmed twice at one moment it is one appointment, and the browser sees it", async () => {
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00");
  await citizen.send("/book/who", first);
  const phone = { how: "phone", phone: `69440${desk.office.code}2` };
  const answers = await Promise.all([citizen.confirm(phone), citizen.confirm(phone)]);
  expect(answers.map(({ headers }) => headers.location)).toEqual(["/book/done", "/book/done"]);
  expect((await citizen.see("/book/done")).text).toContain("Το ραντεβού σας κλείστηκε");
  expect((await desk.rows("appointment")).map(({ status }) => status)).toEqual(["booked"]);
});

test("«Τέλος, κοινόχρηστη συσκευή»: whatever was confirmed or typed opens no more from here, and stands", async () => {
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00");
  await citizen.send("/book/who", first);
  await citizen.confirm({ how: "phone", phone: `69440${desk.office.code}3` });
  expect((await citizen.see("/book/done")).text).toContain("Είναι δική σας η συσκευή;");
  const own = String((await citizen.send("/book/done", { to: "cancel" })).headers.location);
  expect((await citizen.see(own)).status).toBe(200);
  const before = copyOf(citizen);
  expect((await citizen.send("/book/end", {})).headers.location).toBe("/book/ended");
  expect(citizen.cookie()).toBeUndefined();
  expect((await citizen.see("/book/ended")).text).toContain("Εδώ δεν έμεινε τίποτε δικό σας.");
  expect((await before.see("/book/done")).headers.location).toBe("/book");
  expect((await citizen.see(own)).status).toBe(404);
  expect((await desk.rows("appointment")).map(({ status }) => status)).toEqual(["booked"]);
});

test("ended while the letter is on its way, its link confirms all the same, and the browser has nothing", async () => {
  const citizen = aCitizen(world);
  await asksForLetter(citizen, desk.email);
  expect((await citizen.see("/book/sent")).text).toContain("Τέλος, κοινόχρηστη συσκευή");
  const before = copyOf(citizen);
  await citizen.send("/book/end", {});
  expect((await before.see("/book/sent")).status).toBe(404);
  await desk.delivered(0);
  const done = await desk.press(desk.linkTo(desk.email), "confirm", {}, "");
  expect(done.headers.location).toMatch(/done$/);
  // At a shared device the link of the page ends, too; the letter's own stays.
  const page = String(done.headers.location);
  expect((await desk.press(page.replace(/\/done$/, ""), "end", {}, "done")).headers.location).toBe("/book/ended");
  expect((await desk.citizen.see(page)).status).toBe(404);
});

test("ended while it fills in, the time is free at once", async () => {
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00");
  await citizen.send("/book/who", first);
  await citizen.send("/book/end", {});
  expect([await held(), await desk.rows("booking_form")]).toEqual([0, []]);
});

test("a minute later, or once something was done, the key of before leads nowhere", async () => {
  for (const [hour, seconds] of [
    ["10", 0],
    ["12", 61],
  ] as const) {
    const citizen = aCitizen(world);
    await citizen.choose(desk.office, DAY, `${hour}:00`);
    const before = copyOf(citizen);
    await citizen.choose(desk.office, DAY, `${hour}:15`);
    if (seconds === 0) await citizen.send("/book/who", second);
    world.now = world.now.add({ seconds });
    const places = await held();
    await before.choose(desk.office, DAY, `${hour}:30`);
    expect(await held(), "it begins a form of its own").toBe(places + 1);
    expect((await before.see("/book/who")).html).not.toContain("Επόμενος");
  }
});
