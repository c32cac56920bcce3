import { expect, test } from "vitest";
import { tellFigures } from "../doors/figures.ts";
import { patiently } from "../patience.ts";
import { drawHour } from "./draw-hour.ts";

/** `npm run trust` draws a great city's. */
const SIZE = { wishes: Number(process.env.WISHES ?? 600), offices: Number(process.env.OFFICES ?? 4) };

test(
  "a draw is given out, told and published to the last while clerks are answered",
  async () => {
    const hour = await drawHour(SIZE);
    await tellFigures(hour);
    expect(hour).toMatchObject({ ...SIZE, failed: 0 });
    expect(hour.asked).toBeGreaterThan(0);
  },
  patiently(SIZE.wishes > 1_000 ? 400_000 : 60_000),
);
