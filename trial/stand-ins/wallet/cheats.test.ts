import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ForeignVerifier, startForeignVerifier } from "../../../test/wallet/foreign-verifier.ts";
import * as cheats from "./cheats.ts";
import { decoded } from "./issue/signing.ts";
import type { Meddle } from "./meddle.ts";
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

const answer = async (meddle: Meddle) => wallet.answer(await verifier.link(), { person: "fani", agrees: true, meddle });

const shownWith = async (meddle: Meddle) => {
  await answer(meddle);
  return verifier.shown();
};

/** What the presentation is made of, whether or not it holds */
async function piecesWith(meddle: Meddle) {
  const { presentation } = await answer(meddle);
  const [sdJwt = "", ...rest] = (presentation ?? "").split("~");
  const [header, payload] = sdJwt.split(".").slice(0, 2).map(decoded) as Record<string, unknown>[];
  const [bindingHeader, binding] = (rest.at(-1) ?? "").split(".").slice(0, 2).map(tolerantly) as Record<
    string,
    unknown
  >[];
  return { header, payload, bindingHeader, binding, disclosures: rest.slice(0, -1).map(decoded) as unknown[][] };
}

const tolerantly = (part: string) => (part === "" ? {} : decoded(part));

test.each<[string, () => Meddle, RegExp]>([
  ["a foreign key", () => cheats.foreignKey, /Key Binding|signature/i],
  ["another nonce", () => cheats.otherNonce, /nonce/i],
  ["a claim taken out on the way", () => cheats.strip("given_name"), /sd_hash/i],
  ["a credential without a binding", () => cheats.unbound, /Key Binding/i],
  ["certificates that are another's", () => cheats.borrowedCertificates(wallet.issuers), /signature/i],
  ["a credential that says that nobody signed it", () => cheats.unsignedPid, /signature|alg|JWT/i],
  ["a day that is to come", () => cheats.validFrom(NOW.add({ hours: 48 })), /not yet valid/],
])("a library of verifiers refuses %s", async (_, meddle, message) => {
  await expect(shownWith(meddle())).rejects.toThrow(message);
});

test("a forged claim and one that was added are no claims by the issuer's digests", async () => {
  expect((await piecesWith(cheats.forge("family_name", "Άλλη"))).disclosures.map(([, ...rest]) => rest)).toEqual([
    ["family_name", "Άλλη"],
    ["given_name", "Φανή"],
  ]);
  const { payload } = await shownWith(cheats.forge("family_name", "Άλλη"));
  expect(payload).not.toHaveProperty("family_name");
  expect((await piecesWith(cheats.addDisclosure("x", 1))).disclosures.at(-1)).toEqual(["salt-of-a-cheat", "x", 1]);
  expect((await piecesWith(cheats.repeatDisclosure)).disclosures).toHaveLength(3);
});

test("what is withheld is not shown, and the rest holds", async () => {
  const { payload } = await shownWith(cheats.withhold("given_name"));
  expect(payload).toMatchObject({ family_name: "Γιασεμίδου" });
  expect(payload).not.toHaveProperty("given_name");
});

test("the issuer signs for a cheat what he would not", async () => {
  expect((await shownWith(cheats.otherType)).payload.vct).toBe("urn:eudi:pid:other:1");
  expect((await shownWith(cheats.withClaims({ given_name: "<b>" }))).payload.given_name).toBe("<b>");
  const untrusted = await piecesWith(cheats.untrustedIssuer(wallet.issuers));
  expect(untrusted.header?.x5c).not.toEqual((await piecesWith({})).header?.x5c);
  expect((await piecesWith(cheats.anchorInChain)).header?.x5c).toHaveLength(3);
  expect((await piecesWith(cheats.withoutStatus)).payload).not.toHaveProperty("status");
  expect((await piecesWith(cheats.statusAt("https://elsewhere.example/1"))).payload?.status).toEqual({
    status_list: { uri: "https://elsewhere.example/1", idx: 0 },
  });
});

test("a binding says what the cheat wants, under the holder's own signature", async () => {
  expect((await shownWith(cheats.otherAudience)).binding.aud).toBe("x509_hash:another");
  expect((await shownWith(cheats.boundAt(NOW.subtract({ hours: 1 })))).binding.iat).toBe(
    NOW.epochMilliseconds / 1000 - 3600,
  );
  expect((await piecesWith(cheats.otherBindingType)).bindingHeader?.typ).toBe("JWT");
});

test("what was shown or sent before is shown or sent again", async () => {
  const { presentation, form } = await answer({});
  expect((await answer(cheats.replay(presentation ?? ""))).presentation).toBe(presentation);
  expect((await answer(cheats.sendAgain(form))).form.get("response")).toBe(form.get("response"));
});

test("an answer holds more than what was asked", async () => {
  await answer(cheats.extraCredential);
  expect(Object.keys((await verifier.opened()).vp_token as object)).toEqual(["pid", "more"]);
  await answer(cheats.twoPresentations);
  expect((await verifier.opened()).vp_token).toEqual({ pid: [expect.anything(), expect.anything()] });
  await answer(cheats.oversized(40_000));
  expect(verifier.forms.at(-1)?.get("response")?.length).toBeGreaterThan(40_000);
});

test("an answer is encrypted in another way, to another, or not at all", async () => {
  const headerWith = async (meddle: Meddle) => decoded((await answer(meddle)).form.get("response")?.split(".")[0]);
  expect(await headerWith({})).toMatchObject({ alg: "ECDH-ES", enc: "A256GCM" });
  expect(await headerWith(cheats.smallEncryption)).toMatchObject({ enc: "A128GCM" });
  expect(await headerWith(cheats.zipped)).toMatchObject({ zip: "DEF" });
  expect((await verifier.opened()).vp_token).toBeDefined();
  expect(await headerWith(cheats.otherEncryption)).toMatchObject({ enc: "A128CBC-HS256" });
  expect(await headerWith(cheats.signedOnly)).toEqual({ alg: "ES256" });
  await answer(cheats.otherEncryptionKey);
  await expect(verifier.opened()).rejects.toThrow("decryption operation failed");
  expect(Object.keys(Object.fromEntries((await answer(cheats.unencrypted)).form))).toEqual(["vp_token", "state"]);
});

test("an answer comes late, elsewhere or twice", async () => {
  const before = verifier.forms.length;
  const began = performance.now();
  await answer(cheats.slow(Temporal.Duration.from({ milliseconds: 50 })));
  expect(performance.now() - began).toBeGreaterThanOrEqual(49);
  expect((await answer(cheats.elsewhere(`${wallet.origin}/nowhere`))).status).toBe(404);
  expect(verifier.forms).toHaveLength(before + 1);
  const { second, redirectUri } = await answer(cheats.twice);
  expect(second).toMatchObject({ status: 200 });
  expect(second?.redirectUri).not.toBe(redirectUri);
  expect(verifier.forms).toHaveLength(before + 3);
});
