import { setImmediate as breathe } from "node:timers/promises";
import { expect, test } from "vitest";
import { turns } from "./turns.ts";

function aWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run = () => {
    work.hasBegun = true;
    return promise;
  };
  const work = { hasBegun: false, resolve, reject, run };
  return work;
}

test("an employee's next diaries wait for the first, one too many is refused, and nobody else waits", async () => {
  const inTurn = turns();
  const [first, second, third, fourth, fifth, other] = [aWork(), aWork(), aWork(), aWork(), aWork(), aWork()];
  const running = [first, second, third, fourth].map(({ run }) => inTurn(1, run));
  const colleague = inTurn(2, other.run);
  await expect(inTurn(1, fifth.run)).rejects.toMatchObject({ status: 429, details: { values: { seconds: 2 } } });
  await breathe();
  const begun = () => [first, second, third, fourth, fifth, other].map(({ hasBegun }) => hasBegun);
  expect(begun()).toEqual([true, false, false, false, false, true]);
  first.resolve("first");
  await breathe();
  expect(begun()).toEqual([true, true, false, false, false, true]);
  for (const work of [second, third, fourth, other]) work.resolve("read");
  expect(await Promise.all([...running, colleague])).toEqual(["first", "read", "read", "read", "read"]);
  fifth.resolve("again");
  expect(await inTurn(1, fifth.run)).toBe("again");
});

test("one that fails leaves its turn to the next", async () => {
  const inTurn = turns();
  const [first, second] = [aWork(), aWork()];
  const running = inTurn(1, first.run);
  const waiting = inTurn(1, second.run);
  first.reject(new Error("unreadable"));
  second.resolve("read");
  await expect(running).rejects.toThrow("unreadable");
  expect(await waiting).toBe("read");
});
