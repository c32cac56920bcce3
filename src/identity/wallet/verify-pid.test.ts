import { beforeAll, describe, expect, test } from "vitest";
import { base64Of, type Issuer, makeCertificate, makeIssuer, NOW, newKeys } from "../../../test/wallet/certificates.ts";
import {
  bind,
  CLIENT_ID,
  disclose,
  type HeldPid,
  issuePid,
  NONCE,
  PERSON,
  present,
  type Showing,
  TYPE,
} from "../../../test/wallet/presentations.ts";
import { publicJwkOf, secondsOf, signedToken, tamperedToken } from "../../../test/wallet/tokens.ts";
import { type PidChecks, verifyPid } from "./verify-pid.ts";

let issuer: Issuer;
let held: HeldPid;
let checks: PidChecks;

beforeAll(async () => {
  issuer = await makeIssuer();
  held = await issuePid({ issuer });
  checks = {
    nonce: NONCE,
    clientId: CLIENT_ID,
    types: [TYPE],
    anchors: [{ certificate: issuer.anchor.certificate, country: "GR" }],
    now: NOW,
  };
});

/** Of a credential of its own, all claims of which but the number are shown. */
const issued = async (payload: object, claims: Record<string, unknown> = PERSON, showing?: Showing): Promise<string> =>
  present(await issuePid({ issuer, claims, payload: { ...payload } }), showing);

const AT = secondsOf(NOW);
const DAY = 86_400;

test("a person is who the issuer says, with nothing but what was shown of them", async () => {
  expect(await verifyPid(await present(held), checks)).toEqual({
    lastName: "Ξενικάκη",
    firstName: "Ζωή",
    number: null,
    country: "GR",
    status: { uri: "https://status.example/1", index: 7 },
  });
});

test("the number, when it was shown", async () => {
  const showing = { names: Object.keys(PERSON) };
  expect(await verifyPid(await present(held, showing), checks)).toMatchObject({ number: "ΧΨΩ123456783" });
});

test("whatever else was shown is dropped", async () => {
  const claims = { ...PERSON, birthdate: "1980-02-29" };
  const presentation = await issued({ place: "Χανιά" }, claims, { names: Object.keys(claims) });
  expect(Object.keys(await verifyPid(presentation, checks)).toSorted()).toEqual(
    ["country", "firstName", "lastName", "number", "status"].toSorted(),
  );
});

test.each(["", "-"])("a first name may be %j", async (firstName) => {
  const presentation = await issued({}, { ...PERSON, given_name: firstName });
  expect(await verifyPid(presentation, checks)).toMatchObject({ firstName });
});

test("names are kept as all names are: one form of accents, no margins", async () => {
  const presentation = await issued({}, { family_name: "  Παπαδάκη  Ξένου ".normalize("NFD"), given_name: "Ζωή" });
  expect(await verifyPid(presentation, checks)).toMatchObject({ lastName: "Παπαδάκη Ξένου" });
});

test("a type of another country, if it is among those that will do", async () => {
  const presentation = await issued({ vct: "urn:eudi:pid:cy:1" });
  const pid = await verifyPid(presentation, { ...checks, types: [TYPE, "urn:eudi:pid:cy:1"] });
  expect(pid.lastName).toBe("Ξενικάκη");
});

test("a credential of a day needs no status", async () => {
  const presentation = await issued({ status: undefined, iat: AT - 3600, exp: AT - 3600 + DAY });
  expect(await verifyPid(presentation, checks)).toMatchObject({ status: null });
});

test("clocks may be a minute apart", async () => {
  await verifyPid(await issued({ iat: AT + 59 }), checks);
  await verifyPid(await issued({ exp: AT - 59 }), checks);
  await verifyPid(await present(held, { binding: { iat: AT + 59 } }), checks);
});

type Attack = () => string | Promise<string>;

const token = () => held.sdJwt.split("~")[0] ?? "";
const disclosures = () => held.sdJwt.split("~").slice(1, -1);
const bound = (parts: readonly string[], showing?: Showing) => bind(parts, held.holder.privateKey, showing);

const shortLife = async () => ({ iat: AT, exp: AT + 3600, cnf: { jwk: await publicJwkOf(held.holder) } });

/** Signed as the issuer signs, by any key and with any header; no library lets itself be told to. */
async function signedBy(keys: CryptoKeyPair, header: object = {}, hidden: object = {}): Promise<string> {
  const claims = { family_name: "Other", given_name: "Name", ...hidden };
  const disclosed = Object.entries(claims).map(([name, value]) => disclose(name, value));
  const open = Object.entries(await shortLife()).filter(([name]) => !Object.hasOwn(hidden, name));
  const payload = { vct: TYPE, _sd: disclosed.map(({ digest }) => digest), ...Object.fromEntries(open) };
  const full = { alg: "ES256", typ: "dc+sd-jwt", x5c: issuer.x5c, ...header };
  return bound([await signedToken(full, payload, keys.privateKey), ...disclosed.map(({ disclosure }) => disclosure)]);
}

