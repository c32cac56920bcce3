import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW, type TestOffice, type World } from "../../../test/world.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { formMark } from "../form/token.ts";
import { releaseAll } from "../hold/start-releasing.ts";
import { moveToken } from "./move.ts";

let all: WalletWorld;
let world: World;
let office: TestOffice;
let computer: Citizen;
beforeAll(async () => {
  all = await aWalletWorld();
  world = all.world;
});
afterAll(() => all.close());
beforeEach(async () => {
  world.now = NOW;
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  computer = aCitizen(world);
  await computer.choose(office, "2026-11-25", "09:00");
  const typed = { who: "self", lastName: "Τυπωμένου", firstName: "Έλλη", interpreter: "sq" };
  await computer.send("/book/who", typed);
  await computer.confirm({ how: "wallet", email: "elli@example.gr", phone: "6900000001" });
});

/** What the drawing leads to, as the page has it. */
async function offered(of = computer): Promise<string> {
  expect((await of.send("/book/wallet/elsewhere", {})).headers.location).toBe("/book/wallet/elsewhere");
  const page = await of.see("/book/wallet/elsewhere");
  expect(page.html).toContain("<svg");
  return moveToken(world.db, of.cookie() as string);
}
const press = (device: Citizen, token: string) =>
  device.send(`/book/wallet/move/${token}`, { mark: formMark(hashOfToken(token) as Buffer) });
const typedNow = async () =>
  (await world.owner.query("select typed from booking_form where office_id = $1", [office.id])).rows[0]?.typed;

test("it goes on at the telephone with what the visit needs and nothing of a person, and the computer has it no more", async () => {
  const token = await offered();
  const telephone = aCitizen(world);
  const page = await telephone.see(`/book/wallet/move/${token}`);
  expect(page.text).toContain("Συνεχίζετε εδώ;");
  for (const name of ["Τυπωμένου", "elli@example.gr", "6900000001"]) expect(page.html).not.toContain(name);
  expect((await press(telephone, token)).headers.location).toBe("/book/wallet");
  expect(await typedNow()).toEqual({ interpreter: "sq", behalf: null });
  expect((await computer.see("/book/who")).status).toBe(404);
  const left = await computer.see("/book/wallet/elsewhere");
  expect([left.status, left.text.includes("Συνεχίζεται εκεί όπου πατήθηκε «Συνέχεια εδώ»")]).toEqual([404, true]);
  const reply = await all.wallet.answer(await beginWallet(telephone), { person: "menelaos", agrees: true });
  await all.fetchLists();
  expect((await telephone.see(pathOf(reply.redirectUri))).headers.location).toBe("/book/check");
  await telephone.send("/book/who", { who: "self", interpreter: "sq" });
  expect((await telephone.confirm({ email: "menelaos@example.gr" })).headers.location).toBe("/book/done");
});

test("whoever presses first has it: of two at once one, and nobody afterwards", async () => {
  const token = await offered();
  const devices = [aCitizen(world), aCitizen(world)];
  const pages = await Promise.all(devices.map((each) => press(each, token)));
  expect(pages.map(({ status }) => status).sort()).toEqual([303, 404]);
  expect((await world.owner.query("select from form_move")).rows).toEqual([]);
  const late = aCitizen(world);
  expect((await press(late, token)).status).toBe(404);
  expect(late.cookie()).toBeUndefined();
});

test("pressed once more on the same page, as when the answer was lost, it goes on there, and for a minute", async () => {
  const token = await offered();
  const telephone = aCitizen(world);
  const [, nonce = ""] =
    /name="nonce" value="([^"]+)"/.exec((await telephone.see(`/book/wallet/move/${token}`)).html) ?? [];
  const pressOn = (device: Citizen, page: string) =>
    device.send(`/book/wallet/move/${token}`, { mark: formMark(hashOfToken(token) as Buffer), nonce: page });
  const lost = aCitizen(world);
  expect((await pressOn(lost, nonce)).status).toBe(303);
  expect((await pressOn(aCitizen(world), newToken())).status).toBe(404);
  const again = await Promise.all([pressOn(telephone, nonce), pressOn(telephone, nonce)]);
  expect(again.map(({ headers }) => headers.location)).toEqual(["/book/wallet", "/book/wallet"]);
  expect(telephone.cookie()).toBe(lost.cookie());
  expect((await telephone.see("/book/wallet")).status).toBe(200);
  world.now = NOW.add({ minutes: 1 });
  expect((await pressOn(aCitizen(world), nonce)).status).toBe(404);
});

test("a link alone takes nothing, nor does a press that comes from no page of it", async () => {
  const token = await offered();
  const scanner = aCitizen(world);
  await scanner.see(`/book/wallet/move/${token}`);
  expect((await scanner.send(`/book/wallet/move/${token}`, {})).status).toBe(403);
  expect((await computer.see("/book/who")).text).toContain("Για ποιον είναι το ραντεβού;");
});

test("five minutes later, and once it went on here, it leads nowhere", async () => {
  const token = await offered();
  world.now = NOW.add({ minutes: 5 });
  expect((await aCitizen(world).see(`/book/wallet/move/${token}`)).text).toContain("Αυτή η φόρμα δεν είναι πια εδώ");
  expect((await press(aCitizen(world), token)).status).toBe(404);
  expect((await computer.see("/book/wallet/elsewhere")).headers.location).toBe("/book/wallet");
  await releaseAll({ db: world.db, clock: () => world.now });
  expect((await world.owner.query("select from form_move")).rows).toEqual([]);
  const again = await offered();
  await beginWallet(computer);
  expect((await press(aCitizen(world), again)).status).toBe(404);
});

test("a form whose time is held no more moves nowhere, also where it was offered before", async () => {
  world.now = NOW.add({ minutes: 8 });
  const token = await offered();
  world.now = NOW.add({ minutes: 11 });
  expect((await press(aCitizen(world), token)).status).toBe(404);
  expect((await computer.send("/book/wallet/elsewhere", {})).headers.location).toBe("/book/wallet");
  expect((await computer.see("/book/check")).status).toBe(409);
});

test("a form of which somebody was identified, or whose letter was sent, moves nowhere", async () => {
  await computer.confirm({ how: "email", email: "elli@example.gr" });
  expect((await computer.send("/book/wallet/elsewhere", {})).headers.location).toBe("/book/wallet");
  const other = aCitizen(world);
  await other.choose(office, "2026-11-25", "10:00");
  const reply = await all.wallet.answer(await beginWallet(other), { person: "menelaos", agrees: true });
  const token = await moveToken(world.db, other.cookie() as string);
  await all.fetchLists();
  await other.see(pathOf(reply.redirectUri));
  expect((await other.send("/book/wallet/elsewhere", {})).headers.location).toBe("/book/wallet");
  expect((await press(aCitizen(world), token)).status).toBe(404);
});
