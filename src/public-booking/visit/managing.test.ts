import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { holdIn } from "../../../test/citizen.ts";
import { patiently } from "../../../test/patience.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** What a citizen does about an appointment by its link. */

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

const visits = async () =>
  (await desk.rows("appointment"))
    .filter(({ status }) => status !== "expired")
    .map(({ status, starts_at }) => [status, starts_at.toISOString().slice(0, 16)]);
const hold = (link: string, time: string) => desk.press(link, "hold", { at: `${DAY}T${time}` }, `days/${DAY}`);

test("another time is held beside the old one, and taken only when its citizen says yes", async () => {
  const link = await desk.bookedOnline("09:00");
  expect((await hold(link, "10:00")).headers.location).toBe(`${link}/move`);
  expect((await visits()).map(([status]) => status).sort()).toEqual(["booked", "held"]);
  const page = await desk.citizen.see(`${link}/move`);
  expect(page.text).toContain("Να μεταφερθεί το ραντεβού;");
  expect(page.text).toContain("Κρατάμε για εσάς: Τετάρτη 25/11, 10:00, έως τις 10:52.");
  const [before] = await desk.rows("appointment");
  expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
  expect(await visits()).toEqual([["booked", "2026-11-25T08:00"]]);
  const after = (await desk.rows("appointment")).find(({ status }) => status === "booked");
  expect(after.reference).toBe(before.reference);
  expect((await desk.citizen.see(`${link}?done=moved`)).text).toContain("Το ραντεβού μεταφέρθηκε.");
});

test("whoever has an e-mail of a domain of which nobody has come yet holds no second place: it is taken with the move", async () => {
  const link = await desk.bookedOnline("09:00", `new@d${desk.office.code}.example`);
  expect((await hold(link, "10:00")).headers.location).toBe(`${link}/move`);
  expect((await visits()).map(([status]) => status)).toEqual(["booked"]);
  expect((await desk.citizen.see(`${link}/move`)).text).toContain("Γίνεται δική σας μόλις πατήσετε το κουμπί");
  expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
  expect(await visits()).toContainEqual(["booked", "2026-11-25T08:00"]);
});

test("visits of one domain of one's own do not gather on a day by moving there", async () => {
  await world.owner.query("update office set online_held_percent = 5 where id = $1", [desk.office.id]);
  const domain = `f${desk.office.code}.example`;
  const links = [];
  for (const [index, time] of ["09:00", "09:15", "09:30"].entries())
    links.push(await desk.bookedOnline(time, `${index}@${domain}`));
  const there = (link: string, time: string) =>
    desk.press(link, "hold", { at: `2026-11-26T${time}` }, "days/2026-11-26");
  const later = [];
  for (const [index, time] of ["10:00", "10:15", "10:30", "10:45"].entries()) {
    const link = links[index] ?? (await desk.bookedOnline("09:45", `${index}@${domain}`));
    await there(link, time);
    later.push((await desk.press(link, "move")).headers.location === `${link}?done=moved`);
  }
  expect(later).toEqual([true, true, true, false]);
  expect(await visits()).toContainEqual(["booked", "2026-11-25T07:45"]);
  // On its own day it goes wherever there is room.
  const same = await desk.bookedOnline("11:00", `same@${domain}`);
  await hold(same, "12:00");
  expect((await desk.press(same, "move")).headers.location).toBe(`${same}?done=moved`);
});

test("where somebody was faster they are told, and keep what they have", async () => {
  const link = await desk.bookedOnline("09:00", `new@e${desk.office.code}.example`);
  await hold(link, "10:00");
  await desk.booked("10:00", { date: DAY });
  expect((await desk.press(link, "move")).status).toBe(409);
  expect(await visits()).toContainEqual(["booked", "2026-11-25T07:00"]);
});

test("pressed twice, it is moved once, and both presses lead to it", async () => {
  const link = await desk.bookedOnline("09:00");
  await hold(link, "10:00");
  const { html } = await desk.citizen.see(`${link}/move`);
  const fields = Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  for (let press = 0; press < 2; press++)
    expect((await desk.citizen.send(`${link}/move`, fields)).headers.location).toBe(`${link}?done=moved`);
  expect((await desk.rows("appointment_event")).filter(({ kind }) => kind === "moved")).toHaveLength(1);
});

test("a queue that is hidden meanwhile takes nobody, and nothing is lost", async () => {
  const link = await desk.bookedOnline("09:00");
  await hold(link, "10:00");
  await world.owner.query("update queue set is_public = false where office_id = $1", [desk.office.id]);
  expect((await desk.press(link, "move")).status).toBe(409);
  expect(await visits()).toContainEqual(["booked", "2026-11-25T07:00"]);
});

