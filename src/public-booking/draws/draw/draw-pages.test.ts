import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../../test/citizen.ts";
import { aDrawDesk, type DrawDesk, FIRST, OPENS } from "../../../../test/draw-desk.ts";
import { setClock } from "../../../../test/set-clock.ts";
import { aWorld, type World } from "../../../../test/world.ts";

let world: World;
let desk: DrawDesk;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world);
  citizen = aCitizen(world);
  await world.owner.query("update office set phone = '+302105550120' where id = $1", [desk.offices[0]?.id]);
});
afterAll(() => world.close());

test("before its window the page says when it opens, and nobody can write a wish", async () => {
  const page = await citizen.see(`/draws/${desk.number}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Δεν άνοιξε ακόμη: ανοίγει τη Δευτέρα 30/11, στις 08:00.");
  expect(page.text).not.toContain("Γράφω την επιθυμία μου");
  expect(page.text).toContain("210 555 0120");
  const list = await citizen.see("/draws");
  expect(list.text).toMatch(/Επόμενες .*Κλήρωση \d+, Μεταβίβαση οχήματος.*ανοίγει τη Δευτέρα 30\/11, στις 08:00/);
});

test("while it takes wishes the act comes first, then the reasons, the hours, the telephone", async () => {
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  const { text, html } = await citizen.see(`/draws/${desk.number}`);
  expect(text).toContain(
    "Γράφω την επιθυμία μου Έως Παρασκευή 04/12, 14:00. Αν γράψετε τώρα ή την τελευταία ώρα, είναι το ίδιο.",
  );
  expect(html).toContain(`href="/draws/${desk.number}/wish"`);
  expect(text).toContain(
    "έγγραφο με ημερομηνία έως 27/12. Δείξτε το στη θυρίδα ενός από αυτά τα ΚΕΠ, έως Παρασκευή 04/12, 12:00.",
  );
  expect(text).toContain("Έως Δευτέρα 07/12, 20:00 Όποιος κληρώθηκε λέει αν θα έρθει.");
  expect(text).toContain("Το μυστικό της σφραγίστηκε");
  expect((await citizen.see("/draws")).text).toContain("Δέχονται επιθυμίες τώρα");
});

test("how places are shared is said with the shares and days of now, and a draw that takes wishes keeps its own", async () => {
  const days = "το πολύ: 7. ";
  expect((await citizen.see("/draws/how")).text).toContain(days);
  await desk.rows(
    "update draw_terms set answer_days = 4, email_percent = 21, phone_percent = 22, need_percent = 23, need_days = 9",
  );
  const { text } = await citizen.see("/draws/how");
  for (const told of [
    "να το πείτε: 4.",
    "Με e-mail δίνουμε έως 21 ",
    "Με τηλέφωνο δίνουμε έως 22 ",
    "έως 23 ",
    "το πολύ: 9.",
  ])
    expect(text).toContain(told);
  expect(text).not.toContain(days);
  await desk.run();
  expect((await citizen.see(`/draws/${desk.number}`)).text).toContain("έγγραφο με ημερομηνία έως 27/12.");
});

test("where a time of the service is chosen a row leads to its draws", async () => {
  const [office] = desk.offices;
  const row = "Μερικές θέσεις μοιράζονται με κλήρωση";
  for (const page of [
    `/book/offices/${office?.code}/days?service=vehicle`,
    `/book/offices/${office?.code}?service=vehicle`,
    "/book/earliest?service=vehicle",
  ])
    expect([page, (await citizen.see(page)).text.includes(row)]).toEqual([page, true]);
  expect((await citizen.see(`/book/offices/${office?.code}/days?service=signature`)).text).not.toContain(row);
  expect((await citizen.see("/draws?service=vehicle")).text).toContain("Μεταβίβαση οχήματος");
  expect((await citizen.see("/draws?service=signature")).text).not.toContain("Μεταβίβαση οχήματος");
});

test("an outage moves the end, and the page says so", async () => {
  await desk.at("2026-12-04T12:00");
  await desk.afterOutage("2026-12-04T12:31");
  const { text } = await citizen.see(`/draws/${desk.number}`);
  expect(text).toContain("Γι’ αυτό το τέλος πήγε αργότερα: 35 λεπτά.");
  expect(text).toContain("Έως Παρασκευή 04/12, 14:35");
});

test("what came out is looked up by number, summed up, and given away as a file", async () => {
  const wishes = [];
  for (const name of ["one", "two", "three", "four", "five"]) wishes.push(await desk.wishes(name));
  await setClock(world, Temporal.Instant.from("2026-12-04T14:35:00+02:00"));
  const closed = await citizen.see(`/draws/${desk.number}`);
  expect(closed.text).toContain("Έκλεισε την Παρασκευή 04/12, στις 14:35. Η κλήρωση γίνεται τώρα");
  expect(closed.text).toContain("Η επόμενη είναι για");
  expect((await citizen.see(`/draws/${desk.number}.json`)).status).toBe(404);
  await desk.at("2026-12-04T14:36");
  await desk.run();
  const { text } = await citizen.see(`/draws/${desk.number}`);
  expect(text).toContain("Επιθυμίες 5 μία για κάθε πρόσωπο Θέσεις 8");
  expect(text).toContain("Με την πρώτη τους επιθυμία: 2. Με τη δεύτερη: 0. Με κάποια άλλη: 0.");
  expect(text).toContain(`visits draw verify klirosi-${desk.number}.json`);
  const states = await Promise.all(wishes.map((at) => desk.state(at)));
  const drawn = states.find(({ stands }) => stands === "drawn");
  const found = await citizen.see(`/draws/${desk.number}?number=${encodeURIComponent(`Κ ${drawn?.wish.number}`)}`);
  expect(found.text).toContain(`Κ ${drawn?.wish.number}: κληρώθηκε`);
  expect(found.text).toContain(`Αποτύπωμα ${drawn?.fingerprint}`);
  const waits = states.find(({ stands }) => stands === "waits");
  expect((await citizen.see(`/draws/${desk.number}?number=${waits?.wish.number}`)).text).toContain("δεν έχει θέση");
  expect((await citizen.see(`/draws/${desk.number}?number=0000`)).text).toContain("0000: δεν υπάρχει στην κλήρωση");
  expect((await citizen.see(`/draws/${desk.number}?number=`)).text).toContain("Γράψτε τα ψηφία του αριθμού");
  expect(found.html).not.toContain(FIRST);
});

test("the file is what was published, and is not sent again to whoever has it", async () => {
  const address = `/draws/${desk.number}.json`;
  const file = await world.app.inject(address);
  expect(file.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(file.headers["content-disposition"]).toBe(`attachment; filename="klirosi-${desk.number}.json"`);
  const [stored] = await desk.rows("select body from draw_file where draw = $1", desk.number);
  expect(file.body).toBe(stored?.body);
  const again = await world.app.inject({ url: address, headers: { "if-none-match": String(file.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
});

test.each(["/draws/0", "/draws/9999", "/draws/x", "/draws/1e3", "/draws/99999999999"])(
  "%s is no draw",
  async (address) => {
    expect((await citizen.see(address)).status).toBe(404);
  },
);
