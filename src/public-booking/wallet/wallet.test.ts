import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW, type TestOffice, type World } from "../../../test/world.ts";
import { statusAt } from "../../../trial/stand-ins/wallet/cheats.ts";
import { releaseAll } from "../hold/start-releasing.ts";

let all: WalletWorld;
let world: World;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  all = await aWalletWorld();
  world = all.world;
});
afterAll(() => all.close());
beforeEach(async () => {
  world.now = NOW;
  Object.assign(all.wallet.faults, { trustList: "none", statusLists: "none" });
  await world.owner.query("delete from wallet_try");
  await all.fetchLists();
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", "09:00");
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
});

const show = async (person: string, agrees = true, of = citizen) => {
  const answer = { person, agrees };
  const reply = await all.wallet.answer(await beginWallet(of), answer);
  const page = await of.see(pathOf(reply.redirectUri));
  if (!page.text.includes(NOT_NOW)) return page;
  // Its list is fetched by the job once somebody has named it; then the same answer is looked at again.
  expect(await all.fetchLists()).toEqual([]);
  return of.see(/href="(\/book\/wallet\/back[^"]*)"/.exec(page.html)?.[1] ?? "");
};
const NOT_NOW = "Δεν μπορούμε αυτή τη στιγμή να δούμε αν η ταυτότητα ισχύει.";
const form = async () => {
  const { rows } = await world.owner.query("select identity, person_key from booking_form where office_id = $1", [
    office.id,
  ]);
  return rows[0];
};
const tries = async () => (await world.owner.query("select outcome, person::text from wallet_try")).rows;
const visits = async () => {
  const { rows } = await world.owner.query(
    "select status, last_name, first_name, party, email from appointment where office_id = $1",
    [office.id],
  );
  return rows;
};

