import { afterEach, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../../test/citizen.ts";
import { aVisitDesk, type VisitDesk } from "../../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../../test/world.ts";
import { isSurname } from "./find.ts";

/** The way back to an appointment without its link. */

let world: World;
let desk: VisitDesk;
beforeEach(async () => {
  world = await aWorld();
  world.now = NOW;
  desk = await aVisitDesk(world);
});
afterEach(async () => {
  await desk.close();
  await world.close();
});

const planned = async () => (await desk.rows("mail")).filter(({ kind }) => kind === "manage-link").length;
const find = (reference: string, lastName: string) => desk.citizen.send("/book/find", { reference, lastName });

test("the same answer whether it exists or not; the link goes to the address on file alone", async () => {
  await desk.bookedOnline("09:00");
  const [{ reference }] = await desk.rows("appointment");
  await desk.delivered();
  const wrong = await find("123456789", "Παπαδοπούλου");
  const other = await find(reference, "Νικολάου");
  const right = await find(`${reference.slice(0, 3)} ${reference.slice(3)}`, "papadopoulou");
  const told = [wrong, other, right].map(({ status, headers, html }) => [status, headers.location, html]);
  expect(told).toEqual([told[0], told[0], told[0]]);
  expect(right.headers.location).toBe("/book/find/sent");
  expect((await desk.citizen.see("/book/find/sent")).text).toContain("Αν ο κωδικός και το επώνυμο ταιριάζουν");
  expect(await planned()).toBe(1);
  await desk.delivered(0);
  const letter = desk.smtp.messages(desk.email).at(-1);
  expect([letter?.subject, letter?.calendar]).toEqual([
    "Ο σύνδεσμος για το ραντεβού σας: Τετάρτη 25/11/2026, 09:00",
    null,
  ]);
  expect((await desk.citizen.see(desk.linkTo(desk.email))).text).toContain("Το ραντεβού σας");
});

test("without an e-mail nothing is sent, and nothing is told", async () => {
  const { reference } = await desk.booked("10:00", { date: "2026-11-25" });
  expect((await find(reference, "Παπαδοπούλου")).status).toBe(303);
  expect(await desk.rows("mail")).toEqual([]);
});

test("what is missing is said at its field, with what was typed still there", async () => {
  const page = await find("12 34", "");
  expect([page.status, page.text]).toEqual([422, expect.stringContaining("Γράψτε και τα 9 ψηφία")]);
  expect(page.text).toContain("Γράψτε το επώνυμο");
  expect(page.html).toContain('value="12 34"');
});

test("one reference is tried five times in ten minutes, by whomever and in whichever language; one address thirty times", async () => {
  for (let count = 0; count < 5; count++) expect((await find("111111111", "Άλφα")).status).toBe(303);
  const inEnglish = await desk.citizen.send("/en/book/find", { reference: "111111111", lastName: "Άλφα" });
  expect(inEnglish.status).toBe(429);
  for (let count = 0; count < 24; count++) expect((await find(String(200_000_000 + count), "Άλφα")).status).toBe(303);
  expect((await find("300000000", "Άλφα")).status).toBe(429);
  expect((await aCitizen(world).see("/book/find")).status).toBe(200);
});

test.each([
  ["Παπαδοπούλου", "παπαδοπουλου", true],
  ["Παπαδοπούλου", "PAPADOPOULOU", true],
  ["Παπαδοπούλου-Νικολάου", "Νικολάου", true],
  ["Χρήστου", "xristou", true],
  ["Χατζη-Πέτρου", "Χατζηπέτρου", true],
  ["Χατζηπέτρου", "χατζή πέτρου", true],
  ["D'Orsi", "d orsi", true],
  ["Χατζη-Πέτρου", "Χατζη", true],
  ["Χατζηπέτρου", "Πέτρου", false],
  ["Παπαδοπούλου", "Παπαδοπ", false],
  ["Παπαδοπούλου", "", false],
])("%s is told by %s: %s", (known, typed, isTheirs) => {
  expect(isSurname(typed, known)).toBe(isTheirs);
});
