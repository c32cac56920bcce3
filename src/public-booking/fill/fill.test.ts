import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen, holdIn, type Page } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";
import { hashOfToken } from "../../platform/token.ts";
import { rememberOffice } from "../form/at-office.ts";
import { releaseAll } from "../hold/start-releasing.ts";

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
  serial += 1;
  await world.owner.query("delete from closure");
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query("update office set online_by_phone = true where id = $1", [office.id]);
  citizen = aCitizen(world);
});

const day = "2026-11-25";
const fani = { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" };
let serial = 0;
/** Of somebody else in each test */
const ownPhone = () => `69441${String(10_000 + serial)}`;
const byPhone = (phone = ownPhone()) => ({ how: "phone", phone });
const rows = async (columns: string) =>
  (
    await world.owner.query(`select ${columns} from appointment where office_id = $1 order by starts_at, created_at`, [
      office.id,
    ])
  ).rows;
const whereTo = ({ status, headers }: Page) => [status, headers.location];
async function booked(time: string, person: object = fani, phone?: string): Promise<Page> {
  await citizen.choose(office, day, time);
  await citizen.send("/book/who", person as Record<string, string>);
  return citizen.confirm(byPhone(phone));
}
const later = (minutes: number) => {
  world.now = world.now.add({ minutes });
};
const release = () => releaseAll({ db: world.database.db, clock: () => world.now });

test("a citizen says who comes and books by telephone number, where the office allows it", async () => {
  await citizen.choose(office, day, "09:00");
  expect((await citizen.see("/book/who")).text).toContain("Κρατάμε για εσάς: Τετάρτη 25/11, 09:00, έως τις 10:52");
  expect(whereTo(await citizen.send("/book/who", fani))).toEqual([303, "/book/check"]);
  const check = await citizen.see("/book/check");
  expect(check.text).toContain("Έρχεται Γιασεμίδου Φανή");
  expect(check.text).toContain("Μόνο με τηλέφωνο");
  expect(whereTo(await citizen.confirm(byPhone()))).toEqual([303, "/book/done"]);
  expect(await rows("status, last_name, first_name, phone, channel, created_by, version")).toEqual([
    {
      status: "booked",
      last_name: "Γιασεμίδου",
      first_name: "Φανή",
      phone: `+30${ownPhone()}`,
      channel: "online",
      created_by: null,
      version: 2,
    },
  ]);
});

test("the way back to the times has the service in its address, and nothing else of the form", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  for (const page of ["/book/who", "/book/check"]) {
    const { html } = await citizen.see(page);
    const addresses = [...html.matchAll(/href="([^"]*\/days\/[^"]*)"/g)].map(([, address]) => address);
    expect(addresses, page).toEqual([`/book/offices/${office.code}/days/${day}?service=signature`]);
  }
});

test("whoever goes back to the times finds their own among them, and on another day what is held", async () => {
  await citizen.choose(office, day, "09:00");
  const times = (date: string) => citizen.see(`/book/offices/${office.code}/days/${date}?service=signature`);
  const own = await times(day);
  expect(own.text).toContain("Κρατάμε για εσάς: Τετάρτη 25/11, 09:00, έως τις 10:52");
  expect(own.html).toMatch(/class="[^"]* mine" name="at" value="2026-11-25T09:00"/);
  const other = await times("2026-11-26");
  expect(other.text).toContain("Κρατάμε για εσάς: Τετάρτη 25/11, 09:00");
  expect(other.html).not.toContain(" mine");
  later(11);
  expect((await times(day)).text).not.toContain("Κρατάμε για εσάς");
});

test("two who fill in at one office are each shown and booked as who they are", async () => {
  const other = aCitizen(world);
  const loukas = { who: "self", lastName: "Βερικόκης", firstName: "Λουκάς" };
  const [names, times] = [
    ["Γιασεμίδου Φανή", "Βερικόκης Λουκάς"],
    ["09:00", "09:15"],
  ];
  const both = [citizen, other] as const;
  const seen = async (path: string) => Promise.all(both.map(async (one) => (await one.see(path)).text));
  const saying = (texts: readonly string[], words: readonly string[]) =>
    texts.map((text) => words.map((word) => text.includes(word)));
  const own = [
    [true, false],
    [false, true],
  ];
  for (const [index, one] of both.entries()) await one.choose(office, day, times[index] as string);
  for (const [index, one] of both.entries()) await one.send("/book/who", index === 0 ? fani : loukas);
  expect(saying(await seen("/book/check"), names)).toEqual(own);
  for (const one of both) expect(whereTo(await one.confirm(byPhone()))).toEqual([303, "/book/done"]);
  expect(saying(await seen("/book/done"), times)).toEqual(own);
  expect((await rows("last_name")).map(({ last_name }) => last_name)).toEqual(["Γιασεμίδου", "Βερικόκης"]);
});

