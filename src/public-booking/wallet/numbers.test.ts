import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen, holdIn } from "../../../test/citizen.ts";
import { aTaxisnet } from "../../../test/taxisnet.ts";
import { aVisitDesk } from "../../../test/visit-desk.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW, type TestOffice } from "../../../test/world.ts";

/** Who is counted as one: by a number that was asked for, and else by the e-mail (docs/decisions/0089). */
let asking: WalletWorld;
/** With TAXISnet beside it, which the other one goes without */
let namesOnly: WalletWorld;
let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  asking = await aWalletWorld({ WALLET_ASKS_NUMBER: "true" });
  namesOnly = await aWalletWorld(taxisnet.settings);
});
afterAll(async () => {
  await asking.close();
  await namesOnly.close();
  await taxisnet.stop();
});
beforeEach(() => {
  asking.world.now = NOW;
  namesOnly.world.now = NOW;
});

async function anOffice({ world }: WalletWorld): Promise<TestOffice> {
  const office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  return office;
}

/** In a browser of its own, up to what is confirmed. */
async function shown(
  { world, wallet, fetchLists }: WalletWorld,
  office: TestOffice,
  time: string,
  person = "fani",
): Promise<Citizen> {
  const citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", time);
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  const reply = await wallet.answer(await beginWallet(citizen), { person, agrees: true });
  await fetchLists();
  await citizen.see(pathOf(reply.redirectUri));
  return citizen;
}

