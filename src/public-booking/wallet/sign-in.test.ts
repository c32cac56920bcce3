import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen, type Page } from "../../../test/citizen.ts";
import { BY_WORKERS, doctorsFindings } from "../../../test/doctor.ts";
import { open } from "../../../test/own-visits.ts";
import { setServerClock } from "../../../test/server-clock.ts";
import { aTaxisnet, identify, pathBack } from "../../../test/taxisnet.ts";
import {
  aWalletWorld,
  beginWallet,
  linkToWallet,
  pathOf,
  type WalletWorld,
} from "../../../test/wallet/wallet-world.ts";
import { NOW, type TestOffice } from "../../../test/world.ts";

/** «Τα ραντεβού μου» with a wallet: where its number is asked for, and what is said where it isn't (docs/decisions/0089). */

const LIST = "/book/my-appointments";
const DAY = "2026-11-25";

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let all: WalletWorld;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  all = await aWalletWorld({ ...taxisnet.settings, WALLET_ASKS_NUMBER: "true" });
});
afterAll(async () => {
  expect(await doctorsFindings(all.world.database.ownerUrl, all.world.now, BY_WORKERS)).toEqual([]);
  await all.close();
  await taxisnet.stop();
});
beforeEach(async () => {
  const { world } = all;
  world.now = NOW;
  await setServerClock(world.owner, NOW);
  Object.assign(all.wallet.faults, { trustList: "none", statusLists: "none" });
  for (const table of ["wallet_try", "citizen_session", "visit_owner", "online_person", "limit_count"])
    await world.owner.query(`delete from ${table}`);
  await all.fetchLists();
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
});

const rows = async (sql: string) => (await all.world.owner.query(sql)).rows;

/** The path by which somebody's wallet brings the browser back. */
async function backOf(of: Citizen, answer: { person: string; agrees?: boolean }, language = ""): Promise<string> {
  const link = await linkToWallet(of, await of.send(`${language}${LIST}`, { by: "wallet" }), language);
  const reply = await all.wallet.answer(link, { agrees: true, ...answer });
  return pathOf(reply.redirectUri);
}

/** Its list is fetched by the job once somebody has named it; then the same answer is looked at again. */
async function lookedAt(of: Citizen, back: string): Promise<Page> {
  const page = await of.see(back);
  if (!page.text.includes(NOT_NOW)) return page;
  await all.fetchLists();
  return of.see(back);
}
const NOT_NOW = "Δεν μπορούμε αυτή τη στιγμή να δούμε αν η ταυτότητα ισχύει.";

async function signIn(of: Citizen, person: string): Promise<Page> {
  return lookedAt(of, await backOf(of, { person }));
}

/** By somebody's wallet, without an e-mail. */
async function booked(person: string, time: string): Promise<Citizen> {
  const of = aCitizen(all.world);
  await of.choose(office, DAY, time);
  await of.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  const reply = await all.wallet.answer(await beginWallet(of), { person, agrees: true });
  await lookedAt(of, pathOf(reply.redirectUri));
  await of.send("/book/who", { who: "self" });
  const page = await of.confirm({});
  if (page.headers.location !== "/book/done") throw new Error(page.text);
  return of;
}

test("whoever booked with a number finds it in any browser, by the same wallet, and is told so where they booked", async () => {
  const browser = await booked("fani", "09:00");
  expect((await browser.see("/book/done")).text).toContain("Θα βρίσκετε το ραντεβού με το ευρωπαϊκό πορτοφόλι");
  const page = await citizen.see(LIST);
  expect(page.text).toContain("Όσα κλείσατε με ευρωπαϊκό πορτοφόλι που έδειξε διοικητικό αριθμό");
  expect(page.text).toContain("Θα μας δείξετε επώνυμο, όνομα και διοικητικό αριθμό.");
  const back = await signIn(citizen, "fani");
  expect([back.status, back.headers.location]).toEqual([303, LIST]);
  const list = await citizen.see(LIST);
  expect(list.text).toContain("Συνδεθήκατε με ευρωπαϊκό πορτοφόλι Γιασεμίδου Φανή");
  expect(list.text).toContain("Ραντεβού που ισχύουν: 1. Σε πόσα ΚΕΠ: 1.");
  expect(list.text).toContain("Για εσάς");
  expect(await rows("select way, length(mark) as mark from citizen_session")).toEqual([{ way: "wallet", mark: 32 }]);
  expect(await rows("select from wallet_try")).toEqual([]);
  // As good as a letter's link.
  const link = await open(citizen, "cancel");
  expect((await citizen.see(link)).text).toContain("Να ακυρωθεί το ραντεβού;");
});

