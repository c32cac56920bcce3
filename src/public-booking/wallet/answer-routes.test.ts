import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { turnAllLanguagesOn } from "../../../test/ministry-person.ts";
import { routeTable } from "../../../test/route-table.ts";
import { aWalletWorld, beginWallet, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW } from "../../../test/world.ts";
import { newToken } from "../../platform/token.ts";

/** Where wallets, and whoever acts as one, ask and answer without a browser. */
let all: WalletWorld;
let citizen: Citizen;
beforeAll(async () => {
  all = await aWalletWorld({ RATE_LIMIT_SIGN_IN_PER_MINUTE: "3" });
});
afterAll(() => all.close());
beforeEach(async () => {
  all.world.now = NOW;
  await all.world.owner.query("delete from wallet_try");
  await all.world.owner.query("delete from limit_count");
  const office = await all.world.anOffice();
  await all.world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(all.world);
  await citizen.choose(office, "2026-11-25", "09:00");
});

const idIn = (link: string) => new URL(link).searchParams.get("request_uri")?.split("/").at(-1) as string;
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const send = (id: string, answer: Readonly<Record<string, string>>, remoteAddress = "127.0.0.1") => {
  const payload = new URLSearchParams(answer).toString();
  return all.world.app.inject({ method: "POST", url: `/wallet/answers/${id}`, headers: FORM, payload, remoteAddress });
};
const ask = (id: string) => all.world.app.inject({ method: "GET", url: `/wallet/requests/${id}` });
const tries = async () => (await all.world.owner.query("select outcome, failures from wallet_try")).rows;
const right = (link: string) => all.wallet.answer(link, { person: "fani", agrees: true });

test("wrong answers of one address end in 429, for a minute, and for nobody else", async () => {
  const link = await beginWallet(citizen);
  const statuses: number[] = [];
  for (let sent = 0; sent < 4; sent++) statuses.push((await send(newToken(), { response: "a.b.c.d.e" })).statusCode);
  expect(statuses).toEqual([400, 400, 400, 429]);
  expect((await right(link)).status).toBe(429);
  expect((await send(newToken(), { response: "a.b.c.d.e" }, "192.0.2.7")).statusCode).toBe(400);
  all.world.now = NOW.add({ minutes: 1 });
  expect((await right(link)).status).toBe(200);
});

test("an answer to a try that is not as it should be counts as one, too", async () => {
  const id = idIn(await beginWallet(citizen));
  for (let sent = 0; sent < 3; sent++) expect((await send(id, { response: "a.b.c.d.e" })).statusCode).toBe(200);
  expect((await send(newToken(), { response: "a.b.c.d.e" })).statusCode).toBe(429);
});

test("many behind one address who agree, or say no, are in nobody's way", async () => {
  for (let sent = 0; sent < 4; sent++) {
    expect((await right(await beginWallet(citizen))).status).toBe(200);
    const link = await beginWallet(citizen);
    expect((await all.wallet.answer(link, { person: "fani", agrees: false })).status).toBe(200);
  }
});

test("of an answer 64 KiB are read, and a longer one is none", async () => {
  const id = idIn(await beginWallet(citizen));
  const most = 64 * 1024 - "response=".length;
  expect((await send(id, { response: "a".repeat(most + 1) })).statusCode).toBe(413);
  expect(await tries()).toEqual([{ outcome: null, failures: 0 }]);
  expect((await send(id, { response: "a".repeat(most) })).statusCode).toBe(200);
  expect(await tries()).toEqual([{ outcome: "failed", failures: 1 }]);
});

test("where the program itself fails, the try is not spent and nobody is counted", async () => {
  const { owner } = all.world;
  const link = await beginWallet(citizen);
  await owner.query("alter table wallet_list rename to wallet_list_away");
  for (let sent = 0; sent < 4; sent++) expect((await right(link)).status).toBe(500);
  await owner.query("alter table wallet_list_away rename to wallet_list");
  expect(await tries()).toEqual([{ outcome: null, failures: 0 }]);
  expect((await right(link)).status).toBe(200);
});

test("what is no form is no answer", async () => {
  const id = idIn(await beginWallet(citizen));
  const url = `/wallet/answers/${id}`;
  for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=a"]) {
    const payload = JSON.stringify({ response: "a.b.c.d.e" });
    const sent = await all.world.app.inject({ method: "POST", url, headers: { "content-type": type }, payload });
    expect([type, sent.statusCode]).toEqual([type, 415]);
  }
  expect((await all.world.app.inject({ method: "POST", url })).statusCode).toBe(400);
  expect(await tries()).toEqual([{ outcome: null, failures: 0 }]);
});

test("what is asked is stored nowhere, and of a try that was answered, or of another certificate's, nothing is asked", async () => {
  const link = await beginWallet(citizen);
  const asked = await ask(idIn(link));
  expect([asked.statusCode, asked.headers["cache-control"], asked.headers["set-cookie"]]).toEqual([
    200,
    "no-store",
    undefined,
  ]);
  expect(asked.headers["content-type"]).toBe("application/oauth-authz-req+jwt");
  await right(link);
  expect((await ask(idIn(link))).statusCode).toBe(404);
  const older = await beginWallet(citizen);
  await all.world.owner.query("update wallet_try set client_id = 'x509_hash:older'");
  expect((await ask(idIn(older))).statusCode).toBe(404);
  for (const unknown of [newToken(), "short", "x".repeat(65)])
    expect((await ask(unknown)).statusCode).toBeGreaterThanOrEqual(400);
});

test("another site's page may send to this one address, and to no other one of the pages", async () => {
  const from = { ...FORM, origin: "https://wallet.example", "sec-fetch-site": "cross-site" };
  const open: string[] = [];
  await turnAllLanguagesOn(all.world);
  for (const { method, path } of routeTable(all.world.app)) {
    // Those of staff and of partners ask first who it is.
    if (method !== "POST" || path.startsWith("/api/")) continue;
    const url = path.replace(/:[a-zA-Z]+/g, "1").replace("*", "1");
    const { statusCode } = await all.world.app.inject({ method, url, headers: from, payload: "" });
    if (statusCode !== 403) open.push(`${path} ${statusCode}`);
  }
  expect(open).toEqual(["/wallet/answers/:id 400"]);
});
