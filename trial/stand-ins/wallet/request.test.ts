import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type ForeignVerifier,
  queryOf,
  type Spoil,
  startForeignVerifier,
} from "../../../test/wallet/foreign-verifier.ts";
import { type Authority, newAuthority, x5cOf } from "./issue/authority.ts";
import { registrationJwt } from "./issue/registration.ts";
import { fetchRequest } from "./request.ts";
import type { RequestFaultReason } from "./request-fault.ts";
import { startWallet, type WalletStandIn } from "./wallet.ts";

const NOW = Temporal.Instant.from("2026-12-03T08:00:00Z");
const SECONDS = NOW.epochMilliseconds / 1000;
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

const read = async (spoil: Spoil = {}) => fetchRequest(await verifier.link(spoil), wallet.issuers, NOW);

test("a request says who asks, by the certificate, and what for, by the registrar", async () => {
  expect(await read()).toMatchObject({
    verifier: "Πλατφόρμα Επισκέψεων",
    query: { id: "pid", types: ["urn:eudi:pid:1"], claimSets: [["family_name", "given_name"]] },
    registration: { purpose: "Κράτηση ραντεβού σε ΚΕΠ", claims: expect.arrayContaining(["family_name", "given_name"]) },
  });
});

test.each<[string, unknown]>([
  ["none", []],
  ["one that nobody signed", [{ format: "registration_cert", data: "e30.e30." }]],
  ["one that is no token", [{ format: "registration_cert", data: "x" }]],
])("a registration is not believed where there is %s", async (_, verifier_info) => {
  expect((await read({ payload: { verifier_info } })).registration).toBeNull();
});

test.each<[string, (registrar: Authority, stranger: Authority) => Promise<string>]>([
  ["another registrar", (_, stranger) => registrationBy(stranger)],
  ["another under the registrar's certificates", (registrar, { signer }) => registrationBy({ ...registrar, signer })],
  ["the registrar two years ago", (registrar) => registrationBy(registrar, NOW.subtract({ hours: 24 * 730 }))],
])("a registration is not believed that was signed by %s", async (_, sign) => {
  const stranger = await newAuthority({ country: "GR", organisation: "Άλλος" }, NOW);
  const data = await sign(wallet.issuers.registrar, stranger);
  const { registration } = await read({ payload: { verifier_info: [{ format: "registration_cert", data }] } });
  expect(registration).toBeNull();
});

const registrationBy = (registrar: Authority, now = NOW) => registrationJwt({ ...wallet.issuers, registrar }, now);

const clientOf = (client_id: string): Spoil => ({ payload: { client_id }, link: { client_id } });

const twoCredentials = { credentials: [queryOf({}), queryOf({})] };

test.each<[RequestFaultReason, string, Spoil]>([
  ["link", "a link without an address", { link: { request_uri: "" } }],
  ["unreachable", "an address where nobody is", { link: { request_uri: "http://127.0.0.1:1/request" } }],
  ["content-type", "another type", { type: "application/jwt" }],
  ["request", "a signature that is not of these words", { jwt: (jwt) => `${jwt.slice(0, -4)}AAAA` }],
  ["request", "another client than the link's", { link: { client_id: "x509_hash:other" } }],
  ["request", "a certificate that is not the client's", clientOf("x509_hash:x")],
  ["request", "a client of another kind", clientOf("redirect_uri:x")],
  ["request", "a client that others vouch for", clientOf("verifier_attestation:x")],
  ["request", "a signature of another kind", { header: { alg: "ES384" } }],
  ["request", "a token of another type", { header: { typ: "JWT" } }],
  ["request", "no nonce", { payload: { nonce: undefined } }],
  ["audience", "another audience", { payload: { aud: "https://wallet.example" } }],
  ["request", "a request that is over", { payload: { iat: SECONDS - 900, exp: SECONDS - 600 } }],
  ["time", "a request without an end", { payload: { exp: undefined } }],
  ["time", "a request of tomorrow", { payload: { iat: SECONDS + 86_400, exp: SECONDS + 90_000 } }],
  ["response-mode", "an answer that is not encrypted", { payload: { response_mode: "direct_post" } }],
  ["response-uri", "an answer to another", { payload: { response_uri: "http://127.0.0.1:1/response" } }],
  ["query", "two credentials", { payload: { dcql_query: twoCredentials } }],
  ["query", "another format", { payload: { dcql_query: queryOf({ format: "mso_mdoc" }) } }],
  [
    "query",
    "a set of claims that are not among them",
    { payload: { dcql_query: queryOf({ claims: [{ id: "f", path: ["family_name"] }], claim_sets: [["g"]] }) } },
  ],
])("%s: nothing is answered to %s", async (reason, _, spoil) => {
  const before = verifier.forms.length;
  const link = await verifier.link(spoil);
  await expect(wallet.answer(link, { person: "fani", agrees: true })).rejects.toThrow(`not answered: ${reason}`);
  expect(verifier.forms).toHaveLength(before);
});

test("an address that sends on to another is not followed", async () => {
  const before = verifier.forms.length;
  const link = await verifier.link({ link: { request_uri: `${verifier.origin}/moved` } });
  await expect(fetchRequest(link, wallet.issuers, NOW)).rejects.toThrow("unreachable");
  expect(verifier.forms).toHaveLength(before);
});

test("a chain that ends at another anchor, or brings its anchor, is not followed", async () => {
  const stranger = await newAuthority({ country: "GR", organisation: "Πλατφόρμα Επισκέψεων" }, NOW);
  const ownWallet = { ...wallet.issuers, access: stranger };
  await expect(fetchRequest(await verifier.link(), ownWallet, NOW)).rejects.toThrow("chain");
  const { access } = wallet.issuers;
  const x5c = [...x5cOf(access), access.anchor.toString("base64")];
  await expect(read({ header: { x5c } })).rejects.toThrow("chain");
  const later = NOW.add({ hours: 24 * 365 * 4 });
  const inTime = { payload: { iat: later.epochMilliseconds / 1000, exp: later.epochMilliseconds / 1000 + 300 } };
  await expect(fetchRequest(await verifier.link(inTime), wallet.issuers, later)).rejects.toThrow("chain");
});
