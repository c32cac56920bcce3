import { beforeAll, describe, expect, test } from "vitest";
import {
  base64Of,
  type CertificateOrder,
  type MadeCertificate,
  makeCertificate,
  NOW,
  newKeys,
} from "../../../test/wallet/certificates.ts";
import { trustedLeaf, type WalletAnchor } from "./chain.ts";

let anchor: MadeCertificate;
let anchors: readonly WalletAnchor[];

beforeAll(async () => {
  anchor = await makeCertificate({ subject: "C=GR, CN=Anchor", isAuthority: true, pathLength: 1 });
  const other = await makeCertificate({ subject: "C=CY, CN=Anchor", isAuthority: true });
  anchors = [other, anchor].map(({ certificate }, index) => ({ certificate, country: index === 0 ? "CY" : "GR" }));
});

const signer = (order: Partial<CertificateOrder> = {}) =>
  makeCertificate({ subject: "CN=Signer", issuer: anchor, ...order });
const authority = (order: Partial<CertificateOrder> = {}) =>
  makeCertificate({ subject: "CN=Between", issuer: anchor, isAuthority: true, ...order });

const trust = (...path: readonly MadeCertificate[]) => trustedLeaf(path.map(base64Of), anchors, NOW);

test("a signer whom the anchor knows, or whom it knows by another", async () => {
  const between = await authority();
  const below = await signer({ issuer: between });
  expect(trust(await signer()).anchor.country).toBe("GR");
  expect(trust(below, between)).toMatchObject({ leaf: { subject: "CN=Signer" }, anchor: { country: "GR" } });
});

test("as many authorities as nobody limits, and a signer whose certificate does not say that it is none", async () => {
  const top = await makeCertificate({ subject: "CN=Top", isAuthority: true });
  const first = await authority({ subject: "CN=First", issuer: top });
  const second = await authority({ subject: "CN=Second", issuer: first });
  const one = await signer({ issuer: second, isAuthority: null });
  const path = [one, second, first].map(base64Of);
  expect(trustedLeaf(path, [{ certificate: top.certificate, country: "GR" }], NOW).anchor.country).toBe("GR");
});

test("of two anchors of one name, the one that signed counts", async () => {
  const renewed = await makeCertificate({ subject: anchor.subject, isAuthority: true });
  const both = [{ certificate: renewed.certificate, country: "GR" }, ...anchors];
  const path = [base64Of(await signer())];
  expect(trustedLeaf(path, both, NOW).anchor.certificate).toBe(anchor.certificate);
});

