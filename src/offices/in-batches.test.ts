import { expect, test, vi } from "vitest";
import { inBatches } from "./in-batches.ts";

const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

test("rows are written five hundred at a time, each once, and none when there are none left", async () => {
  for (const [count, sizes] of [
    [0, []],
    [500, [500]],
    [1_001, [500, 500, 1]],
  ] as const) {
    const write = vi.fn(async (_batch: readonly number[]) => {});
    const told: number[] = [];
    await inBatches(rows(count), write, (done) => told.push(done));
    expect(write.mock.calls.map(([batch]) => batch.length)).toEqual(sizes);
    expect(write.mock.calls.flatMap(([batch]) => batch)).toEqual(rows(count));
    expect(told.at(-1) ?? 0).toBe(count);
  }
});
