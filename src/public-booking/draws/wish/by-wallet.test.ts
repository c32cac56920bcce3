import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Page } from "../../../../test/citizen.ts";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../../test/draw-desk.ts";
import { aWisher, lastWish, type Wisher } from "../../../../test/draw-wisher.ts";
import { aTaxisnet } from "../../../../test/taxisnet.ts";
import { aWalletWorld, linkToWallet, pathOf, type WalletWorld } from "../../../../test/wallet/wallet-world.ts";

/** A wish of somebody whom a wallet's number makes the same person next time (docs/decisions/0089). */

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let all: WalletWorld;
let desk: DrawDesk;
let wisher: Wisher;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  all = await aWalletWorld({ ...taxisnet.settings, WALLET_ASKS_NUMBER: "true" });
  desk = await aDrawDesk(all.world, { terms: { email_percent: 40 } });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  await all.fetchLists();
});
afterAll(async () => {
  await all.close();
  await taxisnet.stop();
});
beforeEach(async () => {
  wisher = aWisher(all.world, desk);
  await all.world.owner.query("delete from draw_wish");
  await all.world.owner.query("delete from limit_count");
});

const page = () => `/draws/${desk.number}/wish`;

/** Presses the button of the wallet, and shows who it is. @returns the page to which it leads back, or where it ends */
async function signIn(person: string, of = wisher, chosen: Readonly<Record<string, string>> = {}): Promise<Page> {
  const link = await linkToWallet(of, await of.press("wallet", chosen));
  const path = pathOf((await all.wallet.answer(link, { person, agrees: true })).redirectUri);
  const first = await of.see(path);
  await all.fetchLists();
  const back = first.text.includes("να δούμε αν η ταυτότητα ισχύει") ? await of.see(path) : first;
  return back.status === 303 ? of.see(String(back.headers.location)) : back;
}

const BY_WALLET = { by: "wallet", lastName: "", firstName: "", email: "fani@gmail.com" };

test("they come back to the page with what they chose, and are in at once, without the bound of mailboxes", async () => {
  expect((await wisher.see(page())).text).toContain("Σύνδεση με ευρωπαϊκό πορτοφόλι");
  const signed = await signIn("fani", wisher, { when: `${FIRST} 0`, offices: desk.offices[0]?.code ?? "" });
  expect(signed.text).toContain("Συνδεθήκατε με ευρωπαϊκό πορτοφόλι Γιασεμίδου Φανή");
  expect(signed.html).toContain(`name="when" value="${FIRST} 0"`);
  const choice = await wisher.press("choose", BY_WALLET);
  expect(choice.text).toContain("Γιασεμίδου Φανή από το πορτοφόλι");
  const sent = await wisher.wish({ ...BY_WALLET, people: "4" });
  expect([sent.status, String(sent.headers.location)]).toEqual([
    303,
    expect.stringMatching(/^\/link\/[\w-]{43}\/draw$/),
  ]);
  expect(await desk.rows("select kind, is_confirmed, units from draw_wish")).toEqual([
    { kind: "wallet", is_confirmed: true, units: 4 },
  ]);
  expect(await desk.rows("select mark from draw_person order by mark")).toEqual([{ mark: "email" }, { mark: "pan" }]);
});

test("the same person has one, from whichever browser and with whichever mailbox", async () => {
  await signIn("fani");
  await wisher.wish(BY_WALLET);
  const other = aWisher(all.world, desk);
  expect((await signIn("fani", other)).text).toContain("Έχετε ήδη επιθυμία");
  const again = await other.wish({ ...BY_WALLET, email: "else@gmail.com" });
  expect((await other.see(String(again.headers.location))).text).toContain("Έχετε ήδη επιθυμία");
  const opened = await other.press("open");
  const { number } = await lastWish(desk);
  expect((await other.see(String(opened.headers.location))).text).toContain(`Κ ${number}`);
  expect(await desk.rows("select from draw_wish")).toHaveLength(1);
});

test("two presses at once make one wish", async () => {
  await signIn("fani");
  const answers = await Promise.all([wisher.wish(BY_WALLET), wisher.wish(BY_WALLET)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await desk.rows("select from draw_wish")).toHaveLength(1);
});

test("two people with wallets may share a mailbox; whoever has TAXISnet as well has no second wish with it", async () => {
  await signIn("fani");
  await wisher.wish(BY_WALLET);
  const relative = aWisher(all.world, desk);
  await signIn("anna", relative);
  expect((await relative.wish(BY_WALLET)).status).toBe(303);
  const again = aWisher(all.world, desk);
  await again.signIn("fani");
  const refused = await again.wish({ ...BY_WALLET, by: "taxisnet" });
  expect(refused.status).toBe(409);
  expect(await desk.rows("select kind from draw_wish")).toEqual([{ kind: "wallet" }, { kind: "wallet" }]);
});

test("without a number nobody is signed in, what was chosen stays, and there are other ways", async () => {
  const back = await signIn("menelaos", wisher, { when: `${FIRST} 0`, offices: "" });
  expect(back.text).toContain("Το πορτοφόλι δεν έδειξε διοικητικό αριθμό.");
  expect(back.text).toContain("Ό,τι γράψατε έχει κρατηθεί.");
  const href = /href="(\/draws\/[^"]*wish\?[^"]*)"/.exec(back.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const again = await wisher.see(href);
  expect(again.html).toContain(`name="when" value="${FIRST} 0"`);
  expect(again.text).toContain("Με e-mail");
});

test("a person who has one name is no company: they type who comes", async () => {
  const { owner } = all.world;
  await signIn("fani");
  await owner.query("update citizen_session set last_name = 'Μονολέξης', first_name = ''");
  const named = await wisher.press("choose", BY_WALLET);
  expect([named.status, named.text.includes("Επώνυμο")]).toEqual([422, true]);
  const sent = await wisher.wish({ ...BY_WALLET, lastName: "Μονολέξης", firstName: "Λίνος" });
  expect(sent.status).toBe(303);
  const { visit } = await lastWish(desk);
  expect(await desk.rows("select last_name, party from appointment where id = $1", visit)).toEqual([
    { last_name: "Μονολέξης", party: "citizen" },
  ]);
});

test("whoever is drawn and comes has a visit of their own, which they find with their wallet", async () => {
  await signIn("fani");
  await wisher.wish(BY_WALLET);
  const wish = await lastWish(desk);
  await desk.at(CLOSES);
  await desk.at("2026-12-04T18:30");
  await desk.at("2026-12-05T09:00");
  expect((await desk.state(wish)).stands).toBe("drawn");
  await desk.comes(wish);
  expect(await desk.rows("select way from visit_owner")).toEqual([{ way: "wallet" }]);
  await all.fetchLists();
  const citizen = aWisher(all.world, desk);
  const link = await linkToWallet(citizen, await citizen.send("/book/my-appointments", { by: "wallet" }));
  const path = pathOf((await all.wallet.answer(link, { person: "fani", agrees: true })).redirectUri);
  await citizen.see(path);
  expect((await citizen.see("/book/my-appointments")).text).toContain("Ραντεβού που ισχύουν: 1.");
});
