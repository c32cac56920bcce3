import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { HOLDERS } from "./holders.ts";
import type { ListFault } from "./issue/faults.ts";
import { decoded, inSeconds, isJwtSignedBy } from "./issue/signing.ts";
import { startWallet, type WalletStandIn } from "./wallet.ts";

const NOW = Temporal.Instant.from("2026-12-03T08:00:00Z");
let wallet: WalletStandIn;

beforeAll(async () => {
  wallet = await startWallet({ now: () => NOW });
});
afterEach(() => {
  wallet.faults.trustList = "none";
  wallet.faults.statusLists = "none";
});
afterAll(() => wallet.stop());

interface Lote {
  readonly LoTE: {
    readonly ListAndSchemeInformation: { readonly NextUpdate: string; readonly LoTEType: string };
    readonly TrustedEntitiesList: readonly { readonly TrustedEntityServices: readonly object[] }[];
  };
}

interface StatusListPayload {
  readonly sub: string;
  readonly exp: number;
  readonly status_list: { readonly bits: number; readonly lst: string };
}

const fetched = async (path: string) => {
  const response = await fetch(wallet.origin + path);
  const jwt = await response.text();
  const [header, payload] = jwt.split(".");
  return { type: response.headers.get("content-type"), jwt, header: decoded(header), payload: decoded(payload) };
};

const trustList = async () => (await fetched("/trust-list")).payload as Lote;
const statusList = async (path = "/status/1") => (await fetched(path)).payload as StatusListPayload;

test("the list names who issues persons' data, signed by whom the settings name", async () => {
  const { type, jwt, header, payload } = await fetched("/trust-list");
  const { LoTE } = payload as Lote;
  expect(type).toBe("application/jose");
  expect(LoTE.ListAndSchemeInformation.LoTEType).toBe("http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList");
  expect(LoTE.TrustedEntitiesList).toHaveLength(2);
  expect(JSON.stringify(LoTE.TrustedEntitiesList[0])).toContain(wallet.issuers.greek.anchor.toString("base64"));
  const signer = new X509Certificate(readFileSync(wallet.settings.WALLET_TRUST_LIST_SIGNERS_FILE));
  expect((header as { x5c: string[] }).x5c[0]).toBe(signer.raw.toString("base64"));
  expect(await isJwtSignedBy(wallet.issuers.lister.signer.publicKey, jwt)).toBe(true);
});

test("each issuer keeps a list of what was revoked", async () => {
  const { jwt, type, header, payload } = await fetched("/status/1");
  const { sub, exp, status_list } = payload as StatusListPayload;
  expect([type, sub]).toEqual(["application/statuslist+jwt", `${wallet.origin}/status/1`]);
  expect(header).toMatchObject({ typ: "statuslist+jwt", alg: "ES256" });
  expect(exp).toBeGreaterThan(inSeconds(NOW));
  const bytes = inflateSync(Buffer.from(status_list.lst, "base64url"));
  const statusAt = (place: number) => ((bytes[Math.floor(place / 4)] ?? 0) >> ((place % 4) * 2)) & 3;
  const places = [...HOLDERS.keys()];
  expect(places.filter((place) => statusAt(place) === 1).map((place) => HOLDERS[place]?.id)).toEqual(["evridiki"]);
  expect(await isJwtSignedBy(wallet.issuers.greek.signer.publicKey, jwt)).toBe(true);
  const foreign = await fetched("/status/2");
  expect(await isJwtSignedBy(wallet.issuers.foreign.signer.publicKey, foreign.jwt)).toBe(true);
});

test("a list is old", async () => {
  wallet.faults.trustList = "stale";
  wallet.faults.statusLists = "stale";
  expect(Date.parse((await trustList()).LoTE.ListAndSchemeInformation.NextUpdate)).toBeLessThan(NOW.epochMilliseconds);
  expect((await statusList()).exp).toBeLessThan(inSeconds(NOW));
});

test("a list was changed after it was signed", async () => {
  wallet.faults.trustList = "tampered";
  wallet.faults.statusLists = "tampered";
  const signers = { "/trust-list": wallet.issuers.lister, "/status/1": wallet.issuers.greek };
  for (const [path, { signer }] of Object.entries(signers))
    expect(await isJwtSignedBy(signer.publicKey, (await fetched(path)).jwt)).toBe(false);
});

test("a list of revocations inflates to far more than it weighs", async () => {
  wallet.faults.statusLists = "bomb";
  const { lst } = (await statusList()).status_list;
  expect(lst.length).toBeLessThan(50_000);
  expect(inflateSync(Buffer.from(lst, "base64url")).length).toBeGreaterThan(10_000_000);
});

test.each<ListFault>(["down", "silent"])("a list is not to be had: %s", async (fault) => {
  wallet.faults.trustList = fault;
  wallet.faults.statusLists = fault;
  for (const path of ["/trust-list", "/status/1"]) {
    const answer = await fetch(wallet.origin + path, { signal: AbortSignal.timeout(300) }).then(
      ({ status }) => status,
      ({ name }: Error) => name,
    );
    expect(answer).toBe(fault === "down" ? 503 : "TimeoutError");
  }
});
