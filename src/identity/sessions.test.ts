import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Browser } from "../../test/browser.ts";
import { aSignInWorld, type SignInWorld } from "../../test/sign-in-world.ts";
import { BACKGROUND_HEADER } from "../platform/background.ts";

let world: SignInWorld;
let browser: Browser;
beforeAll(async () => {
  world = await aSignInWorld();
});
beforeEach(async () => {
  browser = world.browser();
  await browser.signIn("aris");
});
afterAll(() => world.close());

const status = async (headers: Record<string, string> = {}) => (await browser.request("/api/me", { headers })).status;
const after = (duration: Temporal.DurationLike) => {
  world.now = world.now.add(duration);
};

test("a session left alone for half an hour is over", async () => {
  after({ minutes: 29 });
  expect(await status()).toBe(200);
  after({ minutes: 29 });
  expect(await status()).toBe(200);
  after({ minutes: 30 });
  expect(await status()).toBe(401);
});

test("after twelve hours it is over, however busy", async () => {
  for (let minutes = 0; minutes < 700; minutes += 25) {
    after({ minutes: 25 });
    expect(await status()).toBe(200);
  }
  after({ minutes: 20 });
  expect(await status()).toBe(401);
});

test("what a page asks by itself does not keep the session of an absent user open", async () => {
  for (const _ of [1, 2]) {
    after({ minutes: 14 });
    expect(await status({ [BACKGROUND_HEADER]: "1" })).toBe(200);
  }
  after({ minutes: 2 });
  expect(await status({ [BACKGROUND_HEADER]: "1" })).toBe(401);
});

test("the last use is written at most once a minute", async () => {
  const lastSeen = async () => {
    const [row] = await world.rows<{ at: string }>("select max(last_seen_at)::text as at from session");
    return row?.at;
  };
  const before = await lastSeen();
  after({ seconds: 59 });
  await status();
  expect(await lastSeen()).toBe(before);
  after({ seconds: 1 });
  await status();
  expect(await lastSeen()).not.toBe(before);
});

test("signing in sweeps the sessions that are over, a week later", async () => {
  after({ hours: 7 * 24 });
  await world.browser().signIn("danai");
  expect(await world.rows("select from session")).toHaveLength(1);
});

test("a clock that ran ahead and came back throws nobody out", async () => {
  after({ hours: 13 });
  const other = world.browser();
  await other.signIn("danai");
  after({ hours: -13 });
  expect(await status()).toBe(200);
  expect((await other.me()).status, "signed in in a time to come").toBe(401);
});

test("a session used while the clock was a little ahead is idle as soon as any other", async () => {
  after({ minutes: 25 });
  expect(await status()).toBe(200);
  after({ minutes: -25 });
  expect(await status()).toBe(200);
  after({ minutes: 31 });
  expect(await status()).toBe(401);
});
