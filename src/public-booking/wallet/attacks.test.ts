import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { doctorsFindings } from "../../../test/doctor.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW } from "../../../test/world.ts";
import * as cheats from "../../../trial/stand-ins/wallet/cheats.ts";
import type { Meddle } from "../../../trial/stand-ins/wallet/meddle.ts";
import { releaseAll } from "../hold/start-releasing.ts";

/** What a wallet, or somebody in its place, may send instead: through the whole program, nobody is identified by it. */
let all: WalletWorld;
let citizen: Citizen;
beforeAll(async () => {
  all = await aWalletWorld();
});
afterAll(() => all.close());
beforeEach(async () => {
  const office = await all.world.anOffice();
  await all.world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(all.world);
  await citizen.choose(office, "2026-11-25", "09:00");
});

/** Where the browser is brought after that; null: the wallet was told nothing. */
async function after(meddle: Meddle): Promise<string | null> {
  const reply = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true, meddle });
  await all.fetchLists();
  if (reply.redirectUri === null) return null;
  const { headers, text } = await citizen.see(pathOf(reply.redirectUri));
  return String(headers.location ?? text);
}

const identified = async () =>
  (await all.world.owner.query("select from booking_form where identity is not null")).rows.length;

const { otherNonce, otherAudience, otherBindingType, foreignKey, unbound, otherType, anchorInChain, withoutStatus } =
  cheats;
const { repeatDisclosure, unsignedPid, extraCredential, twoPresentations, unencrypted, signedOnly } = cheats;
const { zipped, otherEncryption, otherEncryptionKey } = cheats;
const EACH: Readonly<Record<string, Meddle>> = {
  otherNonce,
  otherAudience,
  otherBindingType,
  "an old binding": cheats.boundAt(NOW.subtract({ minutes: 10 })),
  "a binding of later": cheats.boundAt(NOW.add({ minutes: 10 })),
  foreignKey,
  unbound,
  otherType,
  anchorInChain,
  withoutStatus,
  "an identity of later": cheats.validFrom(NOW.add({ hours: 1 })),
  "no last name": cheats.withhold("family_name"),
  "a disclosure stripped": cheats.strip("family_name"),
  "another last name": cheats.forge("family_name", "Πλαστού"),
  "one claim more": cheats.addDisclosure("family_name", "Πλαστού"),
  repeatDisclosure,
  unsignedPid,
  extraCredential,
  twoPresentations,
  unencrypted,
  signedOnly,
  zipped,
  otherEncryption,
  otherEncryptionKey,
  oversized: cheats.oversized(100_000),
};

test.each(Object.entries(EACH))("%s: nobody is identified", async (_name, meddle) => {
  expect(await after(meddle)).not.toBe("/book/check");
  expect(await identified()).toBe(0);
});

test.each([
  ["an unknown issuer", cheats.untrustedIssuer],
  ["an unknown issuer with borrowed certificates", cheats.borrowedCertificates],
] as const)("%s: nobody is identified", async (_name, cheat) => {
  expect(await after(cheat(all.wallet.issuers))).not.toBe("/book/check");
  expect(await identified()).toBe(0);
});

test("what was shown to one try is nobody in another", async () => {
  const shown = await all.wallet.answer(await beginWallet(citizen), { person: "fani", agrees: true });
  expect(await after(cheats.replay(shown.presentation as string))).not.toBe("/book/check");
  expect(await after(cheats.sendAgain(shown.form))).not.toBe("/book/check");
  expect(await identified()).toBe(0);
});

test("and without any of that, the same person is", async () => {
  expect(await after({})).toBe("/book/check");
  expect(await identified()).toBe(1);
});

test("and hours later none of all that has left anything, as the doctor finds", async () => {
  all.world.now = NOW.add({ hours: 3 });
  await releaseAll({ db: all.world.db, clock: () => all.world.now });
  expect(await doctorsFindings(all.world.database.ownerUrl, all.world.now)).toEqual([]);
});