test("with a number nobody has to be reached, and the visit is found again by it; the number itself is stored nowhere", async () => {
  const office = await anOffice(asking);
  const citizen = await shown(asking, office, "09:00");
  const { owner } = asking.world;
  const { rows: forms } = await owner.query("select identity, person_key from booking_form where office_id = $1", [
    office.id,
  ]);
  expect(forms[0]).toMatchObject({ identity: { by: "wallet", mark: expect.stringMatching(/^[\w-]{43}$/) } });
  expect(forms[0].person_key).not.toBeNull();
  expect((await citizen.see("/book/check")).text).toContain("Δεν είδαμε ΑΜΚΑ, αριθμό ταυτότητας");
  expect((await citizen.confirm({})).headers.location).toBe("/book/done");
  const { rows: owners } = await owner.query("select way, mark from visit_owner where office_id = $1", [office.id]);
  expect(owners).toEqual([{ way: "wallet", mark: forms[0].person_key }]);
  const { rows: people } = await owner.query("select is_identified, key from online_person where office_id = $1", [
    office.id,
  ]);
  expect(people).toEqual([{ is_identified: true, key: forms[0].person_key }]);
  const { rows: tables } = await owner.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  for (const { name } of tables) {
    const { rows } = await owner.query(`select from "${name}" as r where r::text like '%ΔΟΚ000002017%'`);
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

test("a person with a number has as many visits as the ministry lets one have, whichever e-mail they write", async () => {
  const office = await anOffice(asking);
  const results: string[] = [];
  for (const [index, time] of ["10:00", "10:15", "10:30"].entries()) {
    const citizen = await shown(asking, office, time, "anna");
    const page = await citizen.confirm({ email: `anna${index}@example.gr` });
    results.push(String(page.headers.location ?? page.status));
  }
  expect(results).toEqual(["/book/done", "/book/done", "409"]);
});

test("without a number they are counted by the e-mail, which has to be there and may not be one for a few minutes", async () => {
  const office = await anOffice(namesOnly);
  const results: string[] = [];
  for (const time of ["09:00", "09:15", "09:30"]) {
    const citizen = await shown(namesOnly, office, time, "menelaos");
    expect((await citizen.confirm({})).status).toBe(422);
    expect((await citizen.confirm({ phone: "6900000000" })).status).toBe(422);
    expect((await citizen.confirm({ email: "menelaos@mailinator.com" })).text).toContain("προσωριν");
    const page = await citizen.confirm({ email: "menelaos@example.gr" });
    results.push(String(page.headers.location ?? page.status));
  }
  // That it has so many is told to whoever opens its letter, and not to whoever types it.
  expect(results).toEqual(["/book/done", "/book/done", "/book/sent"]);
  const { rows: visits } = await namesOnly.world.owner.query(
    "select status from appointment where office_id = $1 and status = 'booked'",
    [office.id],
  );
  expect(visits).toHaveLength(2);
  const { rows } = await namesOnly.world.owner.query(
    "select distinct is_identified from online_person where office_id = $1",
    [office.id],
  );
  expect(rows).toEqual([{ is_identified: false }]);
  const ofDomain = "select from online_person where office_id = $1 and (is_domain or is_new_domain)";
  const { rowCount } = await namesOnly.world.owner.query(ofDomain, [office.id]);
  expect(rowCount, "each counts against the share of its mailbox's domain").toBe(2);
});

test("a time that is not held yet is none by names alone: a letter's link shows whose the e-mail is", async () => {
  const { world, wallet, fetchLists } = namesOnly;
  const desk = await aVisitDesk(world);
  const citizen = aCitizen(world);
  const wish = { service: "signature", at: "2026-11-26T09:00", later: "1" };
  await citizen.send(`/book/offices/${desk.office.code}/hold`, wish);
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  const reply = await wallet.answer(await beginWallet(citizen), { person: "polyxeni", agrees: true });
  await fetchLists();
  await citizen.see(pathOf(reply.redirectUri));
  const check = await citizen.see("/book/check");
  expect(check.text).toContain("Δεν κρατάμε ακόμη την ώρα:");
  expect(check.text).toContain("η ώρα κρατιέται μόλις πατήσετε τον σύνδεσμο που στέλνουμε εκεί");
  expect(check.text).not.toContain("Κλείνω το ραντεβού");
  expect((await citizen.confirm({})).status).toBe(422);
  expect((await citizen.confirm({ email: "polyxeni@example.gr" })).headers.location).toBe("/book/sent");
  expect((await citizen.see("/book/sent")).text).not.toContain("πορτοφόλι");
  const query = async (sql: string) => (await world.owner.query(sql, [desk.office.id])).rows;
  const booked = () => query("select last_name from appointment where office_id = $1 and status = 'booked'");
  expect(await booked()).toEqual([]);
  expect(await query("select identity, typed from booking_form where office_id = $1")).toMatchObject([
    { identity: null, typed: { how: "email", lastName: "Κυπαρίσση-Δροσιά" } },
  ]);
  await desk.delivered(0);
  await desk.press(desk.linkTo("polyxeni@example.gr"), "confirm", {}, "");
  expect(await booked()).toEqual([{ last_name: "Κυπαρίσση-Δροσιά" }]);
  // The browser may be somebody else's by now.
  expect((await citizen.see("/book/done")).text).not.toContain("Κυπαρίσση");
  await desk.close();
});

test("with a number such a time is theirs at once, as with TAXISnet", async () => {
  const office = await anOffice(asking);
  const { world, wallet, fetchLists } = asking;
  const citizen = aCitizen(world);
  const wish = { service: "signature", at: "2026-11-26T09:00", later: "1" };
  await citizen.send(`/book/offices/${office.code}/hold`, wish);
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  const reply = await wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  await fetchLists();
  await citizen.see(pathOf(reply.redirectUri));
  expect((await citizen.confirm({})).headers.location).toBe("/book/done");
});

test("names alone take as many times as one may have, whatever e-mails are typed beside them, also all at once", async () => {
  const office = await anOffice(namesOnly);
  const times = ["10:00", "10:15", "10:30", "10:45"];
  const citizens: Citizen[] = [];
  for (const time of times) citizens.push(await shown(namesOnly, office, time, "anna"));
  const pages = await Promise.all(
    citizens.map((citizen, index) => citizen.confirm({ email: `anna${index}@example${index}.gr` })),
  );
  const places = pages.map(({ headers, status }) => String(headers.location ?? status)).sort();
  expect(places).toEqual(["/book/done", "/book/done", "/book/sent", "/book/sent"]);
  const { rows } = await namesOnly.world.owner.query(
    "select identity, typed ->> 'how' as how from booking_form where office_id = $1 and confirmed_at is null",
    [office.id],
  );
  expect(rows).toEqual([
    { identity: null, how: "email" },
    { identity: null, how: "email" },
  ]);
  const waiting = citizens[pages.findIndex(({ headers }) => headers.location === "/book/sent")] as Citizen;
  expect((await waiting.see("/book/sent")).text).toContain("Στείλαμε σύνδεσμο στο");
  // A button that is pressed twice at once leads to the same.
  const twice = await shown(namesOnly, office, "11:00", "anna");
  const { html } = await twice.see("/book/check");
  const press = () => twice.send("/book/check", { hold: holdIn(html), email: "anna@example.gr" });
  const answers = await Promise.all([press(), press()]);
  expect(answers.map(({ headers }) => headers.location)).toEqual(["/book/sent", "/book/sent"]);
});

test("a letter that was asked for before the wallet confirms for a namesake, too", async () => {
  const { world, wallet, fetchLists } = namesOnly;
  await world.owner.query("delete from online_person");
  const desk = await aVisitDesk(world);
  for (const time of ["10:00", "10:15"])
    await (await shown(namesOnly, desk.office, time, "anna")).confirm({ email: `anna${time.slice(3)}@example.eu` });
  const namesake = aCitizen(world);
  await namesake.choose(desk.office, "2026-11-26", "11:00");
  await namesake.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  expect((await namesake.confirm({ how: "email", email: "namesake@example.gr" })).headers.location).toBe("/book/sent");
  const reply = await wallet.answer(await beginWallet(namesake), { person: "anna", agrees: true });
  await fetchLists();
  expect((await namesake.see(pathOf(reply.redirectUri))).headers.location).toBe("/book/check");
  await desk.delivered(0);
  const confirmed = await desk.press(desk.linkTo("namesake@example.gr"), "confirm", {}, "");
  expect(confirmed.headers.location).toMatch(/\/done$/);
  await desk.close();
});

test("a slip of the hand in the e-mail is asked of before anything stands, once", async () => {
  const office = await anOffice(namesOnly);
  const citizen = await shown(namesOnly, office, "12:00", "polyxeni");
  const slip = await citizen.confirm({ email: "polyxeni@gmial.com" });
  expect([slip.status, slip.text.includes("Μήπως εννοείτε polyxeni@gmail.com;")]).toEqual([422, true]);
  expect(slip.html).toContain('value="polyxeni@gmial.com"');
  // Some temporary mailboxes live on slips: whoever means it is told of that.
  const meant = await citizen.confirm({ email: "polyxeni@gmial.com" });
  expect([meant.status, meant.text.includes("Αυτό το e-mail είναι προσωρινό")]).toEqual([422, true]);
  const other = await citizen.confirm({ email: "polyxeni@yaho.gr" });
  expect([other.status, other.text.includes("polyxeni@yahoo.gr")]).toEqual([422, true]);
  expect((await citizen.confirm({ email: "polyxeni@yaho.gr" })).headers.location).toBe("/book/done");
});

test("a number that was not asked for is not taken, even where a wallet shows it", async () => {
  const office = await anOffice(namesOnly);
  const { world, wallet, fetchLists } = namesOnly;
  const citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", "11:00");
  const claims = (names: readonly string[]) => [...names, "personal_administrative_number"];
  const reply = await wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true, meddle: { claims } });
  await fetchLists();
  await citizen.see(pathOf(reply.redirectUri));
  const { rows } = await world.owner.query("select identity from booking_form where office_id = $1", [office.id]);
  expect(rows).toMatchObject([{ identity: { lastName: "Γιασεμίδου", mark: null } }]);
});

const LIST = "/book/my-appointments";

test("where no number is asked for a wallet signs nobody in, and the page says so", async () => {
  const citizen = aCitizen(namesOnly.world);
  const page = await citizen.see(LIST);
  expect(page.text).toContain("Με ευρωπαϊκό πορτοφόλι δεν συνδέεστε εδώ: δείχνει μόνο όνομα");
  expect(page.html).not.toContain('value="wallet"');
  expect((await citizen.send(LIST, { by: "wallet" })).headers.location).toBe(LIST);
  const { rows } = await namesOnly.world.owner.query("select from wallet_try");
  expect(rows).toEqual([]);
  expect((await citizen.see("/book")).text).toContain("Με TAXISnet, σε όλα τα ΚΕΠ");
});

test("where TAXISnet is not set, whoever has a wallet with a number signs in all the same", async () => {
  const citizen = aCitizen(asking.world);
  const page = await citizen.see(LIST);
  expect([page.status, page.text.includes("TAXISnet")]).toEqual([200, false]);
  expect((await citizen.send(LIST, {})).headers.location).toBe(LIST);
  expect((await citizen.send(LIST, { by: "wallet" })).headers.location).toBe("/book/wallet/open");
  expect((await citizen.see("/book")).text).toContain("Με σύνδεση, σε όλα τα ΚΕΠ");
});
