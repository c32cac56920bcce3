import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./test/chromium.ts";
import { hasFirefox } from "./test/firefox.ts";

const OF_PROOF = /@proof/;

/** Tasks of a person, in a browser, against the program as `npm start` runs it, with databases of their own. */
export default defineConfig({
  testDir: "test/journeys",
  testMatch: "**/*.journey.ts",
  testIgnore: [
    ...(hasFirefox() ? [] : ["**/firefox.journey.ts"]),
    // `npm run trust "citizens in Firefox"`
    ...(hasFirefox() && process.env.ACROSS_SITES ? [] : ["**/firefox-across-sites.journey.ts"]),
    // Orca takes its time over each page: `npm run trust "a screen reader"`.
    ...(process.env.SCREEN_READER ? [] : ["**/screen-reader.journey.ts"]),
  ],
  // The proof has some; the whole has the others too, and what it has beyond the proof is those alone.
  ...(process.env.TESTS === "proof" && { grep: OF_PROOF }),
  ...(process.env.TESTS === "beyond" && { grepInvert: OF_PROOF }),
  outputDir: "test-results",
  globalSetup: ["scripts/fresh-pages.mjs", "test/journeys/global-setup.ts"],
  // More than the cores that we count on: a journey waits for its page about as long as it computes.
  workers: 3,
  // One, where a whole that has been tried before is tried on an unknown machine; by hand a journey that fails once has failed.
  retries: Number(process.env.JOURNEY_RETRIES ?? 0),
  forbidOnly: true,
  // A loaded machine is no fault of the program.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: process.env.JOURNEYS_REPORT ?? "test-results/journeys.json" }]],
  use: {
    locale: "el-GR",
    // Deliberately not Athens: what depends on the device's zone fails here.
    timezoneId: "America/New_York",
    // A trace costs as much again as the journey: `--trace on` when one is wanted.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Root can't use Chromium's sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
