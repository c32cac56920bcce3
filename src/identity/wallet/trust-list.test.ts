import { createHash, type X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { base64Of, type MadeCertificate, makeCertificate, NOW, newKeys } from "../../../test/wallet/certificates.ts";
import {
  entity,
  ISSUANCE,
  REVOCATION,
  service,
  type TrustListOrder,
  trustListToken,
} from "../../../test/wallet/lists.ts";
import { tamperedToken } from "../../../test/wallet/tokens.ts";
import { readTrustList } from "./trust-list.ts";

let signer: MadeCertificate;
let greek: MadeCertificate;
let cypriot: MadeCertificate;
let revoker: MadeCertificate;

beforeAll(async () => {
  signer = await makeCertificate({ subject: "CN=Commission" });
  const authority = (subject: string) => makeCertificate({ subject, isAuthority: true });
  [greek, cypriot, revoker] = await Promise.all([
    authority("CN=Greece"),
    authority("CN=Cyprus"),
    authority("CN=Lists"),
  ]);
});

const made = (order: Partial<TrustListOrder> = {}): Promise<string> =>
  trustListToken({ signer, entities: [entity("GR", service(ISSUANCE, base64Of(greek)))], ...order });

const readFor = (text: string, now = NOW) => readTrustList(text, { signers: [signer.certificate], now });
const read = async (order: Partial<TrustListOrder> = {}) => readFor(await made(order));

const named = (anchors: readonly { certificate: X509Certificate; country: string }[]): string[] =>
  anchors.map(({ certificate, country }) => `${country} ${certificate.subject}`);

test("the anchors of each country, and until when", async () => {
  const entities = [
    entity("EL", service(ISSUANCE, base64Of(greek)), service(REVOCATION, base64Of(revoker))),
    entity("CY", service(ISSUANCE, base64Of(cypriot))),
  ];
  const list = await read({ entities });
  expect(named(list.anchors)).toEqual(["GR CN=Greece", "CY CN=Cyprus"]);
  expect(named(list.statusAnchors)).toEqual(["GR CN=Greece", "CY CN=Cyprus", "GR CN=Lists"]);
  expect(String(list.until)).toBe("2027-03-01T00:00:00.5Z");
});

test("a country is where the provider sits when its own address is missing, and nobody's without one", async () => {
  const at = (address: object) => {
    const { TrustedEntityServices } = entity("XX", service(ISSUANCE, base64Of(cypriot)));
    return { TrustedEntityInformation: { TEName: [], ...address }, TrustedEntityServices };
  };
  const entities = [
    at({ TEAddress: { TEPostalAddress: [{ Country: "CY" }] } }),
    at({ TEInformationURI: [{ uriValue: "https://provider.example" }] }),
    at({ TEAddress: { TEPostalAddress: [{ Country: "Cyprus" }] } }),
  ];
  expect(named((await read({ entities })).anchors)).toEqual(["CY CN=Cyprus"]);
});

test("other kinds of service are no issuers, and what can't be read shuts nobody out", async () => {
  const kind = "http://uri.etsi.org/19602/SvcType/WalletSolution/Issuance";
  const entities = [entity("GR", service(kind, base64Of(cypriot)), service(ISSUANCE, "AAAA", base64Of(greek)))];
  expect(named((await read({ entities })).anchors)).toEqual(["GR CN=Greece"]);
});

test("the signer's digest may stand beside it, and be critical", async () => {
  const digest = (name: string) => createHash(name).update(signer.certificate.raw).digest("base64url");
  const header = {
    "x5t#o": { digAlg: "S512", digVal: digest("sha512") },
    sigT: "2026-11-01T00:00:00Z",
    crit: ["sigT", "x5t#o"],
  };
  expect((await read({ header })).anchors).toHaveLength(1);
  expect((await read({ header: { "x5t#S256": digest("sha256") } })).anchors).toHaveLength(1);
});

const rsaKeys = (name: string): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(
    { name, hash: "SHA-256", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ["sign", "verify"],
  );

test.each<[string, string, () => Promise<CryptoKeyPair>]>([
  ["ES384", "SHA-384", () => newKeys("P-384")],
  ["ES512", "SHA-512", () => newKeys("P-521")],
  ["RS256", "SHA-256", () => rsaKeys("RSASSA-PKCS1-v1_5")],
  ["PS256", "SHA-256", () => rsaKeys("RSA-PSS")],
])("may be signed by %s, and by no other way of the same key", async (alg, hash, keysOf) => {
  const officer = await makeCertificate({ subject: "CN=Officer", issuer: signer, keys: await keysOf() });
  const checks = { signers: [officer.certificate], now: NOW };
  expect(readTrustList(await made({ signer: officer, header: { alg }, hash }), checks).anchors).toHaveLength(1);
  const otherwise = await made({ signer: officer, header: { alg: "ES256" } });
  expect(() => readTrustList(otherwise, checks)).toThrow("forged");
});

describe("refuses a list", () => {
  test.each<[string, () => Promise<string>, string]>([
    [
      "of a signer who was not set",
      async () => made({ signer: await makeCertificate({ subject: "CN=Commission" }) }),
      "untrusted: the trust list is of a signer who was not set",
    ],
    ["in another's name", async () => made({ signer: { ...signer, keys: await newKeys() } }), "forged"],
    ["changed", async () => tamperedToken(await made(), 1, (payload) => ({ ...payload, more: 1 })), "forged"],
    ["not signed", () => made({ header: { alg: "none" } }), "forged"],
    ["by a shared secret", () => made({ header: { alg: "HS256" } }), "forged"],
    [
      "without its signer",
      () => made({ header: { x5c: undefined } }),
      "malformed: the trust list does not name its signer",
    ],
    [
      "with another's digest",
      () => made({ header: { "x5t#S256": "AAAA" } }),
      "malformed: the digest of the trust list's",
    ],
    [
      "with another's digest, by JAdES",
      () => made({ header: { "x5t#o": { digAlg: "S512", digVal: "AAAA" } } }),
      "malformed: the digest of the trust list's signer is another's",
    ],
    [
      "with a condition that is not known here",
      () => made({ header: { crit: ["sigD"], sigD: {} } }),
      "malformed: a token has a",
    ],
    ["that is over", () => made({ information: { NextUpdate: "2026-12-01T10:00:00Z" } }), "expired"],
    ["of later", () => made({ information: { ListIssueDateTime: "2026-12-01T10:01:01Z" } }), "not-yet-valid"],
    ["without an end", () => made({ information: { NextUpdate: null } }), "malformed: the trust list lacks something"],
    [
      "of providers of something else",
      () => made({ information: { LoTEType: "http://uri.etsi.org/19602/LoTEType/EUWalletProvidersList" } }),
      "malformed: the trust list lacks something",
    ],
    ["of nobody", () => made({ entities: [] }), "malformed: the trust list names nobody"],
    [
      "that is too long",
      async () => `${await made()}${" ".repeat(5_000_000)}`,
      "malformed: the trust list is too long",
    ],
  ])("%s", async (_what, token, message) => {
    const text = await token();
    expect(() => readFor(text)).toThrow(message);
  });

  test("whose signer's certificate is over", async () => {
    const text = await made({ information: { NextUpdate: "2029-01-01T00:00:00Z" } });
    const later = Temporal.Instant.from("2028-06-01T00:00:00Z");
    expect(() => readFor(text, later)).toThrow(
      "untrusted: the certificate of the trust list's signer is not valid now",
    );
  });
});
