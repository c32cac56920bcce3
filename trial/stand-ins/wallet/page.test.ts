import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type ForeignVerifier,
  nameClaims,
  queryOf,
  type Spoil,
  startForeignVerifier,
} from "../../../test/wallet/foreign-verifier.ts";
import { HOLDERS } from "./holders.ts";
import { startWallet, type WalletStandIn } from "./wallet.ts";

const NOW = Temporal.Instant.from("2026-12-03T08:00:00Z");
let wallet: WalletStandIn;
let verifier: ForeignVerifier;

beforeAll(async () => {
  // The library that reads requests goes by the clock of the process.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW.epochMilliseconds });
  wallet = await startWallet({ now: () => NOW });
  verifier = await startForeignVerifier(wallet.settings, () => NOW);
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([wallet.stop(), verifier.stop()]);
});

async function open(spoil: Spoil = {}) {
  const response = await fetch(await verifier.link(spoil));
  const text = await response.text();
  return { status: response.status, text, id: /name="request" value="([^"]+)"/.exec(text)?.[1] ?? "" };
}

async function decide(values: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams(values);
  const response = await fetch(`${wallet.address}answer`, { method: "POST", body, headers, redirect: "manual" });
  return { status: response.status, text: await response.text(), location: response.headers.get("location") };
}

test("the page says that it stands in, who asks, for what and why, and lets one choose", async () => {
  const { status, text } = await open();
  expect(status).toBe(200);
  expect(text).toContain("Προσομοίωση για δοκιμή");
  expect(text).toContain("Όλα τα πρόσωπα και τα ΚΕΠ είναι επινοημένα.");
  expect(text).toContain("Η υπηρεσία «Πλατφόρμα Επισκέψεων» ζητά να δει:");
  expect(text.match(/<li>[^<]+<\/li>/g)).toEqual(["<li>Επώνυμο</li>", "<li>Όνομα</li>"]);
  expect(text).toContain("Σκοπός: Κράτηση ραντεβού σε ΚΕΠ");
  expect(text).not.toContain("Προσοχή");
  expect(text.match(/type="radio" name="holder"/g)).toHaveLength(HOLDERS.length);
  expect(text).not.toContain("<script");
});

test("what is asked only of whom has it says so, and what nobody registered is warned of", async () => {
  const claims = [
    ...nameClaims,
    { id: "n", path: ["personal_administrative_number"] },
    { id: "b", path: ["birthdate"] },
  ];
  const sets = [
    ["f", "g", "n", "b"],
    ["f", "g", "b"],
  ];
  const { text } = await open({ payload: { dcql_query: queryOf({ claims, claim_sets: sets }) } });
  expect(text).toContain("<li>Προσωπικός αριθμός, αν υπάρχει</li>");
  expect(text).toContain("δεν έχει δηλώσει στο μητρώο ότι ζητά: Στοιχείο «birthdate».");
  expect((await open({ payload: { verifier_info: [] } })).text).toContain("δεν φαίνεται τι έχει δηλώσει");
});

test("who agrees goes back with the answer sent, once", async () => {
  const { id } = await open();
  const before = verifier.forms.length;
  const sent = await decide({ request: id, holder: "fani", approve: "1" });
  expect([sent.status, sent.location]).toEqual([303, `${verifier.origin}/back?response_code=${before + 1}`]);
  expect((await verifier.shown()).payload).toMatchObject({ family_name: "Γιασεμίδου" });
  const again = await decide({ request: id, holder: "fani", approve: "1" });
  expect(again).toMatchObject({ status: 404, text: expect.stringContaining("Το αίτημα έχει κλείσει") });
  expect(verifier.forms).toHaveLength(before + 1);
});

test("who refuses goes back too", async () => {
  const sent = await decide({ request: (await open()).id, deny: "1" });
  expect([sent.status, sent.location]).toEqual([303, `${verifier.origin}/back?response_code=${verifier.forms.length}`]);
  expect(verifier.forms.at(-1)?.get("error")).toBe("access_denied");
});

test("who chose nobody is asked again, and who has nothing is told and goes back", async () => {
  const { id } = await open();
  const before = verifier.forms.length;
  const nobody = await decide({ request: id, approve: "1" });
  expect(nobody).toMatchObject({ status: 422, text: expect.stringContaining('role="alert"') });
  const nothing = await decide({ request: id, holder: "thomas", approve: "1" });
  expect(nothing).toMatchObject({ status: 200, text: expect.stringContaining("δεν έχει κάτι να δείξει") });
  expect(verifier.forms).toHaveLength(before);
  expect(await decide({ request: id, deny: "1" })).toMatchObject({ status: 303 });
});

test("a page of another server decides nothing", async () => {
  const { id } = await open();
  const before = verifier.forms.length;
  const form = { request: id, holder: "fani", approve: "1" };
  expect((await decide(form, { "sec-fetch-site": "cross-site" })).status).toBe(404);
  expect(verifier.forms).toHaveLength(before);
});

test("a request that is none is said to be none, and the address alone explains itself", async () => {
  expect(await open({ payload: { aud: "x" } })).toMatchObject({
    status: 400,
    text: expect.stringContaining("δεν είναι όπως πρέπει (audience)"),
  });
  expect(await (await fetch(wallet.address)).text()).toContain("Το πορτοφόλι ανοίγει από τη σελίδα της υπηρεσίας");
  expect((await fetch(`${wallet.address}nowhere`)).status).toBe(404);
});

test("an asker that sends nobody on, refuses or is gone leaves the person on a page that says so", async () => {
  verifier.reply = { status: 200, body: {} };
  expect((await decide({ request: (await open()).id, deny: "1" })).text).toContain("Η απάντηση στάλθηκε");
  verifier.reply = { status: 400, body: { error: "invalid_request" } };
  const notAccepted = await decide({ request: (await open()).id, holder: "fani", approve: "1" });
  expect(notAccepted.text).toContain("Απάντησε με κωδικό 400.");
  verifier.reply = null;
  const passing = await startForeignVerifier(wallet.settings, () => NOW);
  const text = await (await fetch(await passing.link())).text();
  await passing.stop();
  const gone = await decide({ request: /value="([^"]{22})"/.exec(text)?.[1] ?? "", holder: "fani", approve: "1" });
  expect(gone).toMatchObject({ status: 400, text: expect.stringContaining("(unreachable)") });
});
