import { afterEach, describe, expect, test } from "vitest";
import { aSignInWorld, type SignInWorld } from "./sign-in-world.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "./world.ts";

let world: World;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function aLimitedWorld(settings: Readonly<Record<string, string>> = {}): Promise<TestOffice> {
  world = await aWorld({ RATE_LIMIT_PER_MINUTE: "5", ...settings });
  closers.push(world.close);
  return world.anOffice();
}

/** Asked by nobody known, with whatever headers. */
const statusFor = async (headers: Readonly<Record<string, string>> = {}, remoteAddress = "192.0.2.1") =>
  (await world.app.inject({ url: "/api/me", headers, remoteAddress })).statusCode;

const statusesFor = async (count: number, headersOf: (index: number) => Readonly<Record<string, string>>) => {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) statuses.push(await statusFor(headersOf(index)));
  return statuses;
};

const invented = (index: number) => ({ cookie: `__Host-session=1.${String(index).padStart(43, "A")}` });

describe("strangers", () => {
  test("count by address, whatever cookie they invent each time, and hear when to come again", async () => {
    await aLimitedWorld();
    expect(await statusesFor(6, invented)).toEqual([401, 401, 401, 401, 401, 429]);
    const refused = await world.app.inject({ url: "/api/me", remoteAddress: "192.0.2.1" });
    expect(refused.json().code).toBe("rate-limited");
    const seconds = Number(refused.headers["retry-after"]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.json().title).toContain(` ${seconds}\u00a0`);
    expect(await statusFor({}, "192.0.2.2")).toBe(401);
  });

  test("of one network of IPv6 count as one", async () => {
    await aLimitedWorld();
    for (let host = 1; host <= 5; host++) await statusFor({}, `2001:db8::${host}`);
    expect(await statusFor({}, "2001:db8::ffff:1")).toBe(429);
    expect(await statusFor({}, "2001:db8:0:1::1")).toBe(401);
  });

  test("asking for what does not exist count too; those who watch the server do not", async () => {
    await aLimitedWorld();
    for (let index = 0; index < 5; index++) await world.app.inject(`/no-such-page-${index}`);
    expect((await world.app.inject("/no-such-page")).statusCode).toBe(429);
    expect((await world.app.inject("/healthz")).statusCode).toBe(200);
  });
});

describe("an address that a proxy names", () => {
  const forwarded = (index: number) => ({ "x-forwarded-for": `198.51.100.${index}` });

  test("is not believed unless the proxy is trusted", async () => {
    await aLimitedWorld();
    expect((await statusesFor(6, forwarded)).at(-1)).toBe(429);
  });

  test("counts where it is, and only as far as the proxies that are trusted reach", async () => {
    await aLimitedWorld({ TRUST_PROXY: "192.0.2.1" });
    expect(await statusesFor(6, forwarded)).toEqual([401, 401, 401, 401, 401, 401]);
    const escaping = (index: number) => ({ "x-forwarded-for": `203.0.113.${index}, 198.51.100.77` });
    expect((await statusesFor(6, escaping)).at(-1)).toBe(429);
  });
});

describe("a session", () => {
  const ask = async (clerk: Clerk, office: TestOffice) => (await clerk.ask("GET", office.code)).status;

  test("counts by itself once it is known: neither strangers nor colleagues behind its address are in its way", async () => {
    const office = await aLimitedWorld();
    const [clerk, colleague] = [await world.aClerk(office), await world.aClerk(office)];
    // Each is a stranger until the session is found.
    expect([await ask(clerk, office), await ask(colleague, office)]).toEqual([200, 200]);
    for (let index = 0; index < 4; index++) await world.app.inject("/api/me");
    expect((await world.app.inject("/api/me")).statusCode).toBe(429);
    for (let index = 0; index < 5; index++) expect(await ask(clerk, office)).toBe(200);
    const refused = await clerk.ask("GET", office.code);
    expect([refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([429, true]);
    expect(await ask(colleague, office)).toBe(200);
  });

  test("that has ended is a stranger again", async () => {
    const office = await aLimitedWorld();
    const clerk = await world.aClerk(office);
    expect(await ask(clerk, office)).toBe(200);
    await world.owner.query("delete from session");
    for (let index = 0; index < 3; index++) await world.app.inject("/api/me");
    // With the first it is found to be over; the second is the address's fifth.
    expect([await ask(clerk, office), await ask(clerk, office), await ask(clerk, office)]).toEqual([401, 401, 429]);
  });
});

describe("signing in", () => {
  let signIns: SignInWorld;
  const aSignIn = async (settings: Readonly<Record<string, string>>) => {
    signIns = await aSignInWorld(settings);
    closers.push(signIns.close);
  };

  test("whoever succeeds counts for nothing; failures from one address end in 429", async () => {
    await aSignIn({ RATE_LIMIT_SIGN_IN_PER_MINUTE: "3" });
    for (const person of ["nefeli", "aris", "orestis", "ismini", "kleio"])
      expect((await (await signedIn(person)).me()).status, person).toBe(200);
    const stray = `${signIns.origin}/callback?code=invented&state=invented`;
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) statuses.push((await fetch(stray, { redirect: "manual" })).status);
    expect(statuses).toEqual([400, 400, 400, 429]);
    const refused = await fetch(`${signIns.origin}/sign-in`, { redirect: "manual" });
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  });

  test("while the government's server is down nobody is locked out for it", async () => {
    const nobody = { GSIS_BASE_URL: "http://127.0.0.1:9", GSIS_CLIENT_ID: "x", GSIS_CLIENT_SECRET: "x" };
    await aSignIn({ RATE_LIMIT_SIGN_IN_PER_MINUTE: "1", ...nobody });
    for (let index = 0; index < 3; index++) {
      const browser = signIns.browser();
      const begun = await browser.request("/sign-in");
      const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state");
      expect((await browser.request(`/callback?code=x&state=${state}`)).status).toBe(502);
    }
  });

  async function signedIn(person: string) {
    const browser = signIns.browser();
    await browser.signIn(person);
    return browser;
  }
});
