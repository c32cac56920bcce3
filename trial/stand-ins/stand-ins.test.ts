import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/platform/config.ts";
import { normalizeAfm } from "../../src/platform/text/afm.ts";
import { CITIZENS } from "./citizens.ts";
import { PEOPLE } from "./people.ts";
import { type StandIns, startStandIns } from "./stand-ins.ts";

let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns(readConfig({ NODE_ENV: "test" }));
});
afterAll(() => standIns.stop());

const CALLBACK = "http://127.0.0.1:1/callback";
const authorizeUrl = (changes: Record<string, string> = {}) => {
  const asked = { response_type: "code", client_id: "visits-trial", redirect_uri: CALLBACK, scope: "read", state: "s" };
  return `${standIns.addresses.gsis}/oauth2servergov/oauth/authorize?${new URLSearchParams({ ...asked, ...changes })}`;
};
const once = (url: string, init: RequestInit = {}) => fetch(url, { ...init, redirect: "manual" });
const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
const exchange = (changes: Record<string, string>) => {
  const fields = {
    grant_type: "authorization_code",
    client_id: "visits-trial",
    client_secret: "visits-trial-secret",
    redirect_uri: CALLBACK,
  };
  return once(`${standIns.addresses.gsis}/oauth2servergov/oauth/token`, form({ ...fields, ...changes }));
};
const codeFor = async (userid: string, changes = {}) => {
  const response = await once(authorizeUrl(changes), form({ userid }));
  return new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";
};

test("the people are invented, each with a valid and different tax number", () => {
  const people = [...PEOPLE, ...CITIZENS];
  expect(new Set(people.map(({ afm }) => normalizeAfm(afm))).size).toBe(people.length);
});

test("in production nobody stands in for the government", async () => {
  const config = { ...readConfig({ NODE_ENV: "test" }), NODE_ENV: "production" as const };
  await expect(startStandIns(config)).rejects.toThrow("Stand-ins are for trials");
});

test("what is configured is not stood in for", async () => {
  const env = { NODE_ENV: "test", GSIS_BASE_URL: "https://gov.example", GSIS_CLIENT_ID: "a", GSIS_CLIENT_SECRET: "b" };
  const given = { ...env, DIRECTORY_KIND: "file", DIRECTORY_FILE: "staff.json", SMTP_URL: "smtps://mail.example.gr" };
  const none = await startStandIns(readConfig(given));
  expect(none).toEqual({
    settings: {},
    addresses: {},
    gsis: null,
    taxisnet: null,
    wallet: null,
    directory: null,
    smtp: null,
    stop: expect.any(Function),
  });
});

test("where mail goes nowhere else, it goes to the stand-in", async () => {
  const { settings, addresses, smtp } = standIns;
  expect(settings.SMTP_URL).toBe(smtp?.url);
  expect(addresses).toMatchObject({ smtp: smtp?.url, mail: smtp?.page });
});

test("in production without a mail server nobody takes the mail", async () => {
  const set = { GSIS_BASE_URL: "https://gov.example", DIRECTORY_URL: "https://directory.example" };
  const config = { ...readConfig({ NODE_ENV: "test" }), ...set, NODE_ENV: "production" as const };
  expect(await startStandIns(config)).toMatchObject({ settings: {}, smtp: null });
});

test("the page names itself a simulation and lists the people as choices", async () => {
  const page = await (await once(authorizeUrl())).text();
  expect(page).toContain("Προσομοίωση για δοκιμή");
  expect(page.match(/type="radio" name="userid"/g)).toHaveLength(PEOPLE.length);
  const nobody = await once(authorizeUrl(), form({}));
  expect(nobody.status).toBe(422);
});

test("an application that is not registered gets no answer at its address", async () => {
  for (const redirect_uri of [
    "https://evil.example/callback",
    "http://127.0.0.1:1/elsewhere",
    "http://127.0.0.1@evil.example/callback",
    "x",
  ]) {
    const response = await once(authorizeUrl({ redirect_uri }));
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  }
  expect((await once(authorizeUrl({ client_id: "other" }))).status).toBe(400);
});

test("a code serves once, for one address, one client and one verifier", async () => {
  const code = await codeFor("aris");
  expect(await (await exchange({ code })).json()).toMatchObject({ token_type: "bearer", scope: "read" });
  expect(await (await exchange({ code })).json()).toMatchObject({ error: "invalid_grant" });
  expect((await exchange({ code: await codeFor("aris"), redirect_uri: "http://localhost:1/callback" })).status).toBe(
    400,
  );
  expect((await exchange({ code: await codeFor("aris"), client_secret: "guess" })).status).toBe(401);
  const bound = await codeFor("aris", { code_challenge: "x", code_challenge_method: "S256" });
  expect((await exchange({ code: bound, code_verifier: "y" })).status).toBe(400);
});

