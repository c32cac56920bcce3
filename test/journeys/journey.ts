import { test as base } from "@playwright/test";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";

/** A test of a task. Addresses without a host are of a platform that the journeys of one worker share. */
export const test = base.extend<object, { shared: OwnPlatform }>({
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
