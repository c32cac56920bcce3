import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { patiently } from "../../test/patience.ts";
import { aSignInWorld, type SignInWorld } from "../../test/sign-in-world.ts";

let world: SignInWorld;
beforeAll(async () => {
  world = await aSignInWorld();
});
beforeEach(() => {
  const { gsis, directory } = world.standIns;
  if (gsis) Object.assign(gsis.faults, { token: "none", userinfo: null, userinfoStatus: 200 });
  if (directory) directory.control.mode = "normal";
});
afterAll(() => world.close());

const faults = () => world.standIns.gsis?.faults ?? { token: "none", userinfo: null, userinfoStatus: 200 };

test("an employee signs in with the government and is who the directory says", async () => {
  const browser = world.browser();
  const page = await browser.signIn("nefeli");
  expect(page.url.href).toBe(`${world.origin}/`);
  const me = await (await browser.me()).json();
  expect(me).toEqual({
    employee: { id: expect.any(Number), lastName: "ΛΙΜΝΙΩΤΗ", firstName: "ΝΕΦΕΛΗ", ministry: false },
    offices: [{ code: "9901", name: "ΚΕΠ Νέας Αυγής", roles: ["administrator"] }],
    session: {
      now: "2026-11-24T10:42:00+02:00",
      idleUntil: "2026-11-24T11:12:00+02:00",
      until: "2026-11-24T22:42:00+02:00",
    },
    trial: true,
  });
});

test("both roles at one office, two offices, and the ministry's gate", async () => {
  const rolesOf = async (personId: string) => {
    const browser = world.browser();
    await browser.signIn(personId);
    const { employee, offices } = await (await browser.me()).json();
    return { ministry: employee.ministry, offices: offices.map(({ code, roles }: never) => ({ code, roles })) };
  };
  expect(await rolesOf("kleio")).toEqual({
    ministry: false,
    offices: [{ code: "9903", roles: ["administrator", "operator"] }],
  });
  expect(await rolesOf("thaleia")).toEqual({
    ministry: false,
    offices: [
      { code: "9901", roles: ["operator"] },
      { code: "9902", roles: ["operator"] },
    ],
  });
  expect(await rolesOf("athina")).toEqual({ ministry: true, offices: [] });
});

