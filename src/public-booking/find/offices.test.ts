import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from public_booking");
  await world.owner.query(
    "update office set postcode = null, latitude = null, longitude = null, settings_version = settings_version + 1",
  );
  await openToCitizens(world.owner);
  citizen = aCitizen(world);
});

const publish = (office: TestOffice) =>
  world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);

/** North of the first, by so many kilometres */
async function at(office: TestOffice, km: number, postcode: string): Promise<TestOffice> {
  await world.owner.query(
    "update office set latitude = 38 + $2 / 111.2, longitude = 23.7, postcode = $3, settings_version = settings_version + 1 where id = $1",
    [office.id, km, postcode],
  );
  return office;
}

const order = (text: string, ...offices: readonly TestOffice[]) =>
  offices.map(({ code }) => text.indexOf(`Δοκιμής ${code}`));

test("offices come by distance from a postcode, each with its first time", async () => {
  const [near, far] = [await at(await world.anOffice(), 0.6, "99012"), await at(await world.anOffice(), 6, "99040")];
  await at(await world.anOffice(), 300, "99041");
  await Promise.all([near, far].map(publish));
  const page = await citizen.see("/book/offices?service=signature&where=990%2012&unknown=1");
  expect(page.text).toContain("2 ΚΕΠ κοντά στο 990 12");
  expect(page.text).toContain("Πρώτη ελεύθερη ώρα: σήμερα, στις 11:45");
  const [first = -1, second = -1] = order(page.text, near, far);
  expect(first).toBeLessThan(second);
  expect(page.text).toContain("5 χλμ.");
  expect(page.html).toContain(`href="/book/offices/${near.code}/days?service=signature"`);
  const around = await citizen.see("/book/offices?service=signature&lat=38.05&lon=23.70");
  expect(order(around.text, far)[0]).toBeLessThan(order(around.text, near)[0] as number);
});

test("without steps first, where one asks for it", async () => {
  const [near, far] = [await at(await world.anOffice(), 0, "99012"), await at(await world.anOffice(), 6, "99040")];
  await world.owner.query(
    "update office set has_step_free_entrance = (id = $1), settings_version = settings_version + 1",
    [far.id],
  );
  const page = await citizen.see("/book/offices?service=signature&where=99012&sort=steps");
  expect(order(page.text, far)[0]).toBeLessThan(order(page.text, near)[0] as number);
  expect(page.text).toContain("Είσοδος χωρίς σκαλιά");
  expect(page.text).toContain("Σκαλιά στην είσοδο");
});

test("nobody can tell an office with hidden queues from one that has none", async () => {
  const hidden = await at(await world.anOffice({ queues: 2 }), 0, "99012");
  const none = await at(await world.anOffice({ queues: 1 }), 6, "99040");
  await world.owner.query("update queue set is_active = false where office_id = $1", [none.id]);
  await world.owner.query("delete from queue_hours where office_id = $1", [none.id]);
  const seen = async ({ code }: TestOffice) =>
    (await citizen.see(`/book/offices/${code}?service=signature`)).html.replaceAll(code, "CODE");
  expect((await seen(hidden)).replace("99012", "99040")).not.toContain("08:00");
  await world.owner.query(
    "update office set latitude = 38, postcode = '99012', settings_version = settings_version + 1 where id = $1",
    [none.id],
  );
  expect(await seen(hidden)).toBe(await seen(none));
  const list = await citizen.see("/book/offices?service=signature&where=99012");
  expect(list.text.match(/Προς το παρόν κλείνετε ραντεβού μόνο τηλεφωνικά/g)).toHaveLength(2);
  expect(list.text).not.toMatch(/Πρώτη ελεύθερη|08:00/);
});

