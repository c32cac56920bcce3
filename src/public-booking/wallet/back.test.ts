import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { aMinistryPerson, turnAllLanguagesOn } from "../../../test/ministry-person.ts";
import { waits } from "../../../test/waiting.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW, type TestOffice, type World } from "../../../test/world.ts";
import { statusAt, withClaims } from "../../../trial/stand-ins/wallet/cheats.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { formMark } from "../form/token.ts";
import { moveToken } from "./move.ts";

/** A browser that its wallet brings back: who takes what was shown, once, and what is left where it can't be taken. */
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
  await world.owner.query("delete from wallet_try");
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", "09:00");
  await citizen.send("/book/who", { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη" });
});

/** Up to the wallet's answer. @returns where the browser is to go */
async function answered(of = citizen): Promise<string> {
  const reply = await all.wallet.answer(await beginWallet(of), { person: "fani", agrees: true });
  await all.fetchLists();
  return pathOf(reply.redirectUri);
}
const tries = async () => (await world.owner.query("select outcome from wallet_try")).rows;
const identities = async () => {
  const { rows } = await world.owner.query("select identity from booking_form where office_id = $1", [office.id]);
  return rows.map(({ identity }) => identity);
};
const FANI = { by: "wallet", lastName: "Γιασεμίδου", firstName: "Φανή", country: "GR", mark: null };
const OVER = "Η προσπάθεια τελείωσε.";
const backWith = (code: string) => `/book/wallet/back?response_code=${code}`;
/** The attempt that a browser keeps */
const attemptOf = (of: Citizen) => JSON.parse(Buffer.from(of.kept("__Host-wallet") as string, "base64url").toString());
const keepAttempt = (of: Citizen, attempt: object) =>
  of.keep("__Host-wallet", Buffer.from(JSON.stringify(attempt)).toString("base64url"));

test("of what was shown the form has these words alone: nothing by which it is known where it was issued or revoked", async () => {
  await citizen.see(await answered());
  expect(await identities()).toEqual([FANI]);
});

test("marks in a name are letters on the page", async () => {
  const answer = { person: "fani", agrees: true, meddle: withClaims({ family_name: "<script>Γιασεμίδου" }) };
  const reply = await all.wallet.answer(await beginWallet(citizen), answer);
  await all.fetchLists();
  await citizen.see(pathOf(reply.redirectUri));
  const { html } = await citizen.see("/book/check");
  expect(html).toContain("&lt;script&gt;Γιασεμίδου");
  expect(html).not.toContain("<script>Γ");
});

test("whoever was shown is not asked once more, whichever page of it they open", async () => {
  await citizen.see(await answered());
  expect((await citizen.see("/book/wallet")).headers.location).toBe("/book/check");
  await citizen.send("/book/wallet", {});
  expect((await citizen.see("/book/wallet/open")).headers.location).toBe("/book/check");
});

test("a form whose time is held no more begins nothing", async () => {
  world.now = NOW.add({ minutes: 11 });
  expect((await citizen.send("/book/wallet", {})).status).toBe(409);
  expect([citizen.kept("__Host-wallet"), await tries()]).toEqual([undefined, []]);
});

test("whoever passed the link on to somebody else gets nobody without the code that only that wallet was told", async () => {
  await answered();
  const page = await citizen.see(backWith(newToken()));
  expect([page.status, page.text.includes(OVER)]).toEqual([400, true]);
  for (const code of ["", "short", "x".repeat(100)]) expect((await citizen.see(backWith(code))).text).toContain(OVER);
  expect(await identities()).toEqual([null]);
});

test("whoever knows what the wallet was told, and its code, gets nobody without the browser's own secret", async () => {
  const path = await answered();
  const thief = aCitizen(world);
  await thief.choose(office, "2026-11-25", "09:15");
  keepAttempt(thief, { ...attemptOf(citizen), verifier: newToken() });
  expect((await thief.see(path)).status).toBe(400);
  expect(await identities()).toEqual([null, null]);
  expect(await tries()).toEqual([]);
});

