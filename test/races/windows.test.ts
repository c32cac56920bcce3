import { afterAll, beforeAll, expect, test } from "vitest";
import { tellFigures } from "../doors/figures.ts";
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

// With the doctor's look after each of them a busy machine takes its time.
const PATIENCE = { timeout: 60_000 + SEQUENCES * 2_000 };

test(
  "one citizen with several windows at two processes never holds two places, nor any for nobody",
  PATIENCE,
  async () => {
    const { wrong, ...counted } = await citizenWithWindows(arena, SEQUENCES, SEED);
    await tellFigures({ ...counted, seed: SEED });
    expect(wrong).toEqual([]);
    expect(counted.confirmed).toBeGreaterThan(0);
  },
);
