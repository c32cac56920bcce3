import { defineConfig } from "vitest/config";
import { costReporter } from "./test/costs/cost-reporter.ts";
import { debianVersion } from "./test/servers/debian.ts";
import { BEYOND_PROOF } from "./test/structure/beyond-proof.ts";
import { databaseTests } from "./test/structure/database-tests.ts";
import { sourceFiles } from "./test/structure/source-files.ts";

/** They start processes of the program, kill them and wait for them more than they compute. */
const PROCESSES = [
  "test/{faults,logs}.test.ts",
  "test/races/**/*.test.ts",
  "src/platform/database/embedded/*.test.ts",
  "src/cli/backup/embedded.test.ts",
];
/** The staff's application in a window without a screen, with the server's answers as they were recorded */
const COMPONENTS = ["test/components/**/*.component.test.ts"];
const EVERYTHING = ["src/**/*.test.{ts,tsx}", "trial/**/*.test.ts", "test/**/*.test.ts"];
/** Where whoever runs them wants to read what became of them, and what they cost. */
const reports = process.env.REPORTS;
const all = databaseTests(await sourceFiles(["src", "trial", "test"]));
/** `proof`: what a person waits for; `beyond`: what the whole has besides (docs/tests.md). Else all there are. */
const scope = process.env.TESTS;
const asking =
  scope === "proof" || scope === "beyond"
    ? all.filter((file) => BEYOND_PROOF.includes(file) === (scope === "beyond"))
    : all;
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  proof: ["processes"],
  beyond: ["components", "without a database"],
};

const projects = [
  { name: "processes", include: PROCESSES, globalSetup: "test/servers/made-data.ts" },
  // On the oldest server that we support; `npm run trust` asks the one of the packages as well, which the journeys use.
  ...(debianVersion()
    ? [{ name: "database", include: asking, exclude: PROCESSES, globalSetup: "test/servers/debian.ts" }]
    : []),
  {
    name: debianVersion() ? "embedded" : "database",
    include: asking,
    exclude: PROCESSES,
    globalSetup: "test/servers/embedded.ts",
  },
  // One recorder answers one page at a time; a page's modules remember more than a window does.
  { name: "components", include: COMPONENTS, testTimeout: 60_000, fileParallelism: !process.env.RECORD, isolate: true },
  { name: "without a database", include: EVERYTHING, exclude: [...PROCESSES, ...COMPONENTS, ...all] },
].filter(({ name }) => !LEFT_OUT[scope ?? ""]?.includes(name));

export default defineConfig({
  test: {
    projects: projects.map((test) => ({ extends: true as const, test })),
    // Files share what they import; each builds its own world, so none of them needs a process of its own.
    isolate: false,
    setupFiles: ["test/costs/record-cost.ts", ...(process.env.COVERAGE_FOLDER ? ["test/coverage/record.ts"] : [])],
    // Twice as many as the cores that we count on: many wait for the database or for a process.
    maxWorkers: 4,
    ...(reports && { reporters: ["default", "json", costReporter(reports)], outputFile: `${reports}/tests.json` }),
    // Only what hangs is over time: how long anything takes is the machine's affair.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    // Tests that only pass on a developer's own clock or zone would show here.
    env: { TZ: "America/New_York" },
  },
});
