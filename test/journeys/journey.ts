import { type BrowserContext, test as base } from "@playwright/test";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";

interface OfEachTest {
  readonly closing: undefined;
}

/** What a test answers in the server's stead must not fail it when a page asks once more as the test ends. */
const stopAnswering = (context: BrowserContext) =>
  Promise.all([context, ...context.pages()].map((one) => one.unrouteAll({ behavior: "ignoreErrors" })));

/** A test of a task. Addresses without a host are of a platform that the journeys of one worker share. */
export const test = base.extend<OfEachTest, { shared: OwnPlatform }>({
  // Pages that a test leaves open would go on asking, beside all tests after it.
  closing: [
    async ({ browser }, use) => {
      const before = browser.contexts();
      await use(undefined);
      const own = browser.contexts().filter((context) => !before.includes(context));
      await Promise.all(own.map(stopAnswering));
      await Promise.all(own.map((context) => context.close()));
    },
    { auto: true },
  ],
  context: async ({ context }, use) => {
    await use(context);
    await stopAnswering(context);
  },
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed
    async ({}, use) => {
      const shared = await openOwnPlatform();
      await use(shared);
      await shared.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ shared }, use) => use(shared.url),
});