test("the session's cookie can be read by nobody else, and only its hash is stored", async () => {
  const browser = world.browser();
  const authorize = await browser.visit("/sign-in");
  const posted = await browser.request(authorize.url, {
    method: "POST",
    body: new URLSearchParams({ userid: "aris" }),
  });
  const answer = await browser.request(posted.headers.get("location") ?? "");
  expect(answer.status).toBe(303);
  const [cleared, session = ""] = answer.headers.getSetCookie();
  expect(cleared).toMatch(/^__Host-sign-in=;/);
  expect(session).toMatch(/^__Host-session=\d+\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const token = browser.cookie("__Host-session") ?? "";
  const rows = await world.rows<{ row: string }>("select session::text as row from session");
  expect(rows.some(({ row }) => row.includes(token.slice(-20)))).toBe(false);
});

test("without a gate there is a page that says why, and two ways on", async () => {
  const browser = world.browser();
  const page = await browser.signIn("petros");
  expect(page.status).toBe(403);
  expect(page.text).toContain('<html lang="el">');
  expect(page.text).toContain("Δεν βρέθηκε θυρίδα ΚΕΠ στο όνομά σας. Απευθυνθείτε στον Προϊστάμενο του ΚΕΠ.");
  expect(page.text).toContain('href="/sign-in"');
  expect(page.text).toContain('action="/sign-out"');
  expect(browser.cookie("__Host-session")).toBeUndefined();
  expect(await world.rows("select from employee where last_name = 'ΑΘΥΡΙΔΗΣ'")).toEqual([]);
  const again = await browser.visit("/sign-in", { headers: { "accept-language": "en" } });
  expect(again.url.pathname).toBe("/callback");
});

test("a gate of an office that has not joined says so", async () => {
  const page = await world.browser().signIn("rea");
  expect(page.status).toBe(403);
  expect(page.text).toContain("Το ΚΕΠ σας δεν έχει ενταχθεί ακόμη");
});

test("a denial comes back as a page, in the reader's language", async () => {
  const browser = world.browser();
  const authorize = await browser.visit("/sign-in");
  const page = await browser.submit(authorize.url, { deny: "1" });
  expect(page.status).toBe(403);
  expect(page.text).toContain("Η σύνδεση δεν εγκρίθηκε");
  const english = await browser.visit("/callback?error=access_denied&error_description=no", {
    headers: { "accept-language": "en-GB" },
  });
  expect(english.status).toBe(400);
  expect(english.text).toContain('<html lang="en">');
});

test("a denial that lost its state is still a denial", async () => {
  const browser = world.browser();
  await browser.visit("/sign-in");
  const page = await browser.visit("/callback?error=access_denied&error_description=%CF%8C%CF%87%CE%B9");
  expect(page.status).toBe(403);
});

test("a callback whose state is another's, doubled or missing is refused", async () => {
  for (const change of [
    (url: URL) => url.searchParams.set("state", "x".repeat(43)),
    (url: URL) => url.searchParams.append("state", "x"),
    (url: URL) => url.searchParams.delete("state"),
  ]) {
    const browser = world.browser();
    const authorize = await browser.visit("/sign-in");
    const posted = await browser.request(authorize.url, {
      method: "POST",
      body: new URLSearchParams({ userid: "aris" }),
    });
    const callback = new URL(posted.headers.get("location") ?? "");
    change(callback);
    const page = await browser.visit(callback);
    expect(page.status).toBe(400);
    expect(page.text).toContain("Ξεκινήστε ξανά από εδώ.");
    expect(browser.cookie("__Host-session")).toBeUndefined();
  }
});

test("a code of somebody else's browser is refused, and one serves only once", async () => {
  const [thief, owner] = [world.browser(), world.browser()];
  const authorize = await owner.visit("/sign-in");
  const posted = await owner.request(authorize.url, { method: "POST", body: new URLSearchParams({ userid: "aris" }) });
  const callback = new URL(posted.headers.get("location") ?? "");
  expect((await thief.visit(callback)).status).toBe(400);
  const attempt = owner.cookie("__Host-sign-in") ?? "";
  expect((await owner.visit(callback)).url.pathname).toBe("/");
  const repeated = world.browser();
  repeated.setCookie("__Host-sign-in", attempt);
  const page = await repeated.visit(callback);
  expect(page.status).toBe(400);
  expect(repeated.cookie("__Host-session")).toBeUndefined();
});

test("after signing in one arrives where one wanted to go, but never at another host", async () => {
  expect((await world.browser().signIn("aris", "/sign-in?return=/9901/day?date=2026-11-25")).url.href).toBe(
    `${world.origin}/9901/day?date=2026-11-25`,
  );
  for (const evil of [
    "//evil.example",
    "/%5Cevil.example",
    "https://evil.example",
    "/%09/evil.example",
    "/a/..//evil.example",
  ]) {
    const page = await world.browser().signIn("aris", `/sign-in?return=${evil}`);
    expect(page.url.origin).toBe(world.origin);
  }
});

test("nor where a cookie says that somebody has written into", async () => {
  const browser = world.browser();
  const authorize = await browser.visit("/sign-in");
  const posted = await browser.request(authorize.url, {
    method: "POST",
    body: new URLSearchParams({ userid: "aris" }),
  });
  const attempt = JSON.parse(Buffer.from(browser.cookie("__Host-sign-in") ?? "", "base64url").toString());
  const written = JSON.stringify({ ...attempt, returnTo: "//evil.example/" });
  browser.setCookie("__Host-sign-in", Buffer.from(written).toString("base64url"));
  const answer = await browser.request(posted.headers.get("location") ?? "");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
});

test("what comes with an error instead of the person is not believed", async () => {
  faults().userinfoStatus = 500;
  const page = await world.browser().signIn("aris");
  faults().userinfoStatus = 200;
  expect(page.status).toBe(502);
});

test("a slow sign-in server gets a clear page within five seconds", async () => {
  faults().token = "slow";
  const from = performance.now();
  const page = await world.browser().signIn("aris");
  expect(performance.now() - from).toBeLessThan(patiently(5_000));
  expect(page.status).toBe(502);
  expect(page.text).toContain("Η υπηρεσία σύνδεσης δεν απαντά");
});

test("a broken sign-in server, and userinfo that is no person, get a clear page", async () => {
  faults().token = "broken";
  expect((await world.browser().signIn("aris")).status).toBe(502);
  faults().token = "none";
  for (const body of [
    '{"error":"server_error"}',
    '<!DOCTYPE root [<!ENTITY a "000001021">]><root><userinfo userid="x" taxid="&a;" lastname="Α" firstname="Β"/></root>',
    '<root><userinfo userid="x" taxid="000001020" lastname="Α" firstname="Β"/></root>',
    `<root><userinfo userid="x" taxid="000001021" lastname="${"Α".repeat(70_000)}" firstname="Β"/></root>`,
  ]) {
    faults().userinfo = body;
    const page = await world.browser().signIn("aris");
    expect(page.status).toBe(502);
  }
});

test("signing out goes through the government, so that the next person is asked who she is", async () => {
  const browser = world.browser();
  await browser.signIn("danai");
  const token = browser.cookie("__Host-session") ?? "";
  expect((await browser.visit("/sign-in")).url.pathname).toBe("/");
  const renewed = browser.cookie("__Host-session") ?? "";
  expect(renewed).not.toBe(token);
  const page = await browser.submit("/sign-out");
  expect(page.url.pathname).toBe("/signed-out");
  expect(page.via.map((url) => url.pathname)).toContain("/oauth2servergov/logout/visits-trial/");
  expect(page.text).toContain("Αποσυνδεθήκατε και από τους κωδικούς δημόσιας διοίκησης.");
  for (const old of [token, renewed]) {
    browser.setCookie("__Host-session", old);
    expect((await browser.me()).status).toBe(401);
  }
  expect((await browser.visit("/sign-in")).text).toContain('name="userid"');
});

test("another site can't sign anybody out", async () => {
  const browser = world.browser();
  await browser.signIn("danai");
  const response = await browser.request("/sign-out", { method: "POST", headers: { "sec-fetch-site": "cross-site" } });
  expect(response.status).toBe(403);
  expect((await browser.me()).status).toBe(200);
});

test("a person never seen is refused while the directory is down; one seen before works on with her rights", async () => {
  const known = world.browser();
  await known.signIn("ismini");
  const { directory } = world.standIns;
  for (const mode of ["down", "garbage"] as const) {
    if (directory) directory.control.mode = mode;
    const page = await world.browser().signIn("loukas");
    expect(page.status).toBe(503);
    expect(page.headers.get("retry-after")).toBe("5");
    expect(page.text).toContain("Ο κατάλογος των θυρίδων δεν απαντά");
    const back = world.browser();
    expect((await back.signIn("ismini")).url.pathname).toBe("/");
    expect((await (await back.me()).json()).offices).toHaveLength(1);
  }
});

test("no cookie, a made-up one and a changed one are nobody", async () => {
  const browser = world.browser();
  expect((await browser.me()).status).toBe(401);
  await browser.signIn("aris");
  const token = browser.cookie("__Host-session") ?? "";
  const [id = "", random = ""] = token.split(".");
  for (const forged of [
    `${Number(id) + 1}.${random}`,
    `${id}.${"A".repeat(43)}`,
    random,
    "",
    `${id}.${random}x`,
    "0.x",
    `99999999999.${random}`,
  ]) {
    browser.setCookie("__Host-session", forged);
    expect((await browser.me()).status).toBe(401);
  }
});

test("a code belongs to the browser that began: stolen on its way back, it is worth nothing in one's own attempt", async () => {
  const authorize = await world.browser().visit("/sign-in");
  expect(authorize.url.searchParams.get("code_challenge_method")).toBe("S256");
  const stolen = await codeFor(authorize.url, "aris");
  const thief = world.browser();
  const own = (await thief.visit("/sign-in")).url.searchParams.get("state");
  expect((await thief.visit(`/callback?code=${stolen}&state=${own}`)).status).toBe(400);
  expect(thief.cookie("__Host-session")).toBeUndefined();
});

test("a server that refuses what it does not know is not sent it", async () => {
  const without = await aSignInWorld({ GSIS_PKCE: "false" });
  const authorize = await without.browser().visit("/sign-in");
  expect([...authorize.url.searchParams.keys()].filter((name) => name.startsWith("code_"))).toEqual([]);
  expect((await without.browser().signIn("aris")).url.pathname).toBe("/");
  await without.close();
});

/** What the government's server sends back with, seen by somebody on the way. */
async function codeFor(authorize: URL, userid: string): Promise<string | null> {
  const answer = await fetch(authorize, {
    method: "POST",
    body: new URLSearchParams({ userid }),
    redirect: "manual",
  });
  return new URL(answer.headers.get("location") ?? "").searchParams.get("code");
}
