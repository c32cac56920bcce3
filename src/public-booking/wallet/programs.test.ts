import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { routeTable } from "../../../test/route-table.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { aWorld, NOW } from "../../../test/world.ts";

/** Programs that are no wallets, at the addresses that wallets know. */
let all: WalletWorld;
let citizen: Citizen;
beforeAll(async () => {
  all = await aWalletWorld({ RATE_LIMIT_SIGN_IN_PER_MINUTE: "3" });
});
afterAll(() => all.close());
beforeEach(async () => {
  all.world.now = NOW;
  const office = await all.world.anOffice();
  await all.world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(all.world);
  await citizen.choose(office, "2026-11-25", "09:00");
});

const idIn = (link: string) => new URL(link).searchParams.get("request_uri")?.split("/").at(-1) ?? "";
const answerFrom = async (remoteAddress: string, { id = "x".repeat(43), form = "response=a.b.c.d.e" } = {}) =>
  all.world.app.inject({
    method: "POST",
    url: `/wallet/answers/${id}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: form,
    remoteAddress,
  });

test("invented answers of one address end in 429, for a minute, and for nobody else", async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 4; count++) statuses.push((await answerFrom("192.0.2.1")).statusCode);
  expect(statuses).toEqual([400, 400, 400, 429]);
  const refused = await answerFrom("192.0.2.1");
  expect([refused.json().code, Number(refused.headers["retry-after"]) > 0]).toEqual(["rate-limited", true]);
  expect((await answerFrom("192.0.2.2")).statusCode).toBe(400);
  all.world.now = NOW.add({ minutes: 1 });
  expect((await answerFrom("192.0.2.1")).statusCode).toBe(400);
});

test("who refuses in a wallet, again and again, has guessed nothing", async () => {
  for (let count = 0; count < 5; count++) {
    const id = idIn(await beginWallet(citizen));
    const { statusCode } = await answerFrom("192.0.2.3", { id, form: "error=access_denied" });
    expect([count, statusCode]).toEqual([count, 200]);
  }
});

test("a program that asks for the head of each address that it sees spends nothing", async () => {
  const link = await beginWallet(citizen);
  const headOf = (url: string) => all.world.app.inject({ method: "HEAD", url });
  expect((await headOf(`/wallet/requests/${idIn(link)}`)).statusCode).toBe(404);
  const reply = await all.wallet.answer(link, { person: "fani", agrees: true });
  await all.fetchLists();
  expect((await headOf(pathOf(reply.redirectUri))).statusCode).toBe(404);
  expect((await citizen.see(pathOf(reply.redirectUri))).headers.location).toBe("/book/check");
});

test("where no wallet is set none of its addresses is there", async () => {
  const plain = await aWorld();
  const ofWallets = ({ app }: typeof plain) => routeTable(app).filter(({ path }) => /\bwallet\b/.test(path));
  expect(ofWallets(all.world).length).toBeGreaterThan(10);
  expect(ofWallets(plain)).toEqual([]);
  await plain.close();
});
