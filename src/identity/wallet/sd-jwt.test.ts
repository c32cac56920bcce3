import { createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestOf, disclose } from "../../../test/wallet/presentations.ts";
import {
  ISSUER_KEY,
  NESTED_PRESENTATION,
  PRESENTATION,
  RECURSIVE_DISCLOSURES,
  RECURSIVE_PAYLOAD,
} from "../../../test/wallet/rfc-9901.ts";
import { encoded } from "../../../test/wallet/tokens.ts";
import { isJwsSignedBy, readJws } from "./jws.ts";
import { requireBinding } from "./key-binding.ts";
import { disclosedClaims, splitSdJwt } from "./sd-jwt.ts";

describe("the examples of RFC 9901", () => {
  const sdJwt = splitSdJwt(PRESENTATION);
  const jws = readJws(sdJwt.issuerToken);

  test("5.2: the issuer's signature", () => {
    expect(isJwsSignedBy(jws, createPublicKey({ format: "jwk", key: ISSUER_KEY }), ["ES256"])).toBe(true);
  });

  test("5.2: the binding, its hash and the holder's signature", () => {
    const now = Temporal.Instant.fromEpochMilliseconds(1_748_537_244_000);
    const binding = { nonce: "1234567890", clientId: "https://verifier.example.org", now };
    expect(sdJwt.hash).toBe("0_Af-2B-EhLWX5ydh_w2xzwmO6iM66B_2QCEanI4fUY");
    expect(() => requireBinding(sdJwt, jws.payload, binding)).not.toThrow();
    expect(() => requireBinding(sdJwt, jws.payload, { ...binding, nonce: "1234567891" })).toThrow("not-bound");
  });

  test("5.2: the claims that the verifier then has", () => {
    expect(disclosedClaims(jws.payload, sdJwt.disclosures)).toEqual({
      iss: "https://issuer.example.com",
      iat: 1_683_000_000,
      exp: 1_883_000_000,
      sub: "user_42",
      nationalities: ["US"],
      cnf: {
        jwk: {
          kty: "EC",
          crv: "P-256",
          x: "TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc",
          y: "ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ",
        },
      },
      family_name: "Doe",
      address: { street_address: "123 Main St", locality: "Anytown", region: "Anystate", country: "US" },
      given_name: "John",
    });
  });

  test("6.3: digests within a disclosure", () => {
    expect(disclosedClaims(RECURSIVE_PAYLOAD, RECURSIVE_DISCLOSURES)).toEqual({
      sub: "6c5c0a49-b589-431d-bae7-219122a9ec2c",
      address: { street_address: "Schulstr. 12", locality: "Schulpforta" },
    });
  });

  test("6.3: a part whose whole is not disclosed is nobody's", () => {
    expect(() => disclosedClaims(RECURSIVE_PAYLOAD, RECURSIVE_DISCLOSURES.slice(0, 2))).toThrow(
      "forged: a disclosure has no signed digest",
    );
  });

  test("A.1: parts of a structure, with decoys, in Japanese", () => {
    const [token = "", ...rest] = NESTED_PRESENTATION.split("~");
    expect(() => splitSdJwt(NESTED_PRESENTATION)).toThrow("not-bound: the presentation has no key binding");
    expect(disclosedClaims(readJws(token).payload, rest.slice(0, -1))).toEqual({
      iss: "https://issuer.example.com",
      iat: 1_683_000_000,
      exp: 1_883_000_000,
      address: { region: "港区", country: "JP" },
    });
  });
});

const name = disclose("family_name", "Ξενικάκη");
const otherName = disclose("family_name", "Other");
const element = disclose("GR");

test("a claim is in its place, and what was not disclosed is nowhere", () => {
  const payload = {
    _sd: [name.digest, "decoy"],
    list: [{ "...": element.digest }, { "...": "other" }, "FR", null, [7], { plain: 1 }],
  };
  expect(disclosedClaims(payload, [name.disclosure, element.disclosure])).toEqual({
    family_name: "Ξενικάκη",
    list: ["GR", "FR", null, [7], { plain: 1 }],
  });
});