test("nor does it take whoever was booked by telephone, though the counter could", async () => {
  await desk.booked("09:00", { date: DAY, email: desk.email });
  await desk.delivered();
  const link = desk.linkTo(desk.email);
  await hold(link, "10:00");
  await world.owner.query("update queue set is_public = false where office_id = $1", [desk.office.id]);
  expect((await desk.press(link, "move")).status).toBe(409);
  await world.owner.query("update queue set is_public = true where office_id = $1", [desk.office.id]);
  expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
});

test("a hold that is over moves nothing; it is extended once", async () => {
  const link = await desk.bookedOnline("09:00");
  await hold(link, "10:00");
  await desk.press(link, "extend", {}, "move");
  world.now = world.now.add({ minutes: 19 });
  expect((await desk.citizen.see(`${link}/move`)).html).not.toContain("/extend");
  world.now = world.now.add({ minutes: 2 });
  expect((await desk.citizen.see(`${link}/move`)).text).toContain("Το ραντεβού σας μένει όπως ήταν.");
  expect(await visits()).toContainEqual(["booked", "2026-11-25T07:00"]);
});

test("cancelled, it is somebody else's at once, and the link has nothing left but to say so", async () => {
  const link = await desk.bookedOnline("09:00");
  expect((await desk.citizen.see(`${link}/cancel`)).text).toContain("Η ακύρωση δεν αναιρείται.");
  expect((await desk.press(link, "cancel")).headers.location).toBe(`${link}/cancelled`);
  expect((await desk.citizen.see(`${link}/cancelled`)).text).toContain("Σας ευχαριστούμε που το ακυρώσατε");
  expect((await desk.citizen.see(link)).headers.location).toBe(`${link}/cancelled`);
  for (const part of ["/days", "/move", "/address", "/seen", "/calendar.ics", "/done"])
    expect((await desk.citizen.see(link + part)).status).toBe(404);
  expect((await desk.booked("09:00", { date: DAY })).time).toBe("09:00");
});

test("cancelled twice at one moment it is cancelled once, and both presses lead there", async () => {
  const link = await desk.bookedOnline("09:00");
  const { html } = await desk.citizen.see(`${link}/cancel`);
  const fields = Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  // Neither can write before both have begun.
  await world.owner.query("begin");
  await world.owner.query("select from appointment where office_id = $1 for update", [desk.office.id]);
  const pressing = [1, 2].map(() => desk.citizen.send(`${link}/cancel`, fields));
  const waiting = async () => {
    await world.owner.query("select pg_stat_clear_snapshot()");
    const { rows } = await world.owner.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length;
  };
  await expect.poll(waiting, { timeout: patiently(3_000) }).toBe(2);
  await world.owner.query("commit");
  const presses = await Promise.all(pressing);
  expect(presses.map(({ headers }) => headers.location)).toEqual(presses.map(() => `${link}/cancelled`));
});

test("two windows at once: one moves it or one cancels it, and the other is told", async () => {
  const link = await desk.bookedOnline("09:00");
  await hold(link, "10:00");
  const { html } = await desk.citizen.see(`${link}/cancel`);
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";
  const fields = {
    mark: field("mark"),
    version: field("version"),
    hold: holdIn((await desk.citizen.see(`${link}/move`)).html),
  };
  const answers = await Promise.all(["move", "cancel"].map((part) => desk.citizen.send(`${link}/${part}`, fields)));
  const acts = (await desk.rows("appointment_event")).map(({ kind }) => kind);
  expect(acts.filter((kind) => kind === "moved" || kind === "cancelled")).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 303).length).toBeGreaterThan(0);
  expect((await visits()).filter(([status]) => status === "held")).toEqual([]);
});

test("two windows with two times: whoever says yes in the first one is not moved to the time of the second", async () => {
  const link = await desk.bookedOnline("09:00");
  const shownIn = async () => {
    const { html } = await desk.citizen.see(`${link}/move`);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";
    return { mark: field("mark"), version: field("version"), hold: holdIn(html), at: field("at") };
  };
  await hold(link, "10:00");
  const first = await shownIn();
  await hold(link, "11:00");
  const second = await shownIn();
  expect([first.at, second.at, first.hold === second.hold]).toEqual([`${DAY}T10:00`, `${DAY}T11:00`, false]);
  // Back to the page of the new time, which says what is held by now; nothing has moved.
  expect((await desk.citizen.send(`${link}/move`, first)).headers.location).toBe(`${link}/move`);
  const still = (await visits()).toSorted();
  expect(still).toEqual([
    ["booked", "2026-11-25T07:00"],
    ["held", "2026-11-25T09:00"],
  ]);
  expect((await desk.citizen.send(`${link}/move`, second)).headers.location).toContain("done=moved");
  expect(await visits()).toContainEqual(["booked", "2026-11-25T09:00"]);
});

