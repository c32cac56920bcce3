import { expect, test } from "vitest";
import { createLogger } from "./log.ts";
import { startWorker } from "./worker.ts";

const log = createLogger("silent");
const NEVER_MS = 1_000_000_000;
const never = { everyMs: NEVER_MS, againMs: NEVER_MS, failure: "nothing came of it" };

/** What each round answers, in turn; how far it has come */
function rounds(...answers: (boolean | Error)[]) {
  let count = 0;
  return {
    count: () => count,
    act: async () => {
      const answer = answers[count++];
      if (answer instanceof Error) throw answer;
      return answer ?? true;
    },
  };
}

test("it works at once, rests, and works again when woken", async () => {
  const { count, act } = rounds();
  const worker = startWorker(log, { ...never, act });
  await expect.poll(count).toBe(1);
  worker.wake();
  await expect.poll(count).toBe(2);
  await worker.stop();
  expect(count()).toBe(2);
});

test("woken while at work it looks once more", async () => {
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
  const { count, act } = rounds();
  const worker = startWorker(log, { ...never, act: () => isReleased.then(act) });
  worker.wake();
  release();
  await expect.poll(count).toBe(2);
  await worker.stop();
});

test("what failed or is left is tried again soon, what is done is not", async () => {
  const { count, act } = rounds(new Error("no connection"), false, true);
  const worker = startWorker(log, { ...never, againMs: 1, act });
  await expect.poll(count).toBe(3);
  await worker.stop();
  expect(count()).toBe(3);
});

test("who stops waits for what is under way, which is told", async () => {
  const { promise: isBegun, resolve: begin } = Promise.withResolvers<void>();
  let isOver = false;
  const worker = startWorker(log, {
    ...never,
    act: async (signal) => {
      begin();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      isOver = true;
      return true;
    },
  });
  await isBegun;
  await worker.stop();
  expect(isOver).toBe(true);
});