test("the library's credentials and ours by hand are taken alike", async () => {
  expect(await verifyPid(await signedBy(issuer.signer.keys), checks)).toMatchObject({
    lastName: "Other",
    status: null,
  });
});

const bindingAttacks: [string, Attack, string][] = [
  ["replayed from another request", () => present(held, { binding: { nonce: "another" } }), "of another request"],
  [
    "shown to another verifier",
    () => present(held, { binding: { aud: "x509_hash:of-another" } }),
    "for another verifier",
  ],
  ["shown to several verifiers", () => present(held, { binding: { aud: [CLIENT_ID, "another"] } }), "lacks something"],
  ["bound to another presentation", () => present(held, { binding: { sd_hash: "x" } }), "of another presentation"],
  ["shown six minutes ago", () => present(held, { binding: { iat: AT - 301 } }), "not of now"],
  ["shown in two minutes", () => present(held, { binding: { iat: AT + 61 } }), "not of now"],
  ["bound until a while ago", () => present(held, { binding: { exp: AT - 61 } }), "not of now"],
  ["bound at no time", () => present(held, { binding: { iat: undefined } }), "lacks something"],
  ["bound to no request", () => present(held, { binding: { nonce: undefined } }), "lacks something"],
  [
    "bound by another's key",
    async () => present(held, { key: (await newKeys()).privateKey }),
    "not signed by the holder",
  ],
  ["bound by a token of another type", () => present(held, { header: { typ: "JWT" } }), "of another type"],
  ["bound by no signature", () => present(held, { header: { alg: "none" } }), "not signed by the holder"],
  ["bound by a shared secret", () => present(held, { header: { alg: "HS256" } }), "not signed by the holder"],
  [
    "bound by the algorithm of another curve",
    () => present(held, { header: { alg: "ES384" } }),
    "not signed by the holder",
  ],
  ["not bound", async () => `${[token(), ...disclosures()].join("~")}~`, "no key binding"],
  [
    "with another disclosure than was bound",
    async () => {
      const [one = "", last = "", first = "", binding = ""] = (await present(held)).split("~");
      const number = disclosures().find((disclosure) => disclosure !== last && disclosure !== first) ?? "";
      return [one, last, first, number, binding].join("~");
    },
    "of another presentation",
  ],
  ["without the holder's key", () => issued({ cnf: undefined }), "names no key of its holder"],
  [
    "with a key of another curve",
    () => issued({ cnf: { jwk: { kty: "EC", crv: "P-384", x: "a", y: "b" } } }),
    "names no key",
  ],
  [
    "with a key off the curve",
    () => issued({ cnf: { jwk: { kty: "EC", crv: "P-256", x: "AAAA", y: "BBBB" } } }),
    "key is none",
  ],
  [
    "with a shared secret for a key",
    () => issued({ cnf: { jwk: { kty: "oct", k: "c2VjcmV0" } } }),
    "names no key of its holder",
  ],
];

describe("is not the holder's, now and for us:", () => {
  test.each(bindingAttacks)("%s", async (_what, attack, message) => {
    await expect(verifyPid(await attack(), checks)).rejects.toMatchObject({
      reason: "not-bound",
      message: expect.stringContaining(message),
    });
  });
});

const CONTROL = "\u0007";