test("a claim may be named as what every object has, and is a claim", () => {
  const { disclosure, digest } = disclose("__proto__", { family_name: "Other" });
  const claims = disclosedClaims({ _sd: [digest] }, [disclosure]);
  expect(Object.keys(claims)).toEqual(["__proto__"]);
  expect(claims.family_name).toBeUndefined();
});

const under = (payload: object, ...disclosures: string[]) => [payload, disclosures] as const;
const hiding = (...parts: readonly unknown[]) => {
  const { disclosure, digest } = disclose(...parts);
  return under({ _sd: [digest] }, disclosure);
};
/** Of what is no disclosure, under its digest. */
function raw(content: unknown) {
  const disclosure = encoded(content);
  return under({ _sd: [digestOf(disclosure)] }, disclosure);
}
const nested = (depth: number): unknown => (depth === 0 ? {} : { below: nested(depth - 1) });

test.each([
  ["a disclosure without a digest", under({}, name.disclosure), "forged: a disclosure has no signed digest"],
  [
    "a disclosure twice",
    under({ _sd: [name.digest] }, name.disclosure, name.disclosure),
    "forged: a disclosure comes twice",
  ],
  [
    "a digest twice in a list",
    under({ _sd: [name.digest, name.digest] }, name.disclosure),
    "forged: a digest stands twice",
  ],
  ["a digest twice, apart", under({ _sd: ["x"], below: { _sd: ["x"] } }), "forged: a digest stands twice"],
  [
    "a claim overwritten",
    under({ _sd: [name.digest], family_name: "X" }, name.disclosure),
    "forged: a disclosure overwrites a claim",
  ],
  [
    "a claim disclosed in two ways",
    under({ _sd: [name.digest, otherName.digest] }, name.disclosure, otherName.disclosure),
    "forged: a disclosure overwrites a claim",
  ],
  ["a claim named _sd", hiding("_sd", []), "forged: a disclosure's name"],
  ["a claim named ...", hiding("...", "x"), "forged: a disclosure's name"],
  ["a claim whose name is no text", hiding(7, "x"), "forged: a disclosure's name"],
  [
    "an element as a claim",
    under({ _sd: [element.digest] }, element.disclosure),
    "forged: a disclosure is not of a claim",
  ],
  [
    "a claim as an element",
    under({ list: [{ "...": name.digest }] }, name.disclosure),
    "forged: a disclosure is not of an element",
  ],
  ["a disclosure whose salt is no text", raw([7, "family_name", "X"]), "forged: a disclosure is not of a claim"],
  ["a disclosure that is no list", raw({ 0: "salt", length: 3 }), "forged: a disclosure is not of a claim"],
  ["a disclosure that is no text", under({}, "gA"), "malformed: a part of a token is not JSON"],
  ["a disclosure of half a letter", under({}, Buffer.from([0x22, 0xce, 0x22]).toString("base64url")), "is not JSON"],
  ["a disclosure of four", hiding("family_name", "X", "Y"), "forged: a disclosure is not of a claim"],
  [
    "a digest of an element with something beside it",
    under({ list: [{ "...": "x", more: 1 }] }),
    "malformed: a digest of an element is not alone",
  ],
  [
    "a digest of an element outside a list",
    under({ "...": "x" }),
    "malformed: a digest of an element stands outside a list",
  ],
  ["digests that are no list", under({ _sd: "x" }), "malformed: digests are no list"],
  ["a digest that is no text", under({ _sd: [7] }), "malformed: a digest is no text"],
  ["digests of another algorithm", under({ _sd_alg: "sha-512" }), "malformed: digests are not of SHA-256"],
  ["a disclosure that is no JSON", under({}, "e30x"), "malformed: a part of a token is not JSON"],
  ["a disclosure that is not base64url", under({}, "e30="), "malformed: a part of a token is not JSON"],
  ["a tower of objects", under({ below: nested(20) }), "malformed: claims are nested too deeply"],
])("refuses %s", (_what, [payload, disclosures], message) => {
  expect(() => disclosedClaims({ ...payload }, disclosures)).toThrow(message);
});

test("refuses what is no SD-JWT, and more disclosures than anybody needs", () => {
  expect(() => splitSdJwt("token")).toThrow("malformed: the presentation is no SD-JWT");
  expect(() => splitSdJwt(`token~${"x~".repeat(101)}binding`)).toThrow("malformed: too many disclosures");
});
