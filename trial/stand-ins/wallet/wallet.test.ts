import { existsSync, readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type ForeignVerifier,
  nameClaims,
  queryOf,
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

const numberClaims = [...nameClaims, { id: "n", path: ["personal_administrative_number"] }];
const numberOrNot = {
  claims: numberClaims,
  claim_sets: [
    ["f", "g", "n"],
    ["f", "g"],
  ],
};

const answerBy = async (person: string, credential: Readonly<Record<string, unknown>> = { claims: nameClaims }) =>
  wallet.answer(await verifier.link({ payload: { dcql_query: queryOf(credential) } }), { person, agrees: true });

async function shownBy(person: string, credential?: Readonly<Record<string, unknown>>) {
  await answerBy(person, credential);
  return verifier.shown();
}

const namesIn = ({ payload }: { readonly payload: object }) =>
  Object.keys(payload)
    .filter((name) => !["vct", "iat", "exp", "cnf", "status"].includes(name))
    .toSorted();

test("who agrees shows what was asked and nothing else, and goes where the asker says", async () => {
  const reply = await wallet.answer(await verifier.link(), { person: "fani", agrees: true });
  expect(reply).toMatchObject({ status: 200, redirectUri: `${verifier.origin}/back?response_code=1`, second: null });
  expect([...(verifier.forms.at(-1) ?? [])].map(([name]) => name)).toEqual(["response"]);
  const credential = await verifier.shown();
  expect(credential.header).toMatchObject({ typ: "dc+sd-jwt", alg: "ES256" });
  expect(credential.payload).toMatchObject({ vct: "urn:eudi:pid:1", family_name: "Γιασεμίδου", given_name: "Φανή" });
  expect(namesIn(credential)).toEqual(["family_name", "given_name"]);
  expect(credential.binding).toMatchObject({ aud: expect.stringMatching(/^x509_hash:/) });
});

test("the number is shown where it is asked for and there is one, else the names alone", async () => {
  expect((await shownBy("fani", numberOrNot)).payload).toMatchObject({
    personal_administrative_number: "ΔΟΚ000002017",
  });
  expect(namesIn(await shownBy("menelaos", numberOrNot))).toEqual(["family_name", "given_name"]);
});

test.each([
  ["nothing that could be shown", "thomas", { claims: nameClaims }],
  ["no such number", "menelaos", { claims: numberClaims }],
  ["no such type", "fani", { claims: nameClaims, meta: { vct_values: ["urn:other:1"] } }],
])("who has %s sends what who refuses sends", async (_, person, credential) => {
  expect(await answerBy(person, credential)).toMatchObject({ status: 200, presentation: null });
  expect(Object.fromEntries(verifier.forms.at(-1) ?? [])).toEqual({ error: "access_denied", state: "state-1" });
});

test("who refuses says so, and goes back", async () => {
  const reply = await wallet.answer(await verifier.link(), { person: "fani", agrees: false });
  expect(Object.fromEntries(reply.form)).toEqual({ error: "access_denied", state: "state-1" });
  expect(reply.redirectUri).toContain("/back?response_code=");
});

test("people differ in what they have: a name of one word, another state, a day's credential, one that is over or revoked", async () => {
  expect((await shownBy("linos")).payload).toMatchObject({ family_name: "Μονολέξης", given_name: "" });
  expect((await shownBy("anna")).header.x5c).not.toEqual((await shownBy("fani")).header.x5c);
  const { iat, exp, status } = (await shownBy("polyxeni")).payload as { iat: number; exp: number; status?: unknown };
  expect([exp - iat, status]).toEqual([24 * 3600, undefined]);
  await expect(shownBy("prodromos")).rejects.toThrow("JWT is expired");
  await expect(shownBy("evridiki")).rejects.toThrow("Status is not valid");
});

test("a status can be changed while it runs", async () => {
  wallet.setStatus("fani", "suspended");
  await expect(shownBy("fani")).rejects.toThrow("Status is not valid");
  wallet.setStatus("fani", "valid");
  expect((await shownBy("fani")).payload).toMatchObject({ family_name: "Γιασεμίδου" });
});

test("nobody is known again by a key or by a place in a list", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, async () => (await answerBy("fani")).presentation));
  expect(new Set(all).size).toBe(8);
  const places = new Set<unknown>();
  const keys = new Set<string>();
  for (let time = 0; time < 8; time++) {
    const { status, cnf } = (await shownBy("fani")).payload as {
      status: { status_list: { idx: number } };
      cnf: object;
    };
    places.add(status.status_list.idx);
    keys.add(JSON.stringify(cnf));
  }
  expect(keys.size).toBe(8);
  expect(places.size).toBeGreaterThan(1);
});

test("who is asked to answer as nobody is told who there is", async () => {
  const link = await verifier.link();
  await expect(wallet.answer(link, { person: "nobody", agrees: true })).rejects.toThrow(HOLDERS[0]?.id);
});

test("its settings are files of one's own and addresses of its own, gone with it", async () => {
  const passing = await startWallet();
  const { settings } = passing;
  const files = Object.entries(settings).flatMap(([name, value]) => (name.endsWith("_FILE") ? [value] : []));
  expect(files).toHaveLength(4);
  expect(statSync(settings.WALLET_ACCESS_KEY_FILE).mode & 0o777).toBe(0o600);
  expect(readFileSync(settings.WALLET_ACCESS_CHAIN_FILE, "utf8").match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(settings.WALLET_TRUST_LIST_URL.startsWith(passing.origin)).toBe(true);
  expect(settings.WALLET_STATUS_HOSTS).toBe(new URL(passing.origin).host);
  await passing.stop();
  expect(files.filter((file) => existsSync(file))).toEqual([]);
});