test("pressed twice, reloaded or gone back, it books once", async () => {
  await booked("09:00");
  const again = await Promise.all([citizen.confirm(byPhone()), citizen.confirm(byPhone())]);
  expect(again.map(whereTo)).toEqual([
    [303, "/book/done"],
    [303, "/book/done"],
  ]);
  expect(whereTo(await citizen.see("/book/check"))).toEqual([303, "/book/done"]);
  expect(await rows("status")).toEqual([{ status: "booked" }]);
});

const idsIn = (html: string) => [...html.matchAll(/ id="([\w.-]+-(?:error|hint))"/g)].map(([, id = ""]) => id);
const describing = (html: string) =>
  [...html.matchAll(/ aria-describedby="([^"]*)"/g)].flatMap(([, ids = ""]) => ids.split(" "));

test("what is missing or wrong is said at its field, and nothing typed is lost", async () => {
  await citizen.choose(office, day, "09:00");
  const page = await citizen.send("/book/who", {
    who: "business",
    lastName: "Βερικόκης",
    firstName: "",
    businessName: "Αρτοποιείο Σταχυού",
    afm: "123456780",
  });
  expect(page.status).toBe(422);
  for (const words of ["Ελέγξτε τα 9\u00a0ψηφία", "Δηλώστε ότι εκπροσωπείτε νόμιμα", "Γράψτε το όνομα"])
    expect(page.html).toContain(words);
  expect(idsIn(page.html)).toEqual(
    expect.arrayContaining(["firstName-error", "declared-error", "afm-error", "afm-hint"]),
  );
  expect(
    idsIn(page.html).filter((id) => !describing(page.html).includes(id)),
    "is read aloud at its field",
  ).toEqual([]);
  expect(page.html).toContain("<title>Σφάλμα: Για ποιον είναι το ραντεβού;");
  expect((await citizen.see("/book/who")).html).toContain('value="Βερικόκης"');
  expect(whereTo(await citizen.see("/book/check"))).toEqual([303, "/book/who"]);
  const whole = { who: "business", lastName: "Βερικόκης", firstName: "Λουκάς", businessName: "Αρτοποιείο Σταχυού" };
  await citizen.send("/book/who", { ...whole, afm: "123456783", declared: "yes" });
  await citizen.confirm(byPhone());
  expect(await rows("party, business_name, business_afm, last_name")).toEqual([
    { party: "business", business_name: "Αρτοποιείο Σταχυού", business_afm: "123456783", last_name: "Βερικόκης" },
  ]);
});

test("an e-mail or a number that can't be right is said at its field, on the page with all that was typed, reloaded too", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  const wrong = await citizen.confirm({ how: "email", email: "fani", phone: "69441" });
  for (const page of [wrong, await citizen.see("/book/check")]) {
    expect(page.text).toContain("Έρχεται Γιασεμίδου Φανή");
    expect([page.html.includes('value="fani"'), page.html.includes('value="69441"')]).toEqual([true, true]);
  }
  expect([wrong.status, wrong.text.includes("π.χ. onoma@example.gr")]).toEqual([422, true]);
});

test("the ten minutes are said, extended once, and when they are over the time can be had again", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  expect((await citizen.send("/book/extend", {})).status).toBe(303);
  expect((await citizen.see("/book/who")).text).toContain("έως τις 11:02. Δεν παρατείνεται άλλη φορά.");
  await citizen.send("/book/extend", {});
  later(21);
  await release();
  const over = await citizen.see("/book/check");
  expect([over.status, over.text]).toEqual([409, expect.stringContaining("η ώρα είναι ακόμη ελεύθερη")]);
  expect((await citizen.confirm(byPhone())).status).toBe(409);
  expect(await rows("status")).toEqual([{ status: "expired" }]);
  await citizen.choose(office, day, "09:00");
  expect(whereTo(await citizen.confirm(byPhone()))).toEqual([303, "/book/done"]);
  expect(await rows("status, last_name")).toEqual([
    { status: "expired", last_name: "" },
    { status: "booked", last_name: "Γιασεμίδου" },
  ]);
});

test("a time that somebody else has meanwhile is told, with the nearest ones", async () => {
  await citizen.choose(office, day, "09:00");
  later(11);
  await release();
  const other = aCitizen(world);
  await other.choose(office, day, "09:00");
  const over = await citizen.see("/book/who");
  expect(over.text).toContain("Τα 10\u00a0λεπτά πέρασαν και η ώρα 09:00 δόθηκε".replace("\u00a0", " "));
  expect(over.html).toContain(`value="${day}T09:15"`);
  const taken = await citizen.choose(office, day, "09:00");
  expect([taken.status, taken.text]).toEqual([409, expect.stringContaining("Η ώρα 09:00 μόλις δόθηκε")]);
});

