import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { releaseAll } from "../hold/start-releasing.ts";

/** The link of the letter that asks for confirmation. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});
afterEach(() => desk.close());

const statuses = async () => (await desk.rows("appointment")).map(({ status }) => status).sort();

test("the letter brings a link, the link a page with a button, the button an appointment", async () => {
  const link = await desk.asked();
  const [letter] = desk.smtp.messages(desk.email);
  expect(letter?.subject).toBe("Επιβεβαιώστε το ραντεβού σας: Τετάρτη 25/11/2026, 09:00");
  expect(letter?.text).toContain("Το ραντεβού δεν ισχύει ακόμη. Κρατάμε την ώρα για εσάς έως τις\u00a010:52.");
  expect(letter?.calendar).toBeNull();
  const page = await desk.citizen.see(link);
  expect(page.text).toContain("Τετάρτη 25 Νοεμβρίου 2026, στις 09:00");
  expect(await statuses()).toEqual(["held"]);
  const pressed = await desk.press(link, "confirm", {}, "");
  expect([pressed.status, await statuses()]).toEqual([303, ["booked"]]);
  const done = await desk.citizen.see(String(pressed.headers.location));
  expect(done.text).toContain("Το ραντεβού σας κλείστηκε");
  expect(done.text).toContain(`Στείλαμε την επιβεβαίωση στο ${desk.email}.`);
  const [row] = await desk.rows("appointment");
  expect([row.last_name, row.email, row.channel]).toEqual(["Παπαδοπούλου", desk.email, "online"]);
});

test("pressed twice it is confirmed once, and both presses lead to it; from then on the link says that it stands", async () => {
  const link = await desk.asked();
  const { html } = await desk.citizen.see(link);
  const mark = /name="mark" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const presses = await Promise.all([1, 2].map(() => desk.citizen.send(`${link}/confirm`, { mark })));
  expect(presses.map(({ headers }) => /\/link\/[\w-]{43}\/done$/.test(String(headers.location)))).toEqual([true, true]);
  expect(await statuses()).toEqual(["booked"]);
  const { length } = (await desk.rows("mail")).filter(({ kind }) => kind === "confirmed");
  expect(length).toBe(1);
  world.now = world.now.add({ minutes: 2 });
  expect((await desk.citizen.send(`${link}/confirm`, { mark })).headers.location).toBe(link);
  const stands = await desk.citizen.see(link);
  expect([stands.status, stands.text]).toEqual([200, expect.stringContaining("Το έχετε ήδη επιβεβαιώσει. Ισχύει.")]);
  expect(stands.text).toContain("Τρίτη 24 Νοεμβρίου 2026, στις 10:42");
  const [row] = await desk.rows("appointment");
  for (const secret of [row.reference, row.last_name, desk.email, "/cancel"]) expect(stands.html).not.toContain(secret);
  // Cancelled by now, it says no more than any link that is over.
  await world.owner.query("update appointment set status = 'cancelled' where id = $1", [row.id]);
  expect((await desk.citizen.see(link)).status).toBe(404);
});

test("the link that was pressed again has the letter sent once more, to the address on file alone, and so often", async () => {
  const link = await desk.asked();
  await desk.press(link, "confirm", {}, "");
  await desk.delivered(0);
  expect((await desk.press(link, "letter", {}, "")).headers.location).toBe(`${link}?asked=sent`);
  expect((await desk.citizen.see(`${link}?asked=sent`)).text).toContain("Φεύγει σε λίγο");
  await desk.delivered(0);
  expect(desk.linkTo(desk.email)).not.toBe(link);
  for (let letter = 0; letter < 12; letter++) await desk.press(link, "letter", {}, "");
  expect((await desk.press(link, "letter", {}, "")).headers.location).toBe(`${link}?asked=refused`);
  await desk.delivered(0);
  expect(desk.smtp.messages(desk.email).length).toBeLessThanOrEqual(10);
});

test("once the ten minutes have passed the time is offered again, and then confirmed by the same link", async () => {
  const link = await desk.asked();
  world.now = world.now.add({ minutes: 11 });
  const over = await desk.citizen.see(link);
  expect(over.text).toContain("Η ώρα κρατιέται μόλις πατήσετε το κουμπί, αν είναι ακόμη ελεύθερη");
  expect(over.text).toContain("Επιβεβαιώνω το ραντεβού");
  expect((await desk.press(link, "confirm", {}, "")).headers.location).toMatch(/done$/);
  expect((await statuses()).filter((status) => status !== "expired")).toEqual(["booked"]);
});

test("where somebody else has it by then, the nearest times are offered", async () => {
  const link = await desk.asked();
  world.now = world.now.add({ minutes: 11 });
  await desk.booked("09:00", { date: DAY });
  expect((await desk.citizen.see(link)).status).toBe(200);
  const { rows } = await world.owner.query("select status from appointment where office_id = $1", [desk.office.id]);
  expect(rows.length).toBeGreaterThan(0);
});

test("who did not ask for it gives the time back, and nothing of what was typed is kept", async () => {
  const link = await desk.asked();
  const pressed = await desk.press(link, "not-mine", {}, "");
  expect(pressed.headers.location).toBe(`${link}/deleted`);
  expect([await statuses(), await desk.rows("booking_form")]).toEqual([["expired"], []]);
  expect((await desk.rows("mail")).map(({ address }) => address)).toEqual([""]);
  expect((await desk.citizen.see(link)).status).toBe(404);
});

test("nor is the address, where nobody has pressed the link and the form is forgotten", async () => {
  await desk.asked();
  world.now = world.now.add({ hours: 2, minutes: 1 });
  await releaseAll({ db: world.database.db, clock: () => world.now });
  expect([await statuses(), await desk.rows("booking_form")]).toEqual([["expired"], []]);
  expect((await desk.rows("mail")).map(({ address }) => address)).toEqual([""]);
});

test("a corrected address ends the link to the old one; a hold that is over sends none", async () => {
  const late = `late${desk.office.code}@example.gr`;
  const link = await desk.asked();
  await world.owner.query(
    `update booking_form set typed = '{"lastName":"Α","firstName":"Β","email":"other@example.gr"}' where office_id = $1`,
    [desk.office.id],
  );
  expect((await desk.citizen.see(link)).status).toBe(404);
  expect((await desk.asked("09:30", late)).startsWith("/link/")).toBe(true);
  await world.owner.query("update booking_form set held_until = $2 where office_id = $1", [
    desk.office.id,
    world.now.toString(),
  ]);
  await world.owner.query("update mail set state = 'planned', due_at = $2 where office_id = $1 and address = $3", [
    desk.office.id,
    world.now.toString(),
    late,
  ]);
  await desk.delivered(1);
  expect(desk.smtp.messages(late)).toHaveLength(1);
});

test("the browser that filled in sees that it stands, as often as it comes back, and nothing of whose it is", async () => {
  expect((await desk.citizen.see("/book/done")).headers.location).toBe("/book");
  await desk.citizen.choose(desk.office, DAY, "09:00");
  const link = await desk.asked("09:00");
  expect((await desk.citizen.see("/book/done")).headers.location).toBe("/book");
  await desk.press(link, "confirm", {}, "");
  for (let visit = 0; visit < 2; visit++)
    expect((await desk.citizen.see("/book/done")).text).toContain("Όνομα και κωδικός δεν φαίνονται εδώ");
  expect(await statuses()).toEqual(["booked"]);
  const { headers } = await desk.citizen.send("/book/done", { to: "cancel" });
  expect(headers.location).toBe("/book/done?asked=sent");
});

test("an address that is typed with capitals, or a space behind it, is confirmed like any other", async () => {
  const { citizen, office } = desk;
  await citizen.choose(office, DAY, "09:00");
  await citizen.send("/book/who", { who: "self", lastName: "Παπαδοπούλου", firstName: "Ελένη" });
  await citizen.confirm({ how: "email", email: ` ${desk.email.replace("@gmail.com", "@Gmail.COM")} ` });
  await desk.delivered(0);
  const pressed = await desk.press(desk.linkTo(desk.email), "confirm", {}, "");
  expect(pressed.headers.location).toContain("/done");
});

test("who has gone on in another language meanwhile is asked in that one, and led there", async () => {
  const { citizen, office } = desk;
  await citizen.choose(office, DAY, "09:00");
  await citizen.send("/en/book/who", { who: "self", lastName: "Παπαδοπούλου", firstName: "Ελένη" });
  await citizen.confirm({ how: "email", email: desk.email }, "/en");
  await desk.delivered(0);
  const [letter] = desk.smtp.messages(desk.email);
  expect(letter?.subject).toBe("Confirm your appointment: Wednesday 25/11/2026, 09:00");
  expect(desk.linkTo(desk.email)).toMatch(/^\/en\/link\//);
});
