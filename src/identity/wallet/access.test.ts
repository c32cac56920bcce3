import { createHash, createPrivateKey, KeyObject } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type MadeCertificate, makeCertificate, newKeys } from "../../../test/wallet/certificates.ts";
import { readWalletAccess } from "./access.ts";

let anchor: MadeCertificate;
let between: MadeCertificate;
let leaf: MadeCertificate;

beforeAll(async () => {
  anchor = await makeCertificate({ subject: "CN=Anchor", isAuthority: true });
  between = await makeCertificate({
    subject: "CN=Between",
    issuer: anchor,
    isAuthority: true,
    until: "2027-02-01T00:00:00Z",
  });
  leaf = await makeCertificate({ subject: "CN=Platform", issuer: between, until: "2027-05-01T00:00:00Z" });
});

const pemOf = (...made: readonly MadeCertificate[]): string =>
  made.map(({ certificate }) => certificate.toString()).join("\n");

const keyOf = ({ keys }: { keys: CryptoKeyPair }): string =>
  String(KeyObject.from(keys.privateKey).export({ type: "pkcs8", format: "pem" }));

test("names us by the fingerprint of the certificate, as x509_hash has it", () => {
  const access = readWalletAccess({ key: keyOf(leaf), chain: pemOf(leaf, between), registration: null });
  const fingerprint = createHash("sha256").update(leaf.certificate.raw).digest("base64url");
  expect(access.clientId).toBe(`x509_hash:${fingerprint}`);
  expect(access.x5c).toEqual([leaf, between].map(({ certificate }) => certificate.raw.toString("base64")));
  expect(access.privateKey.equals(createPrivateKey(keyOf(leaf)))).toBe(true);
});

test("ends with the certificate of the chain that ends first", () => {
  const access = readWalletAccess({ key: keyOf(leaf), chain: pemOf(leaf, between), registration: null });
  expect(String(access.validUntil)).toBe("2027-02-01T00:00:00Z");
});

test("takes the registration certificate as it is, without the end of the file", () => {
  const access = readWalletAccess({ key: keyOf(leaf), chain: pemOf(leaf), registration: "aaa.bbb.ccc\n" });
  expect(access.registration).toBe("aaa.bbb.ccc");
});

describe("says what is wrong with the files", () => {
  const read = (texts: { key?: string; chain?: string; registration?: string }) => () =>
    readWalletAccess({ key: keyOf(leaf), chain: pemOf(leaf, between), registration: null, ...texts });

  test("a key that is none", () => expect(read({ key: "key" })).toThrow("not a private key in PEM"));
  test("no certificate", () => expect(read({ chain: "" })).toThrow("there is no certificate in PEM"));
  test("another's key", () => expect(read({ key: keyOf(between) })).toThrow("not the one of the first certificate"));
  test("another order", () => expect(read({ chain: pemOf(between, leaf) })).toThrow("not the one of the first"));
  test("another issuer", async () => {
    const other = await makeCertificate({ subject: "CN=Between", issuer: anchor, isAuthority: true });
    expect(read({ chain: pemOf(leaf, other) })).toThrow("certificate 1 of the wallet's access chain is not issued by");
  });
  test("an issuer of another name", async () => {
    const other = await makeCertificate({
      subject: "CN=Renamed",
      issuer: anchor,
      isAuthority: true,
      keys: between.keys,
    });
    expect(read({ chain: pemOf(leaf, other) })).toThrow("certificate 1 of the wallet's access chain is not issued by");
  });
  test("the anchor within", () =>
    expect(read({ chain: pemOf(leaf, between, anchor) })).toThrow(
      "certificate 3 of the wallet's access chain is signed by itself",
    ));
  test("what only looks like a certificate", () =>
    expect(read({ chain: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" })).toThrow(
      "certificate 1 can't be read",
    ));
  test("a registration certificate that is none", () =>
    expect(read({ registration: "aaa.bbb" })).toThrow("not a signed token"));
  test("a key of another curve", async () => {
    const keys = await newKeys("P-384");
    const other = await makeCertificate({ subject: "CN=Platform", issuer: between, keys });
    expect(read({ key: keyOf(other), chain: pemOf(other) })).toThrow("not of the curve P-256");
  });
});