test("before it is opened the page says what is shown and what not, and who asks", async () => {
  const page = await citizen.see("/book/wallet");
  expect([page.status, page.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(page.text).toContain("Τι θα μας δείξετε επώνυμο όνομα");
  expect(page.text).toContain("Τι δεν βλέπουμε ΑΦΜ, ΑΜΚΑ, αριθμό ταυτότητας");
  const link = await beginWallet(citizen);
  const open = await citizen.see("/book/wallet/open");
  expect(open.text).toContain("Δεν ήρθε ακόμη απάντηση. Την περιμένουμε έως τις 10:47.");
  expect(open.html).not.toMatch(/http-equiv="refresh"/i);
  expect(new URL(link).searchParams.get("client_id")).toMatch(/^x509_hash:[\w-]{43}$/);
});

test("who it is comes from the wallet, is looked at, and the appointment is theirs with an e-mail", async () => {
  const back = await show("fani");
  expect([back.status, back.headers.location]).toEqual([303, "/book/check"]);
  expect(await form()).toMatchObject({
    identity: { by: "wallet", lastName: "Γιασεμίδου", firstName: "Φανή", country: "GR", mark: null },
    person_key: null,
  });
  expect(await tries()).toEqual([]);
  const check = await citizen.see("/book/check");
  expect(check.text).toContain("Το πορτοφόλι απάντησε και η υπογραφή του ελέγχθηκε. Μας δείξατε");
  expect(check.text).toContain("Εκδότης Ελλάδα");
  expect(check.text).toContain("Δεν είδαμε ΑΦΜ, ΑΜΚΑ, αριθμό ταυτότητας");
  expect((await citizen.confirm({})).text).toContain("Γράψτε το e-mail");
  expect((await citizen.confirm({ email: "fani@example.gr" })).headers.location).toBe("/book/done");
  expect(await visits()).toEqual([
    { status: "booked", last_name: "Γιασεμίδου", first_name: "Φανή", party: "citizen", email: "fani@example.gr" },
  ]);
  expect((await form()).identity).toBeNull();
});

test("of a family it is said whose name the wallet has shown: the others' are typed", async () => {
  await citizen.choose(office, "2026-11-25", "10:00", "signature;signature");
  await citizen.send("/book/who", { who: "self", lastName2: "Αλκυονίδης", firstName2: "Νίκος" });
  await show("fani");
  expect((await citizen.see("/book/check")).text).toContain(
    "Έρχεται Γιασεμίδου Φανή, Αλκυονίδης Νίκος Γιασεμίδου Φανή: από το πορτοφόλι",
  );
});

test("a person with one name alone is no company, and types who comes", async () => {
  await show("linos");
  expect((await citizen.see("/book/check")).text).not.toContain("από το πορτοφόλι");
  const who = await citizen.see("/book/who");
  expect(who.html).toContain('id="who" value="self" checked');
  expect(who.html).toContain('name="lastName"');
  expect(who.html).toContain('name="businessName"');
  await citizen.send("/book/who", { who: "self", lastName: "Μονολέξης", firstName: "Λίνος" });
  expect((await citizen.confirm({ email: "linos@example.gr" })).headers.location).toBe("/book/done");
  expect(await visits()).toMatchObject([{ last_name: "Μονολέξης", first_name: "Λίνος", party: "citizen" }]);
});

test("a wallet of another country, and one whose identity lives for a day, are taken as well", async () => {
  await show("anna");
  expect(await form()).toMatchObject({
    identity: { lastName: "Nowiczek", country: expect.not.stringContaining("GR") },
  });
  await citizen.send("/book/wallet/forget", {});
  expect((await form()).identity).toBeNull();
  await show("polyxeni");
  expect(await form()).toMatchObject({ identity: { lastName: "Κυπαρίσση-Δροσιά" } });
});

test.each([
  ["fani", false, "Το πορτοφόλι δεν μας έδειξε τίποτα."],
  ["thomas", true, "Το πορτοφόλι δεν μας έδειξε τίποτα."],
  ["evridiki", true, "Η ταυτότητα στο πορτοφόλι έχει ανακληθεί."],
  ["prodromos", true, "Η ταυτότητα στο πορτοφόλι δεν ισχύει σήμερα."],
])("%s, agreeing: %s: it is said, what was typed stays, and there are other ways", async (person, agrees, words) => {
  const page = await show(person, agrees);
  expect(page.status).toBe(400);
  expect(page.text).toContain(words);
  expect(page.text).toContain("Ό,τι γράψατε έχει κρατηθεί.");
  expect(page.html).toContain('href="/book/check"');
  expect(await form()).toMatchObject({ identity: null });
  expect(await tries()).toEqual([]);
  expect((await citizen.see("/book/who")).html).toContain("Τυπωμένου");
});

test("brought back in another browser, what was shown is forgotten and nobody is identified", async () => {
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  const other = aCitizen(world);
  const page = await other.see(pathOf(reply.redirectUri));
  expect([page.status, await tries()]).toEqual([400, []]);
  expect(page.text).toContain("Το πορτοφόλι γύρισε σε άλλο πρόγραμμα περιήγησης.");
  expect(page.text).toContain("Γυρίστε εκεί και διαλέξτε άλλον τρόπο");
  const late = await citizen.see(pathOf(reply.redirectUri));
  expect(late.text).toContain("Η προσπάθεια τελείωσε.");
  expect(await form()).toMatchObject({ identity: null });
});

test("who has a try of their own gets nobody by another's code, and neither do they", async () => {
  const thief = aCitizen(world);
  await thief.choose(office, "2026-11-25", "09:15");
  await beginWallet(thief);
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  const page = await thief.see(pathOf(reply.redirectUri));
  expect(page.text).toContain("Το πορτοφόλι απάντησε σε άλλη προσπάθεια, όχι στην τελευταία σας.");
  const { rows } = await world.owner.query(
    "select identity from booking_form where office_id = $1 and identity is not null",
    [office.id],
  );
  expect(rows).toEqual([]);
});

test("of two that one browser began the last is good, also when the first was answered before", async () => {
  const [first, last] = [await beginWallet(citizen), await beginWallet(citizen)];
  const early = await all.wallet.answer(first, { person: "menelaos", agrees: true });
  const page = await citizen.see(pathOf(early.redirectUri));
  expect(page.text).toContain("Το πορτοφόλι απάντησε σε άλλη προσπάθεια, όχι στην τελευταία σας.");
  const reply = await all.wallet.answer(last, { person: "fani", agrees: true });
  await all.fetchLists();
  expect((await citizen.see(pathOf(reply.redirectUri))).headers.location).toBe("/book/check");
  expect(await form()).toMatchObject({ identity: { lastName: "Γιασεμίδου" } });
});

test("the page from which it began tells nobody whom the wallet showed", async () => {
  await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  const page = await citizen.see("/book/wallet/open");
  expect(page.text).toContain("Το πορτοφόλι απάντησε, αλλά δεν σας έφερε πίσω εδώ.");
  expect(page.text).not.toContain("Γιασεμίδου");
  expect(await form()).toMatchObject({ identity: null });
});

test("who knows only what the wallet is told sees nothing of a try", async () => {
  await beginWallet(citizen);
  const attempt = JSON.parse(Buffer.from(citizen.kept("__Host-wallet") as string, "base64url").toString());
  const thief = aCitizen(world);
  await thief.choose(office, "2026-11-25", "09:15");
  const guessed = { ...attempt, verifier: "A".repeat(43) };
  thief.keep("__Host-wallet", Buffer.from(JSON.stringify(guessed)).toString("base64url"));
  expect((await thief.see("/book/wallet/open")).text).toContain("Η προσπάθεια τελείωσε.");
});

test("a list that an older setting named is not fetched", async () => {
  await world.owner.query(
    "insert into wallet_list (address, kind, wanted_at) values ('http://127.0.0.1:2/a', 'status', $1), ('http://127.0.0.1:2/b', 'trust', $1)",
    [NOW.toString()],
  );
  expect(await all.fetchLists()).toEqual([]);
});

test("an answer is taken once: sent again it leads nowhere, and of two presses one takes it", async () => {
  const answer = { person: "fani", agrees: true, meddle: { sending: { isTwice: true } } };
  const reply = await all.wallet.answer(await beginWallet(citizen), answer);
  expect(reply.second).toMatchObject({ status: 400, redirectUri: null });
  const path = pathOf(reply.redirectUri);
  const pages = await Promise.all([citizen.see(path), citizen.see(path)]);
  expect(pages.map(({ status }) => status)).toEqual([303, 303]);
  expect((await citizen.see("/book/check")).text).toContain("Μας δείξατε");
});

test("of two answers at once one is taken, and three wrong ones at once are no more than three", async () => {
  const [first, second] = [aCitizen(world), aCitizen(world)];
  const [right, wrong] = await Promise.all(
    [first, second].map(async (each, index) => {
      await each.choose(office, "2026-11-25", index === 0 ? "10:00" : "10:15");
      return beginWallet(each);
    }),
  );
  const replies = await Promise.all(
    [1, 2, 3, 4].map(() => all.wallet.answer(right as string, { person: "fani", agrees: true }).catch(() => null)),
  );
  expect(replies.filter((reply) => reply?.status === 200)).toHaveLength(1);
  const form = () => new URLSearchParams({ response: "a.b.c.d.e" });
  const answer = { person: "fani", agrees: true, meddle: { form } };
  await Promise.all([1, 2, 3, 4, 5].map(() => all.wallet.answer(wrong as string, answer).catch(() => null)));
  const { rows } = await world.owner.query("select max(failures)::int as most from wallet_try");
  expect(rows).toEqual([{ most: 3 }]);
});

test("a web wallet of another site may answer, and its site sends nothing else", async () => {
  const link = await beginWallet(citizen);
  const id = new URL(link).searchParams.get("request_uri")?.split("/").at(-1);
  const from = { origin: "https://wallet.example", "sec-fetch-site": "cross-site" };
  const headers = { ...from, "content-type": "application/x-www-form-urlencoded" };
  const refused = { error: "access_denied" };
  const payload = new URLSearchParams(refused).toString();
  const answered = await world.app.inject({ method: "POST", url: `/wallet/answers/${id}`, headers, payload });
  expect([answered.statusCode, answered.headers["set-cookie"]]).toEqual([200, undefined]);
  const other = await world.app.inject({ method: "POST", url: "/book/wallet", headers, payload: "" });
  expect(other.statusCode).toBe(403);
});

test("an identity whose list is at a host that is not set is not taken, and nothing is fetched from there", async () => {
  const reply = await all.wallet.answer(await beginWallet(citizen), {
    person: "fani",
    agrees: true,
    meddle: statusAt("http://127.0.0.1:1/status"),
  });
  const page = await citizen.see(pathOf(reply.redirectUri));
  expect(page.text).toContain("Το πορτοφόλι δεν έδειξε ταυτότητα που αναγνωρίζουμε.");
  expect((await world.owner.query("select from wallet_list where address like '%:1/%'")).rows).toEqual([]);
});

test("of a list that another country signs no identity of ours is valid", async () => {
  await world.owner.query("delete from wallet_list where kind = 'status'");
  await show("anna");
  const { rows } = await world.owner.query("select address from wallet_list where kind = 'status'");
  const other = aCitizen(world);
  await other.choose(office, "2026-11-25", "10:30");
  const meddle = statusAt(rows[0].address);
  const reply = await all.wallet.answer(await beginWallet(other), { person: "fani", agrees: true, meddle });
  const page = await other.see(pathOf(reply.redirectUri));
  expect(page.text).toContain("Το πορτοφόλι δεν έδειξε ταυτότητα που αναγνωρίζουμε.");
});

test("after five minutes nothing is answered or taken, and a look by the clock leaves no name", async () => {
  const late = await beginWallet(citizen);
  const taken = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  expect(JSON.stringify(await tries())).toContain("Γιασεμίδου");
  world.now = NOW.add({ minutes: 5 });
  await expect(all.wallet.answer(late, { person: "fani", agrees: true })).rejects.toThrow();
  expect((await citizen.see("/book/wallet/open")).text).toContain("Η προσπάθεια τελείωσε.");
  expect((await citizen.see(pathOf(taken.redirectUri))).text).toContain("Η προσπάθεια τελείωσε.");
  await releaseAll({ db: world.db, clock: () => world.now });
  expect(await tries()).toEqual([]);
});

test("a wallet that answers when the time is held no more: it is said, the name stays, and the time can be held again", async () => {
  world.now = NOW.add({ minutes: 8 });
  const link = await beginWallet(citizen);
  world.now = NOW.add({ minutes: 11 });
  const reply = await all.wallet.answer(link, { person: "fani", agrees: true });
  await all.fetchLists();
  expect((await citizen.see(pathOf(reply.redirectUri))).headers.location).toBe("/book/check");
  const gone = await citizen.see("/book/check");
  expect(gone.status).toBe(409);
  await citizen.choose(office, "2026-11-25", "09:00");
  expect((await citizen.see("/book/check")).text).toContain("Έρχεται Γιασεμίδου Φανή από το πορτοφόλι");
});

test("three answers that are not as they should be end a try", async () => {
  const link = await beginWallet(citizen);
  const wrong = { person: "fani", agrees: true, meddle: { form: () => new URLSearchParams({ response: "no.token" }) } };
  for (const [index] of [1, 2, 3].entries()) {
    const reply = await all.wallet.answer(link, wrong);
    expect([index, reply.status]).toEqual([index, 200]);
  }
  await expect(all.wallet.answer(link, { person: "fani", agrees: true })).rejects.toThrow();
  expect((await citizen.see("/book/wallet/open")).text).toContain("Η απάντηση του πορτοφολιού δεν ήταν όπως πρέπει.");
});

test("while nobody knows who issues identities this way is closed in words, and the others are open", async () => {
  await world.owner.query("delete from wallet_list");
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  expect((await citizen.see(pathOf(reply.redirectUri))).text).toContain(NOT_NOW);
  expect((await citizen.confirm({ how: "email", email: "fani@example.gr" })).headers.location).toBe("/book/sent");
});

test("a list that was fetched stays good while its server is away, to its own end", async () => {
  await show("fani");
  await all.fetchLists();
  all.wallet.faults.trustList = "down";
  world.now = NOW.add({ hours: 1 });
  expect(await all.fetchLists()).toEqual([all.wallet.settings.WALLET_TRUST_LIST_URL]);
  await citizen.choose(office, "2026-11-25", "09:30");
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
  await citizen.send("/book/wallet/forget", {});
  expect((await show("menelaos")).headers.location).toBe("/book/check");
});

test("who began in English comes back in English, to the same one address", async () => {
  const link = await beginWallet(citizen, "/en");
  const open = await citizen.see("/en/book/wallet/open");
  expect(open.html, "as the wallet has it").toContain('“<span lang="el" dir="ltr">Πλατφόρμα Επισκέψεων</span>”');
  const reply = await all.wallet.answer(link, { person: "fani", agrees: true });
  expect((await citizen.see(pathOf(reply.redirectUri))).headers.location).toBe("/en/book/check");
  expect((await citizen.see("/en/book/check")).text).toContain("Issuer Greece");
});

test("settings of which some are there and others are not are refused", async () => {
  const plain = await aWalletWorld({ WALLET_ACCESS_KEY_FILE: "", WALLET_ACCESS_CHAIN_FILE: "" }).catch(
    (error) => error,
  );
  expect(String(plain)).toContain("together, or none of them");
});

test("a list that is older than the one that is here takes its place no more, though its own end is still to come", async () => {
  await world.owner.query("delete from wallet_list");
  await all.fetchLists();
  await show("fani");
  const kinds = async () => {
    const { rows } = await world.owner.query(
      "select kind, fetched_at from wallet_list where body is not null order by kind",
    );
    return rows.map(({ kind, fetched_at }) => [
      kind,
      Temporal.Instant.fromEpochMilliseconds(fetched_at.getTime()).toString(),
    ]);
  };
  world.now = NOW.add({ minutes: 20 });
  expect(await all.fetchLists()).toEqual([]);
  const newest = await kinds();
  expect(newest).toMatchObject([
    ["status", world.now.toString()],
    ["trust", world.now.toString()],
  ]);
  // As whoever serves the lists of before would: it is time for them, and they are signed as they should be.
  world.now = NOW.add({ minutes: 10 });
  await world.owner.query("update wallet_list set refresh_at = $1", [NOW.toString()]);
  expect(await all.fetchLists()).toHaveLength(2);
  expect(await kinds()).toEqual(newest);
  // The same once more is none of before.
  world.now = NOW.add({ minutes: 20 });
  expect(await all.fetchLists()).toEqual([]);
});
