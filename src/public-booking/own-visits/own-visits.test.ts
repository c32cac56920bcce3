import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deskOf } from "../../../test/booking-desk.ts";
import { aCitizen } from "../../../test/citizen.ts";
import { anOwnVisitsWorld, DAY, LIST, type OwnVisitsWorld, pressable } from "../../../test/own-visits.ts";
import { pathBack } from "../../../test/taxisnet.ts";
import { NOW, type TestOffice } from "../../../test/world.ts";

/** Whose appointments are shown to whom, over all offices. */

let own: OwnVisitsWorld;
let office: TestOffice;
let elsewhere: TestOffice;
beforeAll(async () => {
  own = await anOwnVisitsWorld();
});
afterAll(() => own.close());
beforeEach(async () => {
  await own.setTime(NOW);
  Object.assign(own.taxisnet.faults, { token: "none", userinfo: null, userinfoStatus: 200 });
  [office, elsewhere] = [await own.anOpenOffice(), await own.anOpenOffice()];
  await own.world.owner.query("delete from visit_owner");
  await own.world.owner.query("delete from online_person");
});

const RELATIVE = { who: "relative", lastName: "Γιασεμίδης", firstName: "Θωμάς" };
const COMES = { lastName: "Μυρτιώτη", firstName: "Δάφνη" };
const BUSINESS = { who: "business", businessName: "Ανθέμιο Ε.Ε.", afm: "123456783", declared: "yes", ...COMES };
const NOTHING = "Δεν βρήκαμε ραντεβού σας που ισχύει.";

const list = async (userid: string) => (await own.signedIn(userid)).see(LIST);

