import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** Several people and services in one visit, as citizens hold, confirm and move it. */

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

const FAMILY = "signature,vehicle;signature";
const row = async (status: string) => (await desk.rows("appointment")).find((each) => each.status === status);
const minutes = (of: { starts_at: Date; ends_at: Date }) => (of.ends_at.valueOf() - of.starts_at.valueOf()) / 60_000;

test("what each who comes needs is told in the letter, by no name", async () => {
  const { email, smtp } = desk;
  const companions = [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] }];
  await desk.booked("09:00", { date: DAY, email, moreServices: ["vehicle"], companions });
  const booked = await row("booked");
  expect([minutes(booked), booked.companions.length]).toEqual([60, 1]);
  await desk.delivered(10);
  const letter = smtp.messages(email).at(-1)?.text ?? "";
  expect(letter).toMatch(/Άτομο 1:\s+Βεβαίωση γνησίου υπογραφής, Μεταβίβαση οχήματος/);
  expect(letter).toMatch(/Άτομο 2:\s+Βεβαίωση γνησίου υπογραφής/);
  expect(letter).toContain("- Βεβαίωση γνησίου υπογραφής: ταυτότητα");
  expect(letter).not.toContain("Θωμάς");
});

test("what staff have booked for several is moved by its link for as long as it takes", async () => {
  const { email, citizen } = desk;
  const companions = [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["vehicle"] }];
  const { minutes: before } = await desk.booked("09:00", { date: DAY, email, companions });
  expect(before).toBe(45);
  await desk.delivered(10);
  const link = desk.linkTo(email);
  expect((await citizen.see(link)).text).toContain("Μεταβίβαση οχήματος");
  const taken = { date: DAY, queue: 1, lastName: "Α", firstName: "Β", service: "signature" };
  await desk.book({ ...taken, time: "10:30" });
  await world.owner.query("update queue set is_public = number = 1 where office_id = $1", [desk.office.id]);
  expect((await desk.press(link, "hold", { at: `${DAY}T10:00` }, `days/${DAY}`)).headers.location).not.toBe(
    `${link}/move`,
  );
  await desk.press(link, "hold", { at: `${DAY}T11:00` }, `days/${DAY}`);
  expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
  const moved = (await desk.rows("appointment")).find(({ last_name }) => last_name === "Παπαδοπούλου");
  expect([minutes(moved), moved.companions, moved.starts_at.toISOString().slice(11, 16)]).toEqual([
    45,
    companions,
    "09:00",
  ]);
});

test("a family of two is held, named and confirmed as one visit, by the length of all that is done", async () => {
  const { citizen, office, email } = desk;
  const weeks = `/book/offices/${office.code}/days?service=${encodeURIComponent(FAMILY)}`;
  expect((await citizen.see(weeks)).text).toContain("Μεταβίβαση οχήματος");
  expect((await citizen.choose(office, DAY, "09:00", FAMILY)).headers.location).toBe("/book/who");
  expect(minutes(await row("held"))).toBe(60);
  const who = await citizen.see("/book/who");
  expect(who.text).toContain("Άτομο 2 (προαιρετικό)Βεβαίωση γνησίου υπογραφής");
  expect(who.text).toContain("τι να έχετε μαζί σας. Ισχύει για όλους όσοι έρχονται μαζί.");
  const mother = { who: "self", lastName: "Γιασεμίδου", firstName: "Φωτεινή" };
  const half = await citizen.send("/book/who", { ...mother, lastName2: "Γιασεμίδης", firstName2: "" });
  expect([half.status, half.html.includes('id="firstName2-error"'), half.html.includes('value="Γιασεμίδης"')]).toEqual([
    422,
    true,
    true,
  ]);
  await citizen.send("/book/who", { ...mother, lastName2: "Γιασεμίδης", firstName2: "Θωμάς" });
  const check = await citizen.see("/book/check");
  expect(check.text).toContain("Γιασεμίδου Φωτεινή, Γιασεμίδης Θωμάς");
  expect(check.text).toContain(
    "Άτομο 1: Βεβαίωση γνησίου υπογραφής, Μεταβίβαση οχήματος · Άτομο 2: Βεβαίωση γνησίου υπογραφής",
  );
  await citizen.confirm({ how: "email", email });
  await desk.delivered(0);
  const link = desk.linkTo(email);
  expect((await citizen.see(link)).text).toContain("Άτομο 2: Βεβαίωση γνησίου υπογραφής");
  const { headers } = await desk.press(link, "confirm", {}, "");
  const manage = String(headers.location).replace(/\/done$/, "");
  const booked = await row("booked");
  expect([minutes(booked), booked.more_services, booked.companions]).toEqual([
    60,
    ["vehicle"],
    [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] }],
  ]);
  expect((await citizen.see(manage)).text).toContain("Γιασεμίδου Φωτεινή, Γιασεμίδης Θωμάς");
  await desk.delivered(1);
  expect(desk.smtp.messages(email).at(-1)?.text).not.toContain("Θωμάς");
});