test("userinfo is XML for a token and JSON without one", async () => {
  const { access_token } = await (await exchange({ code: await codeFor("nefeli") })).json();
  const address = `${standIns.addresses.gsis}/oauth2servergov/userinfo?format=xml`;
  const xml = await (await once(address, { headers: { authorization: `Bearer ${access_token}` } })).text();
  expect(xml).toMatch(/<userinfo userid="nefeli {3}" taxid="000001010 {3}" lastname="&#923;ΙΜ&#x39d;ΙΩ&#932;Η {3}"/);
  expect(await (await once(address)).json()).toMatchObject({ error: "invalid_token" });
});

test("its session in the browser lasts until its own log-out, which leads only to the application", async () => {
  const cookie = (await once(authorizeUrl(), form({ userid: "aris" }))).headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const again = await once(authorizeUrl(), { headers: { cookie } });
  expect(again.headers.get("location")).toMatch(/callback\?code=.+&state=s$/);
  const logOut = (url: string) =>
    once(`${standIns.addresses.gsis}/oauth2servergov/logout/visits-trial/?url=${encodeURIComponent(url)}`, {
      headers: { cookie },
    });
  expect((await logOut("https://evil.example/")).headers.get("location")).toBeNull();
  expect((await logOut("http://localhost:3000/signed-out")).headers.get("location")).toBe(
    "http://localhost:3000/signed-out",
  );
  expect((await once(authorizeUrl(), { headers: { cookie } })).status).toBe(200);
});

test("citizens sign in at a door of their own, which leads back only to their address; one of them is denied", async () => {
  const redirect_uri = "http://127.0.0.1:1/book/taxisnet/callback";
  const asked = { response_type: "code", client_id: "visits-trial", redirect_uri, scope: "read", state: "s" };
  const door = (changes = {}) =>
    `${standIns.addresses.taxisnet}/oauth2server/oauth/authorize?${new URLSearchParams({ ...asked, ...changes })}`;
  const page = await (await once(door())).text();
  expect(page).toContain("Σύνδεση με κωδικούς TAXISnet");
  expect(page.match(/type="radio" name="userid"/g)).toHaveLength(CITIZENS.length);
  expect((await once(door({ redirect_uri: CALLBACK }))).status).toBe(400);
  const back = async (userid: string) => (await once(door(), form({ userid }))).headers.get("location") ?? "";
  expect(await back("fani")).toMatch(/taxisnet\/callback\?code=.+&state=s$/);
  expect(await back("sotiris")).toContain("error=access_denied");
  expect((await once(door(), form({ userid: "nefeli" }))).status).toBe(422);
});

test("a wallet stands in beside the citizens' sign-in, with all that the platform is set up by", async () => {
  const { wallet, addresses, settings } = standIns;
  expect(addresses.wallet).toBe(wallet?.address);
  expect(settings).toMatchObject({ ...wallet?.settings });
  const page = await (await once(addresses.wallet ?? "")).text();
  expect(page).toContain("Ευρωπαϊκό πορτοφόλι ψηφιακής ταυτότητας");
});

test("no wallet stands in beside one that is set up, nor where citizens sign in for real", async () => {
  const bare = readConfig({ NODE_ENV: "test" });
  const real = { GSIS_CITIZENS_BASE_URL: "https://gov.example" };
  for (const given of [{ WALLET_TRUST_LIST_URL: "https://lists.example" }, real]) {
    const others = await startStandIns({ ...bare, ...given });
    expect([others.wallet, others.addresses.wallet]).toEqual([null, undefined]);
    await others.stop();
  }
});

test("rights are changed by hand with JSON only", async () => {
  const address = `${standIns.addresses.directory}/people/petros/gates`;
  const put = (body: string, type = "application/json") =>
    once(address, { method: "PUT", body, headers: { "content-type": type } });
  expect((await put("[]", "text/plain")).status).toBe(415);
  expect((await put('[{"gateId":"ΚΕΠ/9901","role":"king"}]')).status).toBe(422);
  expect((await put("[")).status).toBe(400);
  expect((await put('[{"gateId":"ΚΕΠ/9901","role":"clerk"}]')).status).toBe(200);
  const page = await (await once(`${standIns.addresses.directory}/`)).text();
  expect(page).toContain("Πέτρος Αθυρίδης");
  expect(page).not.toContain("Χωρίς θυρίδα");
});
