import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../../../test/browser.ts";
import { aSignInWorld, type SignInWorld } from "../../../test/sign-in-world.ts";

const CLIENT = {
  client_id: "visits",
  client_secret: "a-secret-of-the-test",
  token_endpoint_auth_method: "client_secret_post",
};

let issuer: string;
let server: Server;
let world: SignInWorld;
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await aSignInWorld({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.client_id,
    OIDC_CLIENT_SECRET: CLIENT.client_secret,
  });
  server.on("request", realServer().callback());
});
afterAll(async () => {
  await world.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const realServer = () =>
  new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [`${world.origin}/callback`],
        post_logout_redirect_uris: [`${world.origin}/signed-out`],
      },
    ],
    claims: { openid: ["sub"], profile: ["family_name", "given_name", "taxid"] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, family_name: "ΚΑΣΤΑΝΑΣ", given_name: "ΑΡΗΣ", taxid: id }),
    }),
  });

/** The pages that the real server offers in development: who, and whether she agrees. */
async function signIn(browser: Browser, afm: string) {
  const login = await browser.visit("/sign-in");
  const consent = await browser.submit(login.url, { prompt: "login", login: afm, password: "any" });
  return browser.submit(consent.url, { prompt: "consent" });
}

test("an OpenID Connect server identifies by its claim of the tax number", async () => {
  const browser = openBrowser(world.origin);
  expect((await signIn(browser, "000001021")).url.href).toBe(`${world.origin}/`);
  const { employee, offices } = await (await browser.me()).json();
  expect(employee).toMatchObject({ lastName: "ΚΑΣΤΑΝΑΣ", firstName: "ΑΡΗΣ" });
  expect(offices).toMatchObject([{ code: "9901", roles: ["operator"] }]);
  const out = await browser.submit("/sign-out");
  expect(out.url.href).toContain(`${issuer}/session/end`);
});

test("a person whose claim is no tax number is refused", async () => {
  const browser = openBrowser(world.origin);
  expect((await signIn(browser, "000001020")).status).toBe(502);
  expect(browser.cookie("__Host-session")).toBeUndefined();
});

test.each(["nonce", "verifier"])("an answer bound to another attempt is refused: its %s differs", async (part) => {
  const browser = openBrowser(world.origin);
  const login = await browser.visit("/sign-in");
  const stored = JSON.parse(Buffer.from(browser.cookie("__Host-sign-in") ?? "", "base64url").toString());
  const changed = { ...stored, [part]: "A".repeat(43) };
  browser.setCookie("__Host-sign-in", Buffer.from(JSON.stringify(changed)).toString("base64url"));
  const consent = await browser.submit(login.url, { prompt: "login", login: "000001021", password: "any" });
  const page = await browser.submit(consent.url, { prompt: "consent" });
  expect(page.status).toBe(part === "nonce" ? 502 : 400);
  expect(browser.cookie("__Host-session")).toBeUndefined();
});