test("a browser that asks for the head of the way back has not taken it", async () => {
  const path = await answered();
  const cookie = ["__Host-booking", "__Host-wallet"].map((name) => `${name}=${citizen.kept(name)}`).join("; ");
  const head = await world.app.inject({ method: "HEAD", url: path, headers: { cookie } });
  expect([head.statusCode, head.headers["set-cookie"]]).toEqual([404, undefined]);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  expect(await identities()).toEqual([FANI]);
});

test("whoever copied the browser's key before it began, or before it came back, sees nothing of whom was shown", async () => {
  const keys = [citizen.cookie() as string];
  const path = await answered();
  keys.push(citizen.cookie() as string);
  await citizen.see(path);
  for (const [index, key] of keys.entries()) {
    const thief = aCitizen(world);
    thief.keep("__Host-booking", key);
    for (const page of ["/book/check", "/book/who", "/book/wallet"])
      expect([index, page, (await thief.see(page)).status]).toEqual([index, page, 404]);
    keepAttempt(thief, { state: newToken(), verifier: newToken(), nonce: newToken(), returnTo: "/book/check" });
    await thief.see(path);
    expect((await thief.see("/book/check")).text).not.toContain("Γιασεμίδου");
  }
});

test("nor does it help them to be shown themselves: by the key of before they take no second step", async () => {
  const thief = aCitizen(world);
  await thief.choose(office, "2026-11-25", "09:15");
  const own = await answered(thief);
  const path = await answered();
  thief.keep("__Host-booking", citizen.cookie() as string);
  await citizen.see(path);
  await thief.see(own);
  expect((await thief.see("/book/check")).status).toBe(404);
  expect((await citizen.see("/book/check")).text).toContain("Έρχεται Γιασεμίδου Φανή από το πορτοφόλι");
});