test("the end of it is ours alone: the government was not asked, and the next person finds nobody", async () => {
  await booked("fani", "09:00");
  await signIn(citizen, "fani");
  const out = await citizen.send(`${LIST}/out`, {});
  expect(out.headers.location).toMatch(/\/book\/ended$/);
  expect(String(out.headers.location)).not.toContain(taxisnet.origin);
  expect(await rows("select from citizen_session")).toEqual([]);
  await signIn(citizen, "fani");
  const end = await citizen.send("/book/end", {});
  expect([end.headers.location, await rows("select from citizen_session")]).toEqual(["/book/ended", []]);
  expect((await citizen.see(LIST)).text).toContain("Συνδεθείτε για να δείτε τα ραντεβού σας");
  // Whoever was signed in by the government is signed out there as well.
  await citizen.see(await pathBack(citizen, "fani", "", LIST));
  expect(String((await citizen.send(`${LIST}/out`, {})).headers.location)).toContain(taxisnet.origin);
});

test("TAXISnet and a wallet are two people: neither finds what the other booked, nor adds it, and the page says why", async () => {
  await booked("fani", "09:00");
  const other = aCitizen(all.world);
  await other.choose(office, DAY, "10:00");
  await other.send("/book/who", { who: "self", lastName: "Χρ", firstName: "Χρ" });
  await identify(other, "fani");
  await other.send("/book/who", { who: "self" });
  expect((await other.confirm({})).headers.location).toBe("/book/done");
  const [byTaxisnet] = await rows(
    "select reference, last_name as \"lastName\" from appointment join visit_owner on appointment_id = id where way = 'taxisnet'",
  );
  await signIn(citizen, "fani");
  expect((await citizen.see(LIST)).text).toContain("Ραντεβού που ισχύουν: 1.");
  expect((await citizen.send(`${LIST}/add`, byTaxisnet)).headers.location).toBe(`${LIST}?added=1`);
  expect((await citizen.see(`${LIST}?added=1`)).text).toContain("με δική του σύνδεση δεν προστίθεται");
  expect((await citizen.see(LIST)).text).toContain("Ραντεβού που ισχύουν: 1.");
  await all.world.owner.query("delete from visit_owner where way = 'wallet'");
  expect((await citizen.see(LIST)).text).toContain("Το κλείσατε με TAXISnet Δεν ξέρουμε ότι είστε το ίδιο πρόσωπο.");
  await all.world.owner.query("delete from visit_owner");
  await other.see(await pathBack(other, "fani", "", LIST));
  expect((await other.see(LIST)).text).toContain("Το κλείσατε με ευρωπαϊκό πορτοφόλι");
});

test("a wallet without a number signs nobody in: what it showed is gone, and it is said what to do", async () => {
  const page = await signIn(citizen, "menelaos");
  expect(page.status).toBe(400);
  expect(page.text).toContain("Το πορτοφόλι δεν έδειξε διοικητικό αριθμό.");
  expect(page.html).toContain(`href="${LIST}"`);
  expect(await rows("select from wallet_try")).toEqual([]);
  expect(await rows("select from citizen_session")).toEqual([]);
  expect((await citizen.see(LIST)).text).toContain("Συνδεθείτε για να δείτε τα ραντεβού σας");
});

test.each([
  ["fani", false, "Το πορτοφόλι δεν μας έδειξε τίποτα."],
  ["evridiki", true, "Η ταυτότητα στο πορτοφόλι έχει ανακληθεί."],
  ["prodromos", true, "Η ταυτότητα στο πορτοφόλι δεν ισχύει σήμερα."],
])("%s, agreeing: %s: nobody is signed in, and there is a way on", async (person, agrees, words) => {
  const page = await lookedAt(citizen, await backOf(citizen, { person, agrees }));
  expect([page.status, page.text.includes(words), page.html.includes(`href="${LIST}"`)]).toEqual([400, true, true]);
  expect(page.text).not.toContain("Ό,τι γράψατε έχει κρατηθεί.");
  expect(await rows("select from citizen_session")).toEqual([]);
});

test("while it can't be known whether it is valid the same answer is looked at again", async () => {
  all.wallet.faults.statusLists = "down";
  await all.world.owner.query("delete from wallet_list where kind = 'status'");
  const back = await backOf(citizen, { person: "fani" });
  const page = await citizen.see(back);
  expect(page.text).toContain(NOT_NOW);
  expect(page.html).toContain(`href="${back}"`);
  all.wallet.faults.statusLists = "none";
  await all.fetchLists();
  expect((await citizen.see(back)).headers.location).toBe(LIST);
});

test("in another browser it is nobody's, and in the one that began it is over", async () => {
  const back = await backOf(citizen, { person: "fani" });
  const other = aCitizen(all.world);
  const page = await other.see(back);
  expect([page.status, page.text.includes("ό,τι δείξατε σβήστηκε")]).toEqual([400, true]);
  expect(other.kept("__Host-mine")).toBeUndefined();
  expect((await citizen.see(back)).text).toContain("Η προσπάθεια τελείωσε.");
  expect(await rows("select from citizen_session")).toEqual([]);
});