test("outside what the ministry has opened an office gives no times, and is listed with its telephone", async () => {
  const office = await at(await world.anOffice(), 0, "99012");
  await publish(office);
  await world.owner.query("update office set region = 'Εκεί', phone = '+302105550120' where id = $1", [office.id]);
  await world.owner.query("delete from public_booking");
  await world.owner.query("insert into public_booking (id, region, opened_at) values ($1, 'Αλλού', now())", [
    randomUUID(),
  ]);
  const list = await citizen.see("/book/offices?service=signature&where=99012");
  expect(list.text).toContain("Προς το παρόν κλείνετε ραντεβού μόνο τηλεφωνικά: 210 555 0120");
  expect(list.html).not.toContain(`${office.code}/days`);
  const page = await citizen.see(`/book/offices/${office.code}`);
  expect(page.html).toContain('href="tel:+302105550120"');
  expect(page.text).toContain("Προς το παρόν κλείνετε ραντεβού μόνο τηλεφωνικά.");
  const earliest = await citizen.see("/book/earliest?service=signature&where=99012");
  expect(earliest.html).not.toContain('<button class="button t"');
});

test("an office says when it is closed and why, of the whole of it alone, and which one nearby is open", async () => {
  const [closed, open] = [await at(await world.anOffice(), 0, "99012"), await at(await world.anOffice(), 6, "99040")];
  await publish(open);
  const except = (queue: number | null, reason: string) =>
    world.owner.query(
      `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
       values ($1, $2, $3, 'closed', '2026-11-27T00:00+02', '2026-11-28T00:00+02', $4, now())`,
      [closed.id, randomUUID(), queue, reason],
    );
  await except(null, "τοπική αργία");
  await except(1, "ιατρική εξέταση");
  const page = await citizen.see(`/book/offices/${closed.code}`);
  expect(page.text).toContain("Παρασκευή 27 Νοεμβρίουκλειστό τοπική αργία");
  expect(page.text).not.toContain("ιατρική");
  expect(page.text).toContain(`Το πιο κοντινό ΚΕΠ με ραντεβού από το διαδίκτυο: ΚΕΠ Δοκιμής ${open.code} 6 χλμ.`);
  expect(page.html).toContain(`href="/book/services?office=${open.code}"`);
  expect((await citizen.see("/book/offices/0000")).status).toBe(404);
});

/** What citizens read of a new office with these hours: on its page, and among others. */
async function seenWithHours(counter: string | null, telephone: string | null, exceptions: string | null = null) {
  const office = await at(await world.anOffice(), 0, "99012");
  await world.owner.query(
    `update office set counter_hours = $2, telephone_hours = $3, hours_exceptions = $4, phone = '+302105550120',
       settings_version = settings_version + 1 where id = $1`,
    [office.id, counter, telephone, exceptions],
  );
  const page = await citizen.see(`/book/offices/${office.code}`);
  const list = await citizen.see(`/book/offices?service=signature&where=${office.code}`);
  return [page.text, list.text] as const;
}

test("hours are the office's own and never those of its queues: what is not known is asked by telephone", async () => {
  const [page, list] = await seenWithHours(null, null);
  for (const text of [page, list]) expect(text).not.toMatch(/08:00|Ανοιχτά|Κλειστά/);
  expect(page).toContain("Ώρες: ρωτήστε στο τηλέφωνο 210 555 0120");
});

test("whether it is open now and the telephone is answered, and what changes", async () => {
  const week = "Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00";
  const both = await seenWithHours(week, "Tu 09:00-13:00", "2026-11-28|09:00-13:00||Μόνο για θέρμανση");
  for (const text of both) {
    expect(text).toContain("Ανοιχτά τώρα, έως τις 15:00");
    expect(text).toContain("Απαντούν τώρα, έως τις 13:00.");
    expect(text).toMatch(/Σάββατο 28 Νοεμβρίου(: )?09:00–13:00, ανοιχτό, επιπλέον ώρες,? Μόνο για θέρμανση/);
  }
  expect(both[0]).toContain("Σήμερα, Τρίτη08:00–15:00 και 17:00–19:00 09:00–13:00 Δευτέρα08:00–15:00 όχι");
  expect(both[1]).toContain("Δευτέρα 08:00–15:00, Τρίτη 08:00–15:00 και 17:00–19:00");
});

test("when it opens, and why it is closed the whole day", async () => {
  for (const text of await seenWithHours("We 08:00-15:00", "We 09:00-13:00")) {
    expect(text).toContain("Κλειστά τώρα. Ανοίγει αύριο, Τετάρτη, στις 08:00.");
    expect(text).toContain("Απαντούν αύριο, Τετάρτη, στις 09:00.");
  }
  for (const text of await seenWithHours("Tu 08:00-15:00", null, "2026-11-24|closed||Τοπική αργία"))
    expect(text).toContain("Κλειστά σήμερα: Τοπική αργία. Ανοίγει Τρίτη 1 Δεκεμβρίου, στις 08:00.");
});