test("what the browser keeps of a try is out of reach of scripts and of other sites' forms, and goes when the try is over", async () => {
  const begun = await citizen.send("/book/wallet", {});
  expect(begun.headers["set-cookie"]).toEqual([
    expect.stringMatching(/^__Host-booking=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    expect.stringMatching(/^__Host-wallet=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
  const back = await citizen.see(await answered());
  expect(back.headers["cache-control"]).toBe("no-store");
  expect([citizen.kept("__Host-wallet"), citizen.cookie()]).toEqual([undefined, expect.any(String)]);
  await citizen.send("/book/wallet/forget", {});
  const meddle = statusAt("http://127.0.0.1:1/status");
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true, meddle });
  const refused = await citizen.see(pathOf(reply.redirectUri));
  expect([refused.status, refused.headers["referrer-policy"]]).toEqual([400, "same-origin"]);
  expect(citizen.kept("__Host-wallet")).toBeUndefined();
});

test("who set out in a language that was switched off meanwhile is told in English what became of it", async () => {
  await turnAllLanguagesOn(world);
  const reply = await all.wallet.answer(await beginWallet(citizen, "/sq"), { person: "fani", agrees: false });
  const ministry = await aMinistryPerson(world);
  const { languages } = (await ministry.rule("GET", "languages")).body;
  const { version } = languages.find(({ language }: { language: string }) => language === "sq");
  await ministry.rule("PUT", "languages/sq", { body: { isOn: false }, version });
  expect((await citizen.see(pathOf(reply.redirectUri))).html).toContain('<html lang="en"');
});

test("the wallet's own page is not told from where it was opened", async () => {
  await beginWallet(citizen);
  const { html } = await citizen.see("/book/wallet/open");
  expect(/<a [^>]*request_uri[^>]*>/.exec(html)?.[0]).toContain('rel="noreferrer"');
});

test("where the form can't be written, the try is not spent: a moment later it is taken", async () => {
  const path = await answered();
  await world.owner.query(`
    create function planted_refusal() returns trigger language plpgsql as $$ begin
      raise exception 'planted'; end $$;
    create trigger planted_refusal before update on booking_form for each row
      when (new.identity is not null) execute function planted_refusal()`);
  const failed = await citizen.see(path);
  await world.owner.query("drop trigger planted_refusal on booking_form; drop function planted_refusal()");
  expect([failed.status, failed.headers["set-cookie"]]).toEqual([500, undefined]);
  expect([await identities(), await tries()]).toEqual([[null], [{ outcome: "shown" }]]);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  expect([await identities(), await tries()]).toEqual([[FANI], []]);
});

test("where the try went while the form was waited for, nobody is kept of it", async () => {
  const path = await answered();
  const { owner } = world;
  await owner.query("begin");
  await owner.query("select from booking_form where office_id = $1 for update", [office.id]);
  const page = citizen.see(path);
  expect(await waits(world, page, 0)).toBe(true);
  await owner.query("delete from wallet_try");
  await owner.query("commit");
  expect((await page).headers.location).toBe("/book/check");
  expect(await identities()).toEqual([null]);
});

test("where the form went on at another device meanwhile nobody is kept, and of whom was shown nothing is left", async () => {
  const path = await answered();
  await citizen.send("/book/wallet/elsewhere", {});
  const token = await moveToken(world.db, citizen.cookie() as string);
  const mark = formMark(hashOfToken(token) as Buffer);
  expect((await aCitizen(world).send(`/book/wallet/move/${token}`, { mark })).status).toBe(303);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  expect((await citizen.see("/book/check")).status).toBe(404);
  expect([citizen.kept("__Host-wallet"), await tries(), await identities()]).toEqual([undefined, [], [null]]);
});

test("what was confirmed otherwise meanwhile stays as it was confirmed", async () => {
  await world.owner.query("update office set online_by_phone = true where id = $1", [office.id]);
  const path = await answered();
  const done = await citizen.confirm({ how: "phone", phone: `69440${office.code}1` });
  expect(done.headers.location).toBe("/book/done");
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  expect((await citizen.see("/book/check")).headers.location).toBe("/book/done");
  expect([await identities(), await tries()]).toEqual([[null], []]);
  const { rows } = await world.owner.query("select last_name from appointment where office_id = $1", [office.id]);
  expect(rows).toEqual([{ last_name: "Τυπωμένου" }]);
});

const KEYS = ["__Host-booking", "__Host-wallet"] as const;

test("where the answer is lost on its way, the same browser asks once more and has its form", async () => {
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "polyxeni", agrees: true });
  const before = KEYS.map((name) => [name, citizen.kept(name) ?? ""] as const);
  const path = pathOf(reply.redirectUri);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  const taken = citizen.cookie();
  // As the browser that never heard of it.
  for (const [name, value] of before) citizen.keep(name, value);
  const again = await citizen.see(path);
  expect([again.status, again.headers.location, citizen.cookie()]).toEqual([303, "/book/check", taken]);
  expect((await citizen.see("/book/check")).text).toContain("Κυπαρίσση-Δροσιά");
});

test("nobody else has it who knew the key before, and nobody after a minute", async () => {
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "polyxeni", agrees: true });
  const path = pathOf(reply.redirectUri);
  const thief = aCitizen(world);
  thief.keep("__Host-booking", citizen.cookie() ?? "");
  const late = aCitizen(world);
  for (const name of KEYS) late.keep(name, citizen.kept(name) ?? "");
  await citizen.see(path);
  // With an attempt of their own, at a form of their own, and the key of before.
  const own = aCitizen(world);
  await own.choose(office, "2026-11-25", "09:45");
  await beginWallet(own);
  thief.keep("__Host-wallet", own.kept("__Host-wallet") ?? "");
  for (const _ of [1, 2]) expect((await thief.see(path)).text).not.toContain("Κυπαρίσση");
  expect((await thief.see("/book/check")).text).not.toContain("Κυπαρίσση");
  world.now = world.now.add({ minutes: 1 });
  await late.see(path);
  expect((await late.see("/book/check")).text).not.toContain("Κυπαρίσση");
  expect((await citizen.see("/book/check")).text).toContain("Κυπαρίσση-Δροσιά");
});
