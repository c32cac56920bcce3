import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../../test/citizen.ts";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../../test/world.ts";
import { addToVisit, peopleOfText, takeFromVisit, textOfPeople } from "./people.ts";

/** Several people and services, put together without a script before anything is chosen. */

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
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
});

const together = (service: string, of: TestOffice | null = office) =>
  `/book/together?${new URLSearchParams({ service, ...(of && { office: of.code }) })}`;
const linkIn = (html: string, label: string): string => {
  const before = html.slice(0, html.indexOf(label));
  return before
    .slice(before.lastIndexOf('href="') + 6)
    .replace(/".*$/s, "")
    .replaceAll("&amp;", "&");
};

test("from one service at an office to two people with their papers, as it takes and as it is held", async () => {
  const weeks = await citizen.see(`/book/offices/${office.code}/days?service=signature`);
  const first = await citizen.see(linkIn(weeks.html, "Περισσότερα άτομα ή υπηρεσίες"));
  expect(first.text).toContain("Έως 4 άτομα μαζί. Με TAXISnet το κάθε πρόσωπο μπορεί να έχει έως 2 ραντεβού τη φορά.");
  expect(first.html).not.toContain("Αφαίρεση");
  const list = await citizen.see(linkIn(first.html, "Κι άλλη υπηρεσία"));
  const two = await citizen.see(linkIn(list.html, "Μεταβίβαση οχήματος</a>"));
  expect(two.text).toContain("40 λεπτά. Κρατάμε 45 λεπτά συνεχόμενα.");
  const ticked = await citizen.see(`${together("signature,vehicle")}&with=signature`);
  expect(ticked.headers.location).toBe(together("signature,vehicle;signature").replace("office", "office"));
  const family = await citizen.see(String(ticked.headers.location));
  expect(family.text).toContain("50 λεπτά. Κρατάμε 60 λεπτά συνεχόμενα.");
  expect(family.text).toMatch(/Ημέρες με τόσο μεγάλο κενό: \d+\./);
  const less = await citizen.see(linkIn(family.html, 'Αφαίρεση<span class="visually-hidden">: Μεταβίβαση'));
  expect(less.text).toContain("20 λεπτά. Κρατάμε 30 λεπτά συνεχόμενα.");
  const onward = linkIn(family.html, "Συνέχεια</a>");
  expect(onward).toBe(`/book/offices/${office.code}/days?service=signature%2Cvehicle%3Bsignature`);
  expect((await citizen.see(onward)).status).toBe(200);
});

test("times say until when, and what fits where not all of it does", async () => {
  const taken = { date: "2026-11-25", queue: 1, lastName: "Α", firstName: "Β", service: "signature", channel: "phone" };
  const clerk = await world.aClerk(office);
  await clerk.ask("POST", `/api/offices/${office.code}/appointments`, {
    key: crypto.randomUUID(),
    body: { ...taken, time: "08:30" },
  });
  const page = await citizen.see(`/book/offices/${office.code}/days/2026-11-25?service=signature%3Bsignature`);
  expect(page.text).toContain("08:45–09:15");
  expect(page.text).toContain("Ώρες στις οποίες χωρούν μόνο 10 λεπτά:");
});

test("without an office, the office is chosen for all of it", async () => {
  const page = await citizen.see(together("signature;signature", null));
  expect(page.text).toContain("Πόσα ραντεβού μπορεί να έχει κάποιος τη φορά το ορίζει το κάθε ΚΕΠ");
  const onward = linkIn(page.html, "Συνέχεια</a>");
  const where = await citizen.see(`${onward}&where=${encodeURIComponent(office.code)}`);
  expect(where.text).toContain("Άτομο 1");
  expect(where.html).toContain(`/book/offices/${office.code}/days?service=signature%3Bsignature`);
  await world.owner.query("insert into office_service (office_id, service, is_offered) values ($1, 'vehicle', false)", [
    office.id,
  ]);
  const none = await citizen.see(`/book/offices/${office.code}/days?service=signature%3Bvehicle`);
  expect([none.status, none.text.includes("Σε αυτό το ΚΕΠ δεν γίνεται με ραντεβού")]).toEqual([422, true]);
});

/** Five of the longest */
const LONG = encodeURIComponent("vehicle,vehicle,vehicle;vehicle,vehicle");

test("what is typed by hand and is too much, too long or unheard of is said before any work", async () => {
  const many = await citizen.see(together("signature;signature;signature;signature;signature"));
  expect([many.status, many.text.includes("Έως 4 άτομα μαζί, με έως 3 υπηρεσίες το καθένα")]).toEqual([422, true]);
  expect(many.html).toContain(`href="/book/offices/${office.code}"`);
  const weeks = await citizen.see(
    `/book/offices/${office.code}/days?service=signature%2Csignature%2Csignature%2Csignature`,
  );
  expect([weeks.status, weeks.text.includes("Έως 4 άτομα μαζί")]).toEqual([422, true]);
  const long = await citizen.see(together("vehicle,vehicle,vehicle;vehicle,vehicle"));
  expect([long.status, long.text.includes("Μέσω διαδικτύου κλείνουν έως 120 λεπτά μαζί.")]).toEqual([200, true]);
  expect(long.html).not.toContain("Συνέχεια</a>");
  await world.owner.query("update office set phone = '+302100000000' where id = $1", [office.id]);
  const typed = await citizen.see(`/book/offices/${office.code}/days?service=${LONG}`);
  expect([typed.status, typed.html.includes('href="tel:+302100000000"')]).toEqual([422, true]);
  const held = await citizen.send(`/book/offices/${office.code}/hold`, {
    service: decodeURIComponent(LONG),
    at: "2026-11-25T09:00",
  });
  expect([held.status, held.html.includes('href="tel:+302100000000"')]).toEqual([422, true]);
  expect((await citizen.see(together("signature;unheard-of"))).headers.location).toMatch(/^\/book\/services/);
  await world.owner.query("update queue set is_active = false where office_id = $1", [office.id]);
  const none = await citizen.see(together("signature;signature"));
  expect([none.status, none.text.includes("Χωρίστε το σε δύο ραντεβού")]).toEqual([200, true]);
});

test("who has nothing left does not come, and one more comes behind the last", () => {
  const people = peopleOfText("a,b;c");
  expect(textOfPeople(takeFromVisit(people, 1, 0))).toBe("a,b");
  expect(textOfPeople(takeFromVisit(people, 0, 0))).toBe("b;c");
  expect(textOfPeople(addToVisit(people, 2, "d"))).toBe("a,b;c;d");
  expect(textOfPeople(addToVisit(people, 1, "d"))).toBe("a,b;c,d");
});