/** A family of two, confirmed; the link by which it is managed */
async function aFamily(): Promise<string> {
  const { citizen, office, email } = desk;
  await citizen.choose(office, DAY, "09:00", FAMILY);
  const mother = { who: "self", lastName: "Γιασεμίδου", firstName: "Φωτεινή" };
  await citizen.send("/book/who", { ...mother, lastName2: "Γιασεμίδης", firstName2: "Θωμάς" });
  await citizen.confirm({ how: "email", email });
  await desk.delivered(0);
  await desk.press(desk.linkTo(email), "confirm", {}, "");
  await desk.delivered(0);
  return desk.linkTo(email);
}

test("what is not needed any more gives back exactly its minutes, once, under the same code; the letter says what is left", async () => {
  const link = await aFamily();
  const before = await row("booked");
  expect((await desk.citizen.see(link)).html).toContain(`href="${link}/less"`);
  const page = await desk.citizen.see(`${link}/less`);
  expect(page.text).toContain("Γιασεμίδης Θωμάς");
  const none = await desk.press(link, "less");
  expect([none.status, none.text.includes("Επιλέξτε τουλάχιστον ένα")]).toEqual([422, true]);
  const mark = /name="mark" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  const fields = { version: "2", was: FAMILY, "gone-0-1": "yes", mark };
  const [one, twice] = await Promise.all([
    desk.press(link, "less", { "gone-0-1": "yes" }),
    desk.citizen.send(`${link}/less`, fields),
  ]);
  expect([one, twice].map(({ headers }) => headers.location)).toEqual([`${link}?done=less`, `${link}?done=less`]);
  const after = await row("booked");
  expect([minutes(after), after.more_services, after.companions.length, after.reference]).toEqual([
    30,
    [],
    1,
    before.reference,
  ]);
  await desk.delivered(10);
  const letter = desk.smtp.messages(desk.email).at(-1)?.text ?? "";
  expect(letter).toContain("Άτομο 2:");
  expect(letter).not.toContain("Μεταβίβαση");
  const stale = await desk.citizen.send(`${link}/less`, { ...fields, "gone-0-1": "no", "gone-1-0": "yes" });
  expect(stale.status).toBe(412);
});

test("whose visit it is stays: who booked it stays with something, or it is cancelled as a whole", async () => {
  const link = await aFamily();
  const before = await row("booked");
  expect((await desk.citizen.see(`${link}/less`)).text).toContain("το όνομα δεν αλλάζει");
  const refused = await desk.press(link, "less", { "gone-0-0": "yes", "gone-0-1": "yes" });
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringMatching(/στο όνομα .* και το όνομα δεν αλλάζει.*ακυρώστε το ραντεβού και κλείστε νέο, ή τηλεφωνήστε/),
  ]);
  expect(refused.html).toContain('name="gone-0-1" value="yes" checked');
  expect(refused.html).not.toContain('name="gone-1-0" value="yes" checked');
  expect(await row("booked")).toEqual(before);
  await desk.press(link, "less", { "gone-0-1": "yes", "gone-1-0": "yes" });
  const after = await row("booked");
  expect([minutes(after), after.last_name, after.service, after.companions]).toEqual([
    15,
    before.last_name,
    before.service,
    [],
  ]);
  expect((await desk.citizen.see(link)).html).not.toContain(`${link}/less`);
  const last = await desk.press(link, "less", { "gone-0-0": "yes" });
  expect(last.headers.location).toBe(`${link}/cancel`);
  expect((await row("booked")).version).toBe(after.version);
});

test("a part is given back in a place that is closed meanwhile, too", async () => {
  const link = await aFamily();
  await world.owner.query(
    `insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at, created_by)
     select $1, gen_random_uuid(), 'closed', $2, $3, 'Απεργία', now(), (select id from employee limit 1)`,
    [desk.office.id, `${DAY} 08:00 Europe/Athens`, `${DAY} 15:00 Europe/Athens`],
  );
  await desk.press(link, "less", { "gone-1-0": "yes" });
  expect(minutes(await row("booked"))).toBe(45);
});

test("what takes longer than two hours is said before anything is held, with the way to the telephone", async () => {
  const long = "vehicle,vehicle;vehicle,vehicle,signature";
  const { citizen, office } = desk;
  for (const page of [
    await citizen.see(`/book/offices/${office.code}/days?service=${encodeURIComponent(long)}`),
    await citizen.see(`/book/offices/${office.code}/days/${DAY}?service=${encodeURIComponent(long)}`),
    await citizen.choose(office, DAY, "09:00", long),
  ]) {
    expect([page.status, page.text.includes("έως 120. Χωρίστε το σε δύο ραντεβού")]).toEqual([422, true]);
    expect(page.html).toContain(`href="/book/offices/${office.code}"`);
  }
  expect(await desk.rows("appointment")).toEqual([]);
});

test.each([
  "signature,unheard-of",
  "signature,signature,signature,signature",
  "signature;signature;signature;signature;signature",
  "signature;",
  ";signature",
  "signature;;signature",
])("%j is nothing that citizens may hold", async (service) => {
  const { status } = await desk.citizen.choose(desk.office, DAY, "09:00", service);
  expect(status).toBeGreaterThanOrEqual(404);
  expect(await desk.rows("appointment")).toEqual([]);
  expect(
    (await desk.citizen.see(`/book/offices/${desk.office.code}?service=${encodeURIComponent(service)}`)).status,
  ).not.toBe(500);
});
