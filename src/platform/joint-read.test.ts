import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { before, timeLeft } from "./deadline.ts";
import { readJointly } from "./joint-read.ts";

/** Reads that end when they are told to. */
function aRead() {
  const ends: PromiseWithResolvers<string>[] = [];
  const begun: string[] = [];
  const times: number[] = [];
  const ask = readJointly<string, string>((key) => {
    const end = Promise.withResolvers<string>();
    ends.push(end);
    begun.push(key);
    times.push(timeLeft());
    return end.promise;
  });
  return { ask, begun, times, end: (index: number, value: string) => ends[index]?.resolve(value), ends };
}

test("who asks while one reads shares the next read, which begins after they asked", async () => {
  const { ask, begun, end } = aRead();
  const first = ask("a");
  const others = [ask("a"), ask("a"), ask("a")];
  expect(begun).toEqual(["a"]);
  end(0, "old");
  expect(await first).toBe("old");
  await sleep(0);
  expect(begun).toEqual(["a", "a"]);
  const later = ask("a");
  end(1, "new");
  expect(await Promise.all(others)).toEqual(["new", "new", "new"]);
  await sleep(0);
  end(2, "newer");
  expect(await later).toBe("newer");
});

test("nobody waits for what others ask, and nothing stays when all are answered", async () => {
  const { ask, begun, end } = aRead();
  const both = [ask("a"), ask("b")];
  expect(begun).toEqual(["a", "b"]);
  end(1, "of b");
  end(0, "of a");
  expect(await Promise.all(both)).toEqual(["of a", "of b"]);
  const again = ask("a");
  expect(begun).toHaveLength(3);
  end(2, "anew");
  expect(await again).toBe("anew");
});

test("a read that fails fails those who share it, and the next begins all the same", async () => {
  const { ask, ends, end } = aRead();
  const first = ask("a");
  const second = ask("a");
  ends[0]?.reject(new Error("lost"));
  await expect(first).rejects.toThrow("lost");
  end(1, "there");
  expect(await second).toBe("there");
});

test("whoever has no time left gives up alone", async () => {
  const { ask, end, times } = aRead();
  const hurried = before({ endsAt: performance.now() + 5 }, () => ask("a"));
  await expect(hurried).rejects.toMatchObject({ status: 503 });
  expect(times).toEqual([Number.POSITIVE_INFINITY]);
  const patient = ask("a");
  end(0, "for nobody");
  await sleep(0);
  end(1, "there");
  expect(await patient).toBe("there");
});
