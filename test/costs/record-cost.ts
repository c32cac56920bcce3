import { afterAll } from "vitest";

/** Beside every test: how much of the processor its file took of its worker, what it imports included. */
declare module "vitest" {
  interface TaskMeta {
    /** Milliseconds of user and system; what the database server did meanwhile is counted by itself */
    processorMs?: number;
  }
}

const before = process.cpuUsage();

// biome-ignore lint/correctness/noEmptyPattern: the test runner gives the suite only after a pattern.
afterAll(({}, { file }) => {
  const { user, system } = process.cpuUsage(before);
  file.meta.processorMs = (user + system) / 1_000;
});
