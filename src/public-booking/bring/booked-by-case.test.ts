import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anItem } from "../../../test/items-to-bring.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** What to bring for whom somebody comes: from the question to page, letter, slip and counter. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
  const items = [
    anItem("Ταυτότητα πολίτη", { mark: "original", cases: ["self"] }),
    anItem("Εξουσιοδότηση με υπογραφή", { mark: "original", cases: ["proxy"] }),
    anItem("Έγγραφο εκπροσώπησης", { mark: "print", cases: ["business"] }),
    anItem("Βεβαίωση του δήμου", { mark: "found" }),
  ];
  await world.owner.query("update service set to_bring = $1 where code = 'signature'", [JSON.stringify(items)]);
  await world.owner.query(`insert into service (code, name, short_name, name_en, minutes)
    values ('other', 'Άλλη υπηρεσία', 'Άλλη υπηρεσία', 'Another service', 20)`);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});

const NAMES = { lastName: "Γιασεμίδου", firstName: "Φανή" };

async function booked(typed: Readonly<Record<string, string>>) {
  const { citizen, office, email, smtp } = desk;
  await citizen.choose(office, DAY, "09:00");
  await citizen.send("/book/who", { ...NAMES, ...typed });
  const check = (await citizen.see("/book/check")).text;
  await citizen.confirm({ how: "email", email });
  await desk.delivered(0);
  const { headers } = await desk.press(desk.linkTo(email), "confirm", {}, "");
  await desk.delivered(0);
  const done = await citizen.see(String(headers.location));
  const letter = smtp.messages(email).at(-1)?.text ?? "";
  const [{ id }] = (await desk.day(DAY)).appointments;
  const slip = await world.app.inject({
    url: `/api/offices/${office.code}/appointments/${id}/slip`,
    headers: { cookie: desk.clerk.cookie },
  });
  return { check, done, letter, slip: slip.body, id };
}

test("for a business, with its name and its own papers", async () => {
  const { done, letter, slip } = await booked({
    who: "business",
    businessName: "Άλφα ΑΕ",
    afm: "094014201",
    declared: "yes",
  });
  expect(done.html).toMatch(/id="case-business" value="business" checked/);
  expect(done.text).toMatch(/Επιχείρηση: Άλφα ΑΕ/);
  expect(letter).toContain("Έγγραφο εκπροσώπησης (εκτύπωση)");
  expect(letter).toContain("Βεβαίωση του δήμου (το βρίσκει το ΚΕΠ)");
  expect(letter).toMatch(/Να έχετε μαζί σας, για επιχείρηση/);
  expect(letter).toMatch(/Επιχείρηση:?\s+Άλφα ΑΕ/);
  expect(letter).not.toContain("Ταυτότητα πολίτη");
  expect(slip).toContain("Έγγραφο εκπροσώπησης (εκτύπωση)");
  expect(slip).toContain("Άλφα ΑΕ");
  expect(slip).not.toContain("Ταυτότητα πολίτη");
});

test("in another's place, with an authorisation; of oneself that is not said, whatever was chosen before", async () => {
  const { check, done, letter, id } = await booked({ who: "relative", behalf: "proxy" });
  expect(check).toContain("Άλλος, με εξουσιοδότηση");
  expect(done.html).toMatch(/id="case-proxy" value="proxy" checked/);
  expect(letter).toContain("Εξουσιοδότηση με υπογραφή (πρωτότυπο)");
  expect((await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body.behalf).toBe("proxy");
  desk = await aVisitDesk(world);
  const own = await booked({ who: "self", behalf: "proxy", matter: "κάτι άλλο" });
  expect(own.letter).toContain("Ταυτότητα πολίτη (πρωτότυπο)");
  const { body } = await desk.clerk.ask("GET", `${desk.office.code}/appointments/${own.id}`);
  expect([body.behalf, body.matter]).toEqual([null, null]);
});

test("of another service one says what for, in a line; what is wrong with it is said where it stands", async () => {
  const { citizen, office } = desk;
  expect((await citizen.see("/book/who")).html).not.toContain('name="matter"');
  await citizen.choose(office, DAY, "09:00", "other");
  expect((await citizen.see("/book/who")).html).toContain('name="matter"');
  const refused = await citizen.send("/book/who", { ...NAMES, who: "self", matter: "<b>τέλος</b>" });
  expect(refused.html).toMatch(/id="matter-error"/);
  expect(refused.html).toContain("&lt;b&gt;τέλος&lt;/b&gt;");
  await citizen.send("/book/who", { ...NAMES, who: "self", matter: "αίτηση για το τέλος" });
  expect((await citizen.see("/book/check")).text).toContain("αίτηση για το τέλος");
});