test("what the office has changed meanwhile is not changed unseen", async () => {
  const link = await desk.bookedOnline("09:00");
  const stale = await desk.press(link, "cancel", { version: "1" });
  expect(stale.status).toBe(412);
  expect(stale.text).toContain("Το ραντεβού άλλαξε στο μεταξύ");
  expect(await visits()).toEqual([["booked", "2026-11-25T07:00"]]);
});

test("another e-mail counts once its owner has said so: then it ends all links to the old one, and that browser has one", async () => {
  const link = await desk.bookedOnline("09:00");
  const wrong = await desk.press(link, "address", { email: "όχι" });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("Η διεύθυνση δεν είναι έγκυρη")]);
  expect(await desk.rows("booking_form")).toHaveLength(1);
  await desk.delivered();
  const email = `new${desk.email}`;
  expect((await desk.press(link, "address", { email })).headers.location).toBe(`${link}?done=address-sent`);
  expect((await desk.citizen.see(`${link}?done=address-sent`)).text).toContain("Ως τότε ισχύει το παλιό.");
  const [before] = await desk.rows("appointment");
  expect(before.email).toBe(desk.email);
  await desk.delivered(0);
  const [letter] = desk.smtp.messages(email);
  for (const secret of [before.reference, "Παπαδοπούλου"]) expect(letter?.text).not.toContain(secret);
  const own = desk.linkTo(email);
  // It shows nothing that a mailbox should not be told which was given by mistake, and does nothing else.
  expect((await desk.citizen.see(own)).text).toContain("Να έρχονται εδώ τα μηνύματα;");
  for (const part of ["/cancel", "/days", "/seen", "/done"])
    expect((await desk.citizen.see(own + part)).status).toBe(404);
  const pressed = await desk.press(own, "mine", {}, "");
  expect(await desk.rows("booking_form")).toEqual([]);
  expect((await desk.citizen.see(link)).status).toBe(404);
  expect((await desk.citizen.see(String(pressed.headers.location))).text).toContain("Το e-mail άλλαξε.");
  await desk.delivered();
  expect((await desk.citizen.see(desk.linkTo(email))).text).toContain("Το ραντεβού σας");
});

test("what another office has taken over is not called cancelled by anybody", async () => {
  const link = await desk.bookedOnline("09:00");
  const other = await aVisitDesk(world);
  await world.owner.query("update appointment set status = 'cancelled', transferred_to = $2 where office_id = $1", [
    desk.office.id,
    other.office.code,
  ]);
  await other.close();
  const { text } = await desk.citizen.see(`${link}/cancelled`);
  expect(text).toContain("το μετέφερε σε άλλο ΚΕΠ");
  expect(text).toContain(`μεταφέρθηκε στο ΚΕΠ Δοκιμής ${other.office.code}`);
  expect(text).not.toMatch(/ακύρωσε|ακυρώθηκε/);
});

test("who saw it stands there by role and office, and the citizen's own acts", async () => {
  const link = await desk.bookedOnline("09:00");
  const [{ id }] = await desk.rows("appointment");
  await desk.head.ask("GET", `${desk.office.code}/appointments/${id}/history`);
  const { text } = await desk.citizen.see(`${link}/seen`);
  expect(text).toContain(`Προϊστάμενος, ΚΕΠ Δοκιμής ${desk.office.code}`);
  expect(text).toContain("Εσείς, από τις σελίδες του πολίτη");
  expect(text).not.toContain("Χειριστής");
});

test("the calendar's entry is the letters' own, and asks nobody to come", async () => {
  const link = await desk.bookedOnline("09:00");
  const { html: entry, headers } = await desk.citizen.see(`${link}/calendar.ics`);
  expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(entry).toContain("METHOD:PUBLISH");
  expect(entry).toContain("DTSTART;TZID=Europe/Athens:20261125T090000");
  expect(entry).not.toContain("ATTENDEE");
  await desk.delivered();
  const uid = /UID:(\S+)/.exec(entry)?.[1];
  expect(desk.smtp.messages(desk.email).at(-1)?.calendar).toContain(uid);
});

test("a letter's link says nothing of a visit that is over: others may have the letter", async () => {
  const link = await desk.bookedOnline("09:00");
  await world.owner.query("update appointment set status = 'no-show' where office_id = $1 and status = 'booked'", [
    desk.office.id,
  ]);
  for (const part of ["", "/cancel", "/days"]) {
    const page = await desk.citizen.see(`${link}${part}`);
    expect([page.status, page.text.includes("Ο σύνδεσμος δεν ισχύει πια")]).toEqual([404, true]);
    expect(page.text).not.toContain("έχει περάσει");
  }
});