test("brought back twice at once they are signed in once", async () => {
  await signIn(aCitizen(all.world), "fani");
  await all.world.owner.query("delete from citizen_session");
  const back = await backOf(citizen, { person: "fani" });
  const pages = await Promise.all([citizen.see(back), citizen.see(back)]);
  expect(pages.map(({ headers }) => headers.location)).toEqual([LIST, LIST]);
  expect(await rows("select way from citizen_session")).toEqual([{ way: "wallet" }]);
  expect((await citizen.see(LIST)).text).toContain("Συνδεθήκατε με ευρωπαϊκό πορτοφόλι");
  // And later, from the browser's history.
  expect((await citizen.see(back)).headers.location).toBe(LIST);
});

test("where the answer is lost on its way, the same browser asks once more and is signed in, for a minute and nobody else", async () => {
  await signIn(aCitizen(all.world), "fani");
  await all.world.owner.query("delete from citizen_session");
  const back = await backOf(citizen, { person: "fani" });
  const attempt = citizen.kept("__Host-wallet") ?? "";
  expect((await citizen.see(back)).headers.location).toBe(LIST);
  const lost = [aCitizen(all.world), aCitizen(all.world)] as const;
  for (const each of lost) each.keep("__Host-wallet", attempt);
  const other = aCitizen(all.world);
  await linkToWallet(other, await other.send(LIST, { by: "wallet" }));
  expect([(await other.see(back)).status, other.kept("__Host-mine")]).toEqual([400, undefined]);
  expect((await lost[0].see(back)).headers.location).toBe(LIST);
  expect(lost[0].kept("__Host-mine")).toBe(citizen.kept("__Host-mine"));
  expect(await rows("select way from citizen_session")).toEqual([{ way: "wallet" }]);
  all.world.now = NOW.add({ minutes: 1 });
  expect([(await lost[1].see(back)).status, lost[1].kept("__Host-mine")]).toEqual([400, undefined]);
});

test("whoever has signed out meanwhile is not signed in by the same address", async () => {
  await signIn(aCitizen(all.world), "fani");
  const back = await backOf(citizen, { person: "fani" });
  const attempt = citizen.kept("__Host-wallet") ?? "";
  await citizen.see(back);
  await citizen.send(`${LIST}/out`, {});
  citizen.keep("__Host-wallet", attempt);
  expect((await citizen.see(back)).text).toContain("Η προσπάθεια τελείωσε.");
  expect(citizen.kept("__Host-mine")).toBeFalsy();
});

test("what answers after five minutes is over, and the page says where to begin again", async () => {
  const link = await linkToWallet(citizen, await citizen.send(LIST, { by: "wallet" }));
  const open = await citizen.see("/book/wallet/open");
  expect(open.text).toContain("ζητά επώνυμο, όνομα και διοικητικό αριθμό, τίποτε άλλο");
  expect(open.text).not.toContain("Η ώρα μένει δική σας");
  expect(open.html).toContain(`href="${LIST}"`);
  all.world.now = NOW.add({ minutes: 5 });
  await expect(all.wallet.answer(link, { person: "fani", agrees: true })).rejects.toThrow("unreachable");
  const page = await citizen.see("/book/wallet/open");
  expect([page.status, page.text.includes("Η προσπάθεια τελείωσε."), page.html.includes(`href="${LIST}"`)]).toEqual([
    400,
    true,
    true,
  ]);
});

test("a form that is being filled in stays as it is beside a sign-in", async () => {
  await citizen.choose(office, DAY, "11:00");
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  await signIn(citizen, "fani");
  expect(await rows(`select identity from booking_form where office_id = ${office.id}`)).toEqual([{ identity: null }]);
  expect((await citizen.see("/book/who")).html).toContain('value="Τυπωμένου"');
});

test("it begins and ends in the reader's language", async () => {
  await signIn(aCitizen(all.world), "fani");
  const back = await backOf(citizen, { person: "fani" }, "/en");
  expect((await citizen.see(back)).headers.location).toBe(`/en${LIST}`);
  expect((await citizen.see(`/en${LIST}`)).text).toContain("You are signed in with a European wallet");
});

test("an address begins so many tries within five minutes, each a row and a key, and no more", async () => {
  const begin = () => citizen.send(LIST, { by: "wallet" });
  expect((await begin()).status).toBe(303);
  const { rowCount } = await all.world.owner.query(
    "update limit_count set count = 299 where limit_name = 'tries of wallets'",
  );
  expect(rowCount).toBe(1);
  expect([(await begin()).status, (await begin()).status]).toEqual([303, 429]);
  await citizen.choose(office, DAY, "11:30");
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  expect((await citizen.send("/book/wallet", {})).status).toBe(429);
  expect(await rows("select from wallet_try")).toHaveLength(2);
  // Another way goes on.
  expect((await citizen.send("/book/taxisnet", {})).status).toBe(303);
});

test("it ends after half an hour, as with TAXISnet", async () => {
  await signIn(citizen, "fani");
  all.world.now = NOW.add({ minutes: 30 });
  expect((await citizen.see(LIST)).text).toContain("Η σύνδεσή σας έληξε.");
});
