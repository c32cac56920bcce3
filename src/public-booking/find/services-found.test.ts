import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { turnAllLanguagesOn } from "../../../test/ministry-person.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from public_booking");
  citizen = aCitizen(world);
});

const STRANGE = ["%00", "%25", "_", "%5F%25", "'", "%F0%9F%98%80", "%ED%A0%80", "%E2%80%AE", "a".repeat(10_000)];

test("until the ministry opens it, the start says what can be done instead", async () => {
  const closed = await citizen.see("/book");
  expect(closed.text).toContain("Τα ραντεβού από το διαδίκτυο δεν έχουν ανοίξει ακόμη");
  expect(closed.html).not.toContain("/book/earliest");
  await openToCitizens(world.owner);
  const open = await citizen.see("/book");
  expect(open.text).toContain("Κλείστε ραντεβού σε ΚΕΠ");
  expect((await citizen.see("/en/book")).text).toContain("Book an appointment at a KEP");
  expect([open.status, open.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(citizen.cookie()).toBeUndefined();
});

test("a service is found by one's own words, with its minutes and what to bring", async () => {
  for (const q of ["υπογραφη", "ipografi", "ΓΝΗΣΙΟ"]) {
    const page = await citizen.see(`/book/services?q=${encodeURIComponent(q)}`);
    expect(page.text, q).toContain("1 υπηρεσία για");
    expect(page.text).toContain("Διαρκεί περίπου 10 λεπτά, ανάλογα με το ΚΕΠ.");
    expect(page.text).toContain("ταυτότητα");
    expect(page.html).toContain('href="/book/offices?service=signature"');
  }
  const all = await citizen.see("/book/services");
  expect(all.text).toContain("Βεβαίωση γνησίου υπογραφής");
  expect(all.text).toContain("Μεταβίβαση οχήματος");
  expect((await citizen.see("/en/book/services")).html).toContain('href="/en/book/offices?service=vehicle"');
});

test("a service is found by its name in the reader's language, from when the ministry has it translated", async () => {
  await turnAllLanguagesOn(world);
  const look = async () => (await citizen.see("/sq/book/services?q=targat")).html;
  expect(await look()).not.toContain("service=vehicle");
  await world.owner.query(
    `insert into translation (greek, language, words) values ('Μεταβίβαση οχήματος', 'sq', 'Ndërrimi i targave')`,
  );
  expect(await look()).toContain("service=vehicle");
  await world.owner.query("delete from translation where greek = 'Μεταβίβαση οχήματος'");
});

test("what is done without a visit says where, before a place is chosen", async () => {
  const link = '<a href="https://example.gr/ypografi">';
  expect((await citizen.see("/book/services")).text).not.toContain("χωρίς επίσκεψη");
  await world.owner.query("update service set online_url = 'https://example.gr/ypografi' where code = 'signature'");
  expect((await citizen.see("/book/services")).html).toContain(link);
  expect((await citizen.see("/book/offices?service=signature")).html).toContain(link);
  const online = await citizen.see("/book/services?online=1");
  expect(online.text).toContain("1 υπηρεσία που γίνεται στο διαδίκτυο");
  expect(online.text).not.toContain("Μεταβίβαση οχήματος");
  expect((await citizen.see("/book")).html).toContain("/book/services?online=1");
  await world.owner.query("update service set online_url = null");
});

test("«Άλλη υπηρεσία» is offered only where the catalogue has one", async () => {
  const nothing = async () => (await citizen.see("/book/services?q=ωωω")).text;
  expect(await nothing()).toContain("Δεν βρήκαμε υπηρεσία για «ωωω». Δοκιμάστε άλλη λέξη.");
  await world.owner.query(
    "insert into service (code, name, short_name, name_en, minutes) values ('other', 'Άλλη υπηρεσία', 'Άλλη', 'Another', 20)",
  );
  expect(await nothing()).toContain("Δοκιμάστε άλλη λέξη ή «Άλλη υπηρεσία».");
  expect((await citizen.see("/book/services?q=ωωω")).html).toContain("/book/offices?service=other");
  await world.owner.query("delete from service where code = 'other'");
});

test("office first: the services lead on to its days, and one that it does not do says so", async () => {
  await openToCitizens(world.owner);
  const office = await world.anOffice();
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'vehicle', false, null)",
    [office.id],
  );
  const page = await citizen.see(`/book/services?office=${office.code}`);
  expect(page.html).toContain(`href="/book/offices/${office.code}/days?service=signature"`);
  expect(page.html).not.toContain(`href="/book/offices/${office.code}/days?service=vehicle"`);
  expect(page.text).toContain(`Το ΚΕΠ Δοκιμής ${office.code} δεν κάνει αυτή την υπηρεσία με ραντεβού.`);
  expect((await citizen.see("/book/services?office=0000")).status).toBe(404);
});

test.each(STRANGE)("strange words get a page: %s", async (words) => {
  const page = await citizen.see(`/book/services?q=${words}&unknown=1&q=%27`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Τι χρειάζεστε;");
  expect((await citizen.see(`/book/services?office=${words}`)).status).toBeOneOf([200, 404]);
});

test("the privacy notice says the days of the database, and what is still to be filled in", async () => {
  await world.owner.query("update retention set days = 45");
  const page = await citizen.see("/privacy");
  expect(page.text).toContain("45 ημέρες μετά την επίσκεψη ανωνυμοποιούνται οριστικά.");
  expect(page.html).toContain('<span class="ph">[στοιχεία επικοινωνίας]</span>');
  expect((await citizen.see("/en/accessibility")).text).toContain("Accessibility statement");
});
