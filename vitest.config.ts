import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Tests that only pass on a developer's own clock or zone would show here.
    env: { TZ: "America/New_York" },
  },
});