test("where all that is open is given away, it says until when, and when the day after that opens", async () => {
  const office = await at(await world.anOffice(), 0, "99012");
  await publish(office);
  await world.owner.query(
    `update office set online_horizon_days = 7, online_release_time = '08:00', settings_version = settings_version + 1
     where id = $1`,
    [office.id],
  );
  await world.owner.query("update queue_hours set valid = '[2026-12-10,)' where office_id = $1", [office.id]);
  const { text } = await citizen.see("/book/offices?service=signature&where=99012");
  expect(text).toContain("Καμία ελεύθερη ώρα έως Τρίτη 1 Δεκεμβρίου. Νέες ώρες ανοίγουν αύριο, Τετάρτη, στις 08:00.");
});

test("one that does not do the service says so, and another is the nearest", async () => {
  const [not, other] = [await at(await world.anOffice(), 0, "99012"), await at(await world.anOffice(), 6, "99040")];
  await Promise.all([not, other].map(publish));
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered) values ($1, 'signature', false)",
    [not.id],
  );
  const list = await citizen.see("/book/offices?service=signature&where=99012");
  expect(list.text).toContain(`Το ΚΕΠ Δοκιμής ${not.code} δεν κάνει αυτή την υπηρεσία με ραντεβού.`);
  const page = await citizen.see(`/book/offices/${not.code}?service=signature`);
  expect(page.text).toContain(`ΚΕΠ Δοκιμής ${other.code}`);
});

test("eight on a page, and the way to the others", async () => {
  const offices: TestOffice[] = [];
  for (let count = 0; count < 9; count++) offices.push(await at(await world.anOffice(), count, "99012"));
  const first = await citizen.see("/book/offices?where=99012");
  expect(first.html.match(/class="kep"/g)).toHaveLength(8);
  expect(first.html).toContain('href="/book/offices?where=99012&amp;page=2"');
  const second = await citizen.see("/book/offices?where=99012&page=2");
  expect(second.html.match(/class="kep"/g)).toHaveLength(1);
  expect(second.text).toContain(`Δοκιμής ${offices.at(-1)?.code}`);
  expect((await citizen.see("/book/offices?where=99012&page=99")).text).toBe(second.text);
});

test("only pages that can use it may ask the browser where it is", async () => {
  const page = await citizen.see("/book/offices");
  expect(page.headers["permissions-policy"]).toContain("geolocation=(self)");
  const [script = ""] = /\/book-near-\w+\.js/.exec(page.html) ?? [];
  expect((await citizen.see(script)).headers["content-type"]).toContain("text/javascript");
  expect((await citizen.see("/book")).headers["permissions-policy"]).toContain("geolocation=()");
});

test("nothing typed, or nothing found, says what to do next", async () => {
  expect((await citizen.see("/book/offices?where=")).text).toContain("Γράψτε δήμο, περιοχή ή ταχυδρομικό κώδικα.");
  const unknown = await citizen.see("/book/offices?service=signature&where=%CF%89%CF%89%CF%89");
  expect(unknown.text).toContain("Δεν βρήκαμε ΚΕΠ για «ωωω». Δοκιμάστε τον ταχυδρομικό κώδικα.");
  expect(unknown.html).toContain('value="ωωω"');
});

const STRANGE = ["%00", "%25", "_", "'", "%F0%9F%98%80", "%ED%A0%80", "a".repeat(10_000)];

test.each(STRANGE)("strange places get a page: %s", async (words) => {
  const all = `service=${words}&where=${words}&lat=${words}&lon=${words}&page=${words}&sort=${words}&within=${words}`;
  for (const path of ["/book/offices", "/book/earliest", "/en/book/offices", "/book/offices/0000"]) {
    const { status } = await citizen.see(`${path}?${all}`);
    expect(status, path).toBeOneOf([200, 303, 404]);
  }
  expect((await citizen.see(`/book/earliest?service=signature&where=${words}`)).status).toBe(200);
});