test("that what was typed is kept hears only who has typed something", async () => {
  const other = aCitizen(world);
  await other.choose(office, day, "09:00");
  const kept = /Ό,τι γράψατε έχει κρατηθεί/;
  const taken = () => citizen.choose(office, day, "09:00");
  const first = await taken();
  expect([first.status, first.text]).toEqual([409, expect.stringContaining("Επιλέξτε μία από τις πλησιέστερες ώρες.")]);
  expect(first.text).not.toMatch(kept);
  await citizen.choose(office, day, "10:00");
  expect((await taken()).text).not.toMatch(kept);
  await citizen.send("/book/who", fani);
  expect((await taken()).text).toMatch(kept);
  const over = aCitizen(world);
  await over.choose(office, day, "11:00");
  later(11);
  expect((await over.see("/book/who")).text).not.toMatch(kept);
  expect((await citizen.see("/book/who")).text).toMatch(kept);
});

test("who chooses another time gives the first one back, also in another office, and keeps what was typed", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  await citizen.choose(office, day, "10:00");
  expect(await rows("status")).toEqual([{ status: "expired" }, { status: "held" }]);
  const other = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [other.id]);
  await citizen.choose(other, day, "11:00");
  expect(await rows("status")).toEqual([{ status: "expired" }, { status: "expired" }]);
  expect((await citizen.see("/book/who")).html).toContain('value="Γιασεμίδου"');
});

test("a process that last saw a form in another office finds it all the same", async () => {
  await citizen.choose(office, day, "09:00");
  const other = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [other.id]);
  await citizen.choose(other, day, "11:00");
  const key = hashOfToken(citizen.cookie()) as Buffer;
  rememberOffice(key, office.id);
  expect(whereTo(await citizen.send("/book/who", fani))).toEqual([303, "/book/check"]);
  rememberOffice(key, office.id);
  expect((await citizen.see("/book/check")).text).toContain("11:00");
});

test("a queue that is hidden, or a day that is closed, while somebody fills in takes nobody", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  await world.owner.query("update queue set is_public = false where office_id = $1", [office.id]);
  expect((await citizen.confirm(byPhone())).status).toBe(409);
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query(
    `insert into closure (id, starts_at, ends_at, reason, created_at) values (gen_random_uuid(), $1, $2, 'Απεργία', now())`,
    [`${day}T00:00:00+02:00`, `${day}T23:59:00+02:00`],
  );
  const closed = await citizen.confirm(byPhone());
  expect([closed.status, closed.text]).toEqual([
    409,
    expect.stringContaining("δεν θα δεχτεί την Τετάρτη 25 Νοεμβρίου"),
  ]);
  expect(closed.text).toContain("Αιτία: Απεργία");
  expect(await rows("status")).toEqual([{ status: "held" }]);
});

test("one person has no more appointments to come than the limit, in all offices together", async () => {
  await booked("09:00");
  await booked("10:00");
  const third = await booked("11:00");
  expect([third.status, third.text]).toEqual([409, expect.stringContaining("Έχετε ήδη όσα ραντεβού επιτρέπονται (2)")]);
  expect((await booked("11:00", fani, "6944999999")).status).toBe(303);
});

test("what another window has chosen is not confirmed by a page that showed something else", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  const first = holdIn((await citizen.see("/book/check")).html);
  await citizen.choose(office, day, "10:00");
  const page = await citizen.send("/book/check", { ...byPhone(), hold: first });
  expect([page.status, page.text]).toEqual([409, expect.stringContaining("σε άλλο παράθυρο")]);
  expect(await rows("status")).toEqual([{ status: "expired" }, { status: "held" }]);
  expect(whereTo(await citizen.send("/book/check", { ...byPhone(), hold: holdIn(page.html) }))[0]).toBe(303);
});

test("by telephone alone no e-mail is written to that was typed before", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  await citizen.confirm({ ...byPhone(), email: "somebody.else@example.gr" });
  expect(await rows("status, email")).toEqual([{ status: "booked", email: null }]);
});

test("where the ministry closes booking meanwhile nobody confirms, nor holds again", async () => {
  await citizen.choose(office, day, "09:00");
  await citizen.send("/book/who", fani);
  await world.owner.query("delete from public_booking");
  expect((await citizen.confirm(byPhone())).status).toBe(409);
  await openToCitizens(world.owner);
  expect(await rows("status")).toEqual([{ status: "held" }]);
});

test("what a text browser or a program sends that no form could is no fault of ours", async () => {
  await citizen.choose(office, day, "09:00");
  expect((await citizen.send("/book/who", { ...fani, lastName: "\0" })).status).toBe(422);
  const reply = await world.app.inject({ method: "POST", url: "/book/find", payload: { reference: 5 } });
  expect(reply.statusCode).toBe(415);
});

test("without an allowed telephone number nobody books by it", async () => {
  await world.owner.query("update office set online_by_phone = false where id = $1", [office.id]);
  expect((await booked("09:00")).status).toBe(422);
  expect(await rows("status")).toEqual([{ status: "held" }]);
});

test("a browser that does not say from where a form comes proves it; another site's form does not", async () => {
  const text = aCitizen(world, { "sec-fetch-site": "" });
  const other = aCitizen(world, { "sec-fetch-site": "cross-site" });
  expect((await other.choose(office, day, "09:00")).status).toBe(403);
  expect((await text.choose(office, day, "09:00")).status).toBe(403);
});