describe("leads to no trust:", () => {
  test("another's anchor of the same name", async () => {
    const forged = await makeCertificate({ subject: anchor.subject, isAuthority: true });
    const by = await signer({ issuer: forged });
    expect(() => trust(by)).toThrow("untrusted: no anchor issued the last certificate");
  });

  test("nobody in the list", async () => {
    const path = [base64Of(await signer())];
    expect(() => trustedLeaf(path, [], NOW)).toThrow("untrusted: no anchor");
  });

  test("the anchor within", async () => {
    const one = await signer();
    expect(() => trust(one, anchor)).toThrow("untrusted: a certificate is signed by itself");
  });

  test("an anchor within that another anchor issued", async () => {
    const between = await authority();
    const one = await signer({ issuer: between });
    const both = [...anchors, { certificate: between.certificate, country: "GR" }];
    expect(() => trustedLeaf([one, between].map(base64Of), both, NOW)).toThrow(
      "untrusted: the anchor comes with the token",
    );
  });

  test("who signs for themselves", async () => {
    const alone = await makeCertificate({ subject: "CN=Alone" });
    expect(() => trust(alone)).toThrow("untrusted: a certificate is signed by itself");
  });

  test("another order", async () => {
    const between = await authority();
    const one = await signer({ issuer: between });
    expect(() => trust(between, one)).toThrow("untrusted");
  });

  test("a signature that does not belong to the name", async () => {
    const between = await authority();
    const twin = await authority();
    const one = await signer({ issuer: twin });
    expect(() => trust(one, between)).toThrow("untrusted: a certificate is not its issuer's");
  });

  test("a signer in the place of an authority", async () => {
    const notAuthority = await makeCertificate({
      subject: "CN=Between",
      issuer: anchor,
      usage: ["keyCertSign", "digitalSignature"],
    });
    const one = await signer({ issuer: notAuthority });
    expect(() => trust(one, notAuthority)).toThrow("untrusted: an issuer is no authority");
  });

  test("an authority that may not sign certificates", async () => {
    const between = await authority({ usage: ["cRLSign"] });
    const one = await signer({ issuer: between });
    expect(() => trust(one, between)).toThrow("untrusted: a certificate is not its issuer's");
  });

  test("more issuers than the anchor allows", async () => {
    const first = await authority({ subject: "CN=First" });
    const second = await authority({ subject: "CN=Second", issuer: first });
    const one = await signer({ issuer: second });
    expect(() => trust(one, second, first)).toThrow("untrusted: an issuer may not have so many below it");
  });

  test.each<[string, Partial<CertificateOrder>]>([
    ["a signer's certificate of yesterday", { until: "2026-11-30T10:00:00Z" }],
    ["a signer's certificate of tomorrow", { from: "2026-12-02T10:00:00Z" }],
  ])("%s", async (_what, order) => {
    const one = await signer(order);
    expect(() => trust(one)).toThrow("untrusted: a certificate is not valid now");
  });

  test("an issuer's certificate of yesterday, and the anchor's", async () => {
    const between = await authority({ until: "2026-11-30T10:00:00Z" });
    const one = await signer({ issuer: between });
    expect(() => trust(one, between)).toThrow("untrusted: a certificate is not valid now");
    const old = await makeCertificate({ subject: "CN=Old", isAuthority: true, until: "2026-11-30T10:00:00Z" });
    const under = [base64Of(await signer({ issuer: old }))];
    expect(() => trustedLeaf(under, [{ certificate: old.certificate, country: "GR" }], NOW)).toThrow(
      "is not valid now",
    );
  });

  test.each<[string, Partial<CertificateOrder>, string]>([
    ["an authority that signs itself", { isAuthority: true, usage: null }, "an authority signed the token itself"],
    ["a key that may not sign data", { usage: ["keyAgreement"] }, "the key may not sign data"],
    ["a key of a server", { purposes: ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"] }, "the key is for another purpose"],
    ["a weak digest", { hash: "SHA-1" }, "no anchor issued the last certificate"],
    [
      "a condition that is not known here",
      { conditions: { "2.5.29.30": true } },
      "a certificate has a condition that is not known here",
    ],
  ])("%s", async (_what, order, message) => {
    const one = await signer(order);
    expect(() => trust(one)).toThrow(`untrusted: ${message}`);
  });

  test("a key of another curve", async () => {
    const one = await signer({ keys: await newKeys("P-384") });
    expect(() => trust(one)).toThrow("untrusted: the key is not of P-256");
  });
});

test("what is not known and not critical binds nobody, and a purpose of its own is one", async () => {
  const one = await signer({ conditions: { "2.5.29.30": false }, purposes: ["1.0.18013.5.1.2"], usage: null });
  expect(trust(one).anchor.country).toBe("GR");
});

describe("is no chain:", () => {
  test("more certificates than anybody needs", async () => {
    const one = base64Of(await signer());
    expect(() => trustedLeaf(Array(6).fill(one), anchors, NOW)).toThrow("malformed: too many certificates");
  });

  test("none", () => {
    expect(() => trustedLeaf(undefined, anchors, NOW)).toThrow("malformed: a token without a certificate");
  });

  test("text, a certificate in PEM, one with something behind it", async () => {
    const { certificate } = await signer();
    const texts = ["text", Buffer.from(certificate.toString()).toString("base64")];
    const longer = Buffer.concat([certificate.raw, Buffer.from("more")]).toString("base64");
    for (const one of [...texts, longer])
      expect(() => trustedLeaf([one], anchors, NOW)).toThrow("malformed: a certificate can't be read");
  });
});
