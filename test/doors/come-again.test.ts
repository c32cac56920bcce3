import { afterAll, beforeAll, expect, test } from "vitest";
import type { Claim, Lane } from "../../src/platform/http/limits/admission.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { textIn } from "../../src/text/text.ts";
import "../../src/text/server.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { aWalletWorld, type WalletWorld } from "../wallet/wallet-world.ts";
import type { World } from "../world.ts";

/** Whoever can't be served now reads so in their language, and when to come again. */
let wallets: WalletWorld;
let world: World;
beforeAll(async () => {
  wallets = await aWalletWorld();
  world = wallets.world;
  await turnAllLanguagesOn(world);
  await world.app.inject("/book");
});
afterAll(() => wallets.close());

/** All places of a lane are taken, and as many wait for one as may. */
async function whileFull(lane: Lane, work: () => Promise<void>): Promise<void> {
  const { admission } = world.app;
  const claims = Array.from({ length: 220 }, (_, index): Claim => ({ lane, party: `${index}`, session: `${index}` }));
  const waiters = claims.map((claim) => ({ claim, since: performance.now(), settle: () => {} }));
  for (const waiter of waiters) admission.enter(waiter);
  await work();
  for (const waiter of waiters) admission.giveUp(waiter);
  for (const claim of claims) admission.leave(claim);
}

const ask = async (url: string) => {
  const { statusCode, headers, body } = await world.app.inject({ url, headers: { accept: "text/html" } });
  expect([statusCode, headers["content-type"], Number(headers["retry-after"]) > 0], url).toEqual([
    503,
    "text/html; charset=utf-8",
    true,
  ]);
  return body;
};

test.each(LANGUAGES)("citizens in %s", async (language) => {
  const at = language === "el" ? "" : `/${language}`;
  await whileFull("strangers", async () => {
    const page = await ask(`${at}/book/find`);
    expect(page).toContain(`<html lang="${language}"`);
    expect(page).toContain(textIn(language)("book.come-again-text"));
    expect(await ask(`${at}/entrance`)).toContain(textIn(language)("entrance.trouble"));
  });
  expect((await world.app.inject(`${at}/book/find`)).statusCode).toBe(200);
});

test("whoever signs in, or comes back from there", async () => {
  await whileFull("signing-in", async () => {
    for (const url of ["/sign-in", "/callback?code=x&state=y"])
      expect(await ask(url)).toContain("Η πλατφόρμα δεν είναι διαθέσιμη προς στιγμήν");
  });
});

test("whoever comes back from TAXISnet, or from a wallet", async () => {
  await whileFull("strangers", async () => {
    for (const url of ["/book/taxisnet/callback", "/book/wallet/back?response_code=x"])
      expect(await ask(url)).toContain(textIn("el")("book.come-again-text"));
  });
});

test("a wallet, which is no person, reads when to send its answer again", async () => {
  await whileFull("strangers", async () => {
    for (const [method, url] of [
      ["GET", "/wallet/requests/x"],
      ["POST", "/wallet/answers/x"],
    ] as const) {
      const { statusCode, headers } = await world.app.inject({ method, url });
      expect([url, statusCode, headers["content-type"]]).toEqual([url, 503, "application/problem+json; charset=utf-8"]);
      expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    }
  });
});
