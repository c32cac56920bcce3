import { afterAll, beforeAll, expect, test } from "vitest";
import type { Claim, Lane } from "../../src/platform/http/limits/admission.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { textIn } from "../../src/text/text.ts";
import "../../src/text/server.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { aWorld, type World } from "../world.ts";

/** Whoever can't be served now reads so in their language, and when to come again. */
let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnAllLanguagesOn(world);
  await world.app.inject("/book");
});
afterAll(() => world.close());

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

test("whoever comes back from TAXISnet", async () => {
  await whileFull("strangers", async () => {
    expect(await ask("/book/taxisnet/callback")).toContain(textIn("el")("book.come-again-text"));
  });
});