const attacks: [string, Attack, string][] = [
  ["whose header is none", () => signedBy(issuer.signer.keys, { x5c: "text" }), "malformed: a token's header"],
  [
    "signed by another key",
    async () => signedBy(await newKeys()),
    "forged: the credential is not signed by its issuer",
  ],
  [
    "not signed",
    () => signedBy(issuer.signer.keys, { alg: "none" }),
    "malformed: the credential is signed in another way",
  ],
  [
    "by a shared secret",
    () => signedBy(issuer.signer.keys, { alg: "HS256" }),
    "malformed: the credential is signed in",
  ],
  [
    "of another format",
    () => signedBy(issuer.signer.keys, { typ: "vc+sd-jwt" }),
    "malformed: the credential is of another",
  ],
  [
    "with a header that changes its meaning",
    () => signedBy(issuer.signer.keys, { crit: ["b64"], b64: false }),
    "malformed",
  ],
  [
    "without certificates",
    () => signedBy(issuer.signer.keys, { x5c: undefined }),
    "malformed: a token without a certificate",
  ],
  [
    "with the anchor among its certificates",
    () => signedBy(issuer.signer.keys, { x5c: [...issuer.x5c, base64Of(issuer.anchor)] }),
    "untrusted: a certificate is signed by itself",
  ],
  [
    "by a server's certificate of the same authority",
    async () => {
      const server = await makeCertificate({
        subject: "CN=visits.example",
        issuer: issuer.between,
        purposes: ["1.3.6.1.5.5.7.3.1"],
      });
      return signedBy(server.keys, { x5c: [base64Of(server), base64Of(issuer.between)] });
    },
    "untrusted: the key is for another purpose",
  ],
  [
    "of an issuer whom nobody listed",
    async () => present(await issuePid({ issuer: await makeIssuer("CY") })),
    "untrusted",
  ],
  [
    "with another payload than was signed",
    async () => bound([tamperedToken(token(), 1, (payload) => ({ ...payload, more: 1 })), ...disclosures()]),
    "forged: the credential is not signed by its issuer",
  ],
  [
    "with a forged disclosure",
    () => bound([token(), ...disclosures(), disclose("family_name", "Other").disclosure]),
    "forged: a disclosure has no signed digest",
  ],
  [
    "with a disclosure twice",
    () => bound([token(), ...disclosures(), ...disclosures()]),
    "forged: a disclosure comes twice",
  ],
  ["without the surname", () => present(held, { names: ["given_name"] }), "no-name"],
  ["without the first name", () => present(held, { names: ["family_name"] }), "no-name"],
  ["without any name", () => present(held, { names: [] }), "no-name"],
  ["with an empty surname", () => issued({}, { ...PERSON, family_name: " " }), "no-name"],
  ["with a surname that is none", () => issued({}, { ...PERSON, family_name: 7 }), "no-name"],
  ["with a first name that is none", () => issued({}, { ...PERSON, given_name: null }), "no-name"],
  ["with a surname that rings", () => issued({}, { ...PERSON, family_name: `Α${CONTROL}Β` }), "no-name"],
  ["with a first name that turns the line", () => issued({}, { ...PERSON, given_name: "Α\u202eΒ" }), "no-name"],
  ["with an endless surname", () => issued({}, { ...PERSON, family_name: "Α".repeat(101) }), "no-name"],
  [
    "with a number that is none",
    () => issued({}, { ...PERSON, personal_administrative_number: 7 }, { names: Object.keys(PERSON) }),
    "malformed: the number is none",
  ],
  ["of another type", () => issued({ vct: "urn:example:library-card" }), "wrong-type"],
  ["of a type that extends the type and was not set", () => issued({ vct: "urn:eudi:pid:1:extended" }), "wrong-type"],
  ["that is not valid yet", () => issued({ nbf: AT + 61 }), "not-yet-valid"],
  ["that is made tomorrow", () => issued({ iat: AT + DAY }), "not-yet-valid"],
  ["that is over", () => issued({ exp: AT - 61 }), "expired"],
  ["whose times are no numbers", () => issued({ exp: "tomorrow" }), "malformed: the credential's times"],
  ["that lasts and has no status", () => issued({ status: undefined }), "status-unknown"],
  [
    "of a day and a second without a status",
    () => issued({ status: undefined, exp: AT - 3600 + DAY + 1 }),
    "status-unknown",
  ],
  [
    "of less than a day by when it was made, and of more by when it began",
    () => issued({ status: undefined, nbf: AT - DAY, exp: AT + 60 }),
    "status-unknown",
  ],
  ["without an end and without a status", () => issued({ status: undefined, exp: undefined }), "status-unknown"],
  ["without a beginning and without a status", () => issued({ status: undefined, iat: undefined }), "status-unknown"],
  ["with a status of another kind", () => issued({ status: { identifier_list: {} }, exp: AT + 60 }), "status-unknown"],
  ["with a place in the list that is none", () => issued(listedAt(-1)), "status-unknown"],
  ["with a status list at no address", () => issued(listedAt(1, "list")), "status-unknown"],
  [
    "whose end is disclosed, so that it could be left out",
    () => signedBy(issuer.signer.keys, {}, { exp: AT + 3600 }),
    "malformed: a claim that must be open is disclosed",
  ],
  [
    "whose holder's key is disclosed",
    async () => signedBy(issuer.signer.keys, {}, { cnf: (await shortLife()).cnf }),
    "malformed: a claim that must be open is disclosed",
  ],
  ["that is too long", () => bound([token(), "x".repeat(65_536)]), "malformed: the presentation is too long"],
  ["that is none", () => "presentation", "malformed: the presentation is no SD-JWT"],
  ["whose token is none", () => bound(["token"]), "malformed: a token is not of three parts"],
  ["whose token has more parts", () => bound([`${token()}.more`]), "malformed: a token is not of three parts"],
  [
    "whose token has no signature",
    () => bound([token().replace(/[^.]+$/, "")]),
    "malformed: a token is not of three parts",
  ],
  [
    "whose token's payload is a list",
    async () => bound([await signedToken({ alg: "ES256" }, [], held.holder.privateKey)]),
    "malformed: a token's payload is no object",
  ],
];

const listedAt = (idx: number, uri = "https://status.example/1") => ({ status: { status_list: { uri, idx } } });

describe("refuses a credential", () => {
  test.each(attacks)("%s", async (_what, attack, message) => {
    await expect(verifyPid(await attack(), checks)).rejects.toThrow(message);
  });
});

test("no word of a person is in what may be logged", async () => {
  for (const [, attack] of [...attacks, ...bindingAttacks]) {
    const fault: Error = await verifyPid(await attack(), checks).then(
      () => new Error("taken"),
      (error) => error,
    );
    expect(`${fault} ${JSON.stringify(fault)} ${fault.stack} ${fault.cause}`).not.toMatch(/Ξενικάκη|Ζωή|ΧΨΩ/);
  }
});
