import { defineConfig } from "@playwright/test";

const PORT = 3210;
const ADDRESS = `http://localhost:${PORT}`;

/** Tasks of a person, in a browser, against the program as `npm start` runs it, with a database of its own. */
export default defineConfig({
  testDir: "test/journeys",
  testMatch: "**/*.journey.ts",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: process.env.JOURNEYS_REPORT ?? "test-results/journeys.json" }]],
  use: {
    baseURL: ADDRESS,
    locale: "el-GR",
    // Deliberately not Athens: what depends on the device's zone fails here.
    timezoneId: "America/New_York",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Root can't use Chromium's sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  webServer: {
    command: "node scripts/serve-journeys.mjs",
    url: `${ADDRESS}/readyz`,
    env: { PORT: String(PORT), PUBLIC_BASE_URL: ADDRESS },
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