describe("what is shown", () => {
  test("on another device: their own over all offices and a relative's, the nearest first, one of them in navy", async () => {
    await own.booked("fani", office, "10:00", RELATIVE);
    await own.booked("fani", elsewhere, "09:00");
    await own.booked("menelaos", office, "11:00");
    const page = await list("fani");
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(page.text).toContain("Συνδεθήκατε με TAXISnet ΓΙΑΣΕΜΙΔΟΥ ΦΑΝΗ");
    expect(page.text).toContain("Ραντεβού που ισχύουν: 2. Σε πόσα ΚΕΠ: 2.");
    expect(page.text).toMatch(/Αύριο Τετάρτη 25 Νοεμβρίου στις 09:00 Για εσάς .*στις 10:00 Έρχεται: Γιασεμίδης Θωμάς /);
    expect(page.text).not.toContain("ΘΑΛΑΣΣΙΝΟΣ");
    expect([...page.html.matchAll(/button--primary" name="visit"/g)]).toHaveLength(1);
  });

  test("a business's: to whoever booked it, or by its own codes, and never by its tax number", async () => {
    await own.booked("fani", office, "10:00", { ...BUSINESS, afm: "000002054" });
    expect((await list("anemoni")).text).toContain(NOTHING);
    await own.booked("anemoni", office, "11:00", { who: "business", declared: "yes", ...COMES });
    expect((await list("fani")).text).toMatch(/στις 10:00 Για επιχείρηση: Ανθέμιο Ε\.Ε\. Έρχεστε εσείς/);
    const company = await list("anemoni");
    expect(company.text).toContain("Ραντεβού που ισχύουν: 1.");
    expect(company.text).toContain("Έρχεται: Μυρτιώτη Δάφνη");
  });

  test("nothing of an equal name that was booked by telephone, and why that may be", async () => {
    const { code } = office;
    const clerk = await own.world.aClerk(office);
    await deskOf(office, clerk).booked("09:30", { date: DAY, lastName: "Γιασεμίδου", firstName: "Φανή" });
    const page = await list("fani");
    expect(page.text).toContain(NOTHING);
    expect(page.text).toMatch(
      /Περιμένατε να δείτε κάποιο;.*με e-mail.*από το τηλέφωνο.*επιχείρησης.*Πέρασε ή ακυρώθηκε/,
    );
    expect(page.text).not.toContain(code);
  });

  test.each([
    ["of whoever comes", "{vehicle}", []],
    ["of who comes along", "{}", [{ lastName: "Μυρτιώτη", firstName: "Δάφνη", services: ["vehicle"] }]],
  ])("all that is done in a visit, also a second matter %s", async (_, more, along) => {
    await own.booked("fani", office, "10:00");
    await own.world.owner.query("update appointment set more_services = $2, companions = $3 where office_id = $1", [
      office.id,
      more,
      JSON.stringify(along),
    ]);
    expect((await list("fani")).text).toContain("Βεβαίωση γνησίου υπογραφής, Μεταβίβαση οχήματος");
  });

  test("a time that the office has changed says so, and one that it gave to another office goes along", async () => {
    await own.booked("fani", office, "10:00");
    const clerk = await own.world.aClerk(office, elsewhere);
    const desk = deskOf(office, clerk);
    const { appointments } = await desk.day(DAY);
    const [{ id, version }] = appointments;
    const moved = await desk.move(id, { date: DAY, time: "12:00", queue: 1 }, version);
    expect(moved.status).toBe(200);
    expect((await list("fani")).text).toContain(
      "Το ΚΕΠ άλλαξε την ώρα στις 24/11/2026: ήταν Τετάρτη 25 Νοεμβρίου 2026, στις 10:00.",
    );
    const body = { office: elsewhere.code, date: DAY, time: "13:00", queue: 1 };
    const transferred = await desk.act(id, "transfer", { body, version: moved.body.version, key: id });
    expect(transferred.status).toBe(200);
    const page = await list("fani");
    expect(page.text).toMatch(/Ραντεβού που ισχύουν: 1\..*στις 13:00/);
    expect((await (await own.signedIn("fani")).see(`${LIST}/past`)).text).toContain("Μεταφέρθηκε σε άλλο ΚΕΠ");
  });

  test("what is over, or was cancelled, stands apart until it is forgotten", async () => {
    await own.booked("fani", office, "10:00");
    await own.setTime(Temporal.Instant.from("2026-11-26T08:00:00Z"));
    const citizen = await own.signedIn("fani");
    expect((await citizen.see(LIST)).text).toContain(NOTHING);
    expect((await citizen.see(`${LIST}/past`)).text).toMatch(/Όσα πέρασαν.*Τετάρτη 25 Νοεμβρίου στις 10:00/);
    await own.world.owner.query("select anonymize($1, array(select id from appointment where office_id = $1), now())", [
      office.id,
    ]);
    expect((await citizen.see(`${LIST}/past`)).text).toContain("Κανένα.");
    expect((await own.world.owner.query("select from visit_owner where office_id = $1", [office.id])).rows).toEqual([]);
  });

  test("what was booked before there was such a page is found by what the limit knows, and no telephone or e-mail is", async () => {
    await own.world.owner.query("update office set online_by_phone = true where id = $1", [office.id]);
    await own.booked("fani", office, "10:00");
    const telephone = aCitizen(own.world);
    await telephone.choose(office, DAY, "11:00");
    await telephone.send("/book/who", { who: "self", lastName: "Άλφα", firstName: "Βήτα" });
    expect((await telephone.confirm({ how: "phone", phone: "6944123456" })).headers.location).toBe("/book/done");
    const kept = "select appointment_id, mark from visit_owner where office_id = $1";
    const before = (await own.world.owner.query(kept, [office.id])).rows;
    expect(before).toHaveLength(1);
    await own.world.owner.query("delete from visit_owner");
    const migration = await readFile(new URL("../../../db/migrations/0129_own_visits.sql", import.meta.url), "utf8");
    await own.world.owner.query(/insert into visit_owner[^;]*;/.exec(migration)?.[0] ?? "");
    expect((await own.world.owner.query(kept, [office.id])).rows).toEqual(before);
  });

  test("of more than a page has, the rest on the next; each once", async () => {
    await own.world.owner.query(
      `with visit as (
         insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, reference, last_name, first_name,
           party, service, channel, created_at, version, language)
         select $1, gen_random_uuid(), 1, at, at + interval '15 min', 'booked', at, lpad(n::text, 9, '0'), 'ΧΧ', 'ΧΧ',
           'citizen', 'signature', 'online', now(), 1, 'el'
         from (select n, timestamptz '2026-11-25T08:00+02' + n * interval '15 min' as at from generate_series(1, 20) as n) as times
         returning office_id, id)
       insert into visit_owner (office_id, appointment_id, mark, way, since)
       select office_id, id, sha256(convert_to('afm 000002017', 'UTF8')), 'taxisnet', now() from visit`,
      [office.id],
    );
    const citizen = await own.signedIn("fani");
    const pages = await Promise.all(["", "?page=2", "?page=3", "?page=4"].map((page) => citizen.see(`${LIST}${page}`)));
    expect(pages.map((page) => pressable(page, "").length)).toEqual([5, 5, 5, 5]);
    expect(new Set(pages.flatMap((page) => pressable(page, ""))).size).toBe(20);
    expect(pages[0]?.html).toContain(`href="${LIST}?page=2"`);
    expect(pages[3]?.html).not.toContain("?page=5");
    expect((await citizen.see(`${LIST}?page=x`)).status).toBe(200);
  });
});

describe("who is signed in", () => {
  test("nobody: what it shows is said before the government asks, and nothing else is", async () => {
    await own.booked("fani", office, "10:00");
    const page = await aCitizen(own.world).see(LIST);
    expect(page.text).toContain("Όσα κλείσατε με TAXISnet, για εσάς ή για συγγενή.");
    expect(page.html).not.toContain('name="visit"');
    for (const part of ["past", "seen"])
      expect((await aCitizen(own.world).see(`${LIST}/${part}`)).text).toContain("Σύνδεση με TAXISnet");
    expect((await aCitizen(own.world).see(`${LIST}/add`)).headers.location).toBe(LIST);
  });

  test("whom the government denies is told, and what else they can do", async () => {
    const citizen = aCitizen(own.world);
    const page = await citizen.see(await pathBack(citizen, "sotiris", "", LIST));
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(page.text).toContain(
      "Η σύνδεση με TAXISnet δεν ολοκληρώθηκε. Δοκιμάστε ξανά, ή βρείτε το ραντεβού με τον κωδικό",
    );
    expect((await citizen.see(LIST)).html).not.toContain('name="visit"');
  });

  test("a stolen answer of the government opens nothing in another's browser", async () => {
    await own.booked("fani", office, "10:00");
    const back = await pathBack(aCitizen(own.world), "fani", "", LIST);
    const thief = aCitizen(own.world);
    expect((await thief.see(back)).status).toBeGreaterThanOrEqual(400);
    const begun = await thief.send(LIST, {});
    const state = new URL(String(begun.headers.location)).searchParams.get("state") ?? "";
    const forged = new URL(back, "http://localhost");
    forged.searchParams.set("state", state);
    expect((await thief.see(forged.pathname + forged.search)).status).toBeGreaterThanOrEqual(400);
    expect((await thief.see(LIST)).html).not.toContain('name="visit"');
  });

  test("where the answer is lost on its way, the same browser asks once more and is signed in; another's attempt is not", async () => {
    const browser = aCitizen(own.world);
    const path = await pathBack(browser, "fani", "", LIST);
    const attempt = browser.kept("__Host-taxisnet") ?? "";
    expect((await browser.see(path)).headers.location).toBe(LIST);
    const [lost, thief] = [aCitizen(own.world), aCitizen(own.world)];
    lost.keep("__Host-taxisnet", attempt);
    expect((await lost.see(path)).headers.location).toBe(LIST);
    expect((await lost.see(LIST)).text).toContain("ΓΙΑΣΕΜΙΔΟΥ");
    await pathBack(thief, "menelaos", "", LIST);
    await thief.see(path);
    expect(thief.kept("__Host-mine")).toBeUndefined();
  });

  test("for half an hour, at any process; then they are asked again, and the row is gone soon", async () => {
    await own.booked("fani", office, "10:00");
    const citizen = await own.signedIn("fani");
    const other = aCitizen({ app: await own.world.another() });
    other.keep("__Host-mine", citizen.kept("__Host-mine") ?? "");
    expect((await other.see(LIST)).text).toContain("Ραντεβού που ισχύουν: 1.");
    await own.setTime(NOW.add({ minutes: 30 }));
    const page = await citizen.see(LIST);
    expect(page.text).toContain("Η σύνδεσή σας έληξε.");
    expect(citizen.kept("__Host-mine")).toBeUndefined();
  });

  test("another person in the same browser sees their own alone", async () => {
    await own.booked("fani", office, "10:00");
    await own.booked("menelaos", office, "11:00");
    const citizen = await own.signedIn("fani");
    const former = citizen.kept("__Host-mine") ?? "";
    await own.signedIn("menelaos", citizen);
    const page = await citizen.see(LIST);
    expect(page.text).toContain("ΘΑΛΑΣΣΙΝΟΣ");
    expect(page.text).not.toContain("ΓΙΑΣΕΜΙΔΟΥ");
    const older = aCitizen(own.world);
    older.keep("__Host-mine", former);
    expect((await older.see(LIST)).text).not.toContain("ΓΙΑΣΕΜΙΔΟΥ");
  });

  test("of the tax number nothing is stored but its mark", async () => {
    await own.booked("fani", office, "10:00");
    await own.signedIn("fani");
    const { rows } = await own.world.owner.query(
      "select to_json(person)::text as text from citizen_session as person union all select to_json(owner)::text from visit_owner as owner",
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ text }) => text.includes("000002017"))).toEqual([]);
  });
});
