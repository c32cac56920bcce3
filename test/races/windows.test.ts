import { afterAll, beforeAll, expect, test } from "vitest";
import { type Arena, openArena } from "./arena.ts";
import { openToRivals } from "./citizens.ts";
import { citizenWithWindows } from "./windows.ts";

/** `npm run trust` takes two thousand. */
const SEQUENCES = Number(process.env.WINDOW_SEQUENCES ?? 25);
const SEED = Number(process.env.SEED ?? 20_261_129);

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
  await openToRivals(arena);
});
afterAll(() => arena.close());

test("one citizen with several windows at two processes never holds two places, nor any for nobody", async () => {
  const { steps, confirmed, wrong } = await citizenWithWindows(arena, SEQUENCES, SEED);
  if (process.env.WINDOW_SEQUENCES)
    process.stdout.write(`${SEQUENCES} sequences of windows, ${steps} steps, ${confirmed} confirmed, seed ${SEED}\n`);
  expect(wrong).toEqual([]);
  expect(confirmed).toBeGreaterThan(0);
});
