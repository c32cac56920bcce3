import { afterEach, beforeEach, expect, test } from "vitest";
import type { Browser } from "../../../test/browser.ts";
import { patiently } from "../../../test/patience.ts";
import { aSignInWorld, type SignInWorld } from "../../../test/sign-in-world.ts";
import { syncRights } from "./sync-rights.ts";

let world: SignInWorld;
let browser: Browser;
beforeEach(async () => {
  world = await aSignInWorld();
  browser = world.browser();
  await browser.signIn("thaleia");
});
afterEach(() => world.close());

const control = () => {
  if (!world.standIns.directory) throw new Error("no directory");
  return world.standIns.directory.control;
};
const after = (minutes: number) => {
  world.now = world.now.add({ seconds: Math.round(minutes * 60) });
};
const offices = async () => (await (await browser.me()).json()).offices.map(({ code }: { code: string }) => code);
const calls = async () => (await world.rows<{ outcome: string }>("select outcome from directory_call")).length;

test("a right taken away in the directory is gone from the open session at the next request after five minutes", async () => {
  control().setGates("thaleia", [{ gateId: "ΚΕΠ/9902", role: "head" }]);
  after(3.9);
  expect(await offices()).toEqual(["9901", "9902"]);
  expect(await calls()).toBe(1);
  after(1.2);
  expect(await offices()).toEqual(["9902"]);
  control().setGates("thaleia", []);
  after(5);
  expect(await offices()).toEqual([]);
});

test("between four and five minutes the request does not wait, and the next one has the new rights", async () => {
  control().setGates("thaleia", [{ gateId: "ΚΕΠ/9902", role: "head" }]);
  after(4.5);
  expect(await offices()).toEqual(["9901", "9902"]);
  await expect.poll(offices).toEqual(["9902"]);
  expect(await calls()).toBe(2);
});

test("many requests at once ask the directory once", async () => {
  after(6);
  await Promise.all(Array.from({ length: 8 }, () => browser.me()));
  expect(await calls()).toBe(2);
});

test("while the directory is down the old rights stand, and only the first request waits", async () => {
  control().mode = "slow";
  control().setGates("thaleia", []);
  after(6);
  const from = performance.now();
  expect(await offices()).toEqual(["9901", "9902"]);
  expect(performance.now() - from).toBeLessThan(patiently(4_000));
  const second = performance.now();
  expect(await offices()).toEqual(["9901", "9902"]);
  expect(performance.now() - second).toBeLessThan(patiently(1_000));
  control().mode = "normal";
  after(0.5);
  await expect.poll(offices).toEqual([]);
  const outcomes = await world.rows<{ outcome: string }>("select outcome from directory_call order by called_at");
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["answered", "timed-out", "answered"]);
});

test("an error of the directory is no empty answer", async () => {
  for (const mode of ["garbage", "down"] as const) {
    control().mode = mode;
    after(6);
    expect(await offices()).toEqual(["9901", "9902"]);
  }
});

test("every call leaves its audit record", async () => {
  const [call] = await world.rows<{ audit: Record<string, string>; transaction_id: string }>(
    "select * from directory_call",
  );
  expect(call?.audit).toEqual({
    auditUnit: "Πλατφόρμα Επισκέψεων",
    auditTransactionId: call?.transaction_id,
    auditProtocol: expect.stringMatching(/^[\da-f]{8}\/2026-11-24$/),
    auditTransactionDate: "2026-11-24T08:42:00Z",
    auditUserIp: "127.0.0.1",
    auditUserId: "000001137",
  });
});

test("rights renewed while the clock ran ahead are renewed again when it is back", async () => {
  after(25);
  expect(await offices()).toEqual(["9901", "9902"]);
  control().setGates("thaleia", [{ gateId: "ΚΕΠ/9902", role: "head" }]);
  after(-25);
  expect(await offices()).toEqual(["9902"]);
  control().setGates("thaleia", []);
  after(6);
  expect(await offices()).toEqual([]);
});

test("a directory that was down while the clock ran ahead is asked again when it is back", async () => {
  control().mode = "down";
  after(25);
  expect(await offices()).toEqual(["9901", "9902"]);
  control().mode = "normal";
  control().setGates("thaleia", []);
  after(-19);
  await offices();
  await expect.poll(offices).toEqual([]);
});

test("while the directory is down whoever had rights within four days may sign in, and nobody after that", async () => {
  control().mode = "down";
  after(95 * 60);
  const back = world.browser();
  expect((await back.signIn("thaleia")).url.pathname).toBe("/");
  expect((await (await back.me()).json()).offices).toHaveLength(2);
  after(2 * 60);
  expect((await world.browser().signIn("thaleia")).status).toBe(503);
});

test("who is refused for having no gate any more keeps nothing of what she had", async () => {
  control().setGates("thaleia", []);
  expect((await world.browser().signIn("thaleia")).status).toBe(403);
  expect(await offices()).toEqual([]);
  control().mode = "down";
  expect((await world.browser().signIn("thaleia")).status).toBe(503);
});

test("an answer that comes late, to a question asked before the last, gives no right back", async () => {
  const [employee] = await world.rows<{ id: number }>("select id from employee");
  const { db } = world.deps;
  const askedAt = (minutes: number) => world.now.add({ minutes });
  const had = { ministry: false, offices: [{ code: "9901", role: "operator" as const }] };
  await syncRights(db, Number(employee?.id), { ministry: false, offices: [] }, askedAt(2));
  await syncRights(db, Number(employee?.id), had, askedAt(1));
  after(3);
  expect(await offices()).toEqual([]);
});
