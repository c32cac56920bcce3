import { expect, test } from "vitest";
import { secondOn } from "../athens.ts";
import { passNight, publishMonths } from "../nights.ts";
import { play } from "../play.ts";
import { tellTo } from "../tell.ts";
import { compareMonths } from "./compare-months.ts";

const { ORACLE_SEED = "1" } = process.env;

test("a month whose last days nobody counted is published without them, and then anew: each figure is what may be told of its visits", async () => {
  const uncounted = [1, 2, 3, 4, 5, 6];
  const stage = await play({ seed: ORACLE_SEED, first: "2026-10-26", days: 7, offices: [0, 1, 3, 9, 16], uncounted });
  const [waited, counted] = ["2026-11-16", "2026-11-17"].map((date) => secondOn(date, 10)) as [number, number];
  stage.agenda.add(waited, () => publishMonths(stage));
  stage.agenda.add(counted, () => passNight(stage));
  await stage.agenda.play(counted);
  const differences: string[] = [];
  const { figures, versions } = await compareMonths(stage, tellTo(differences));
  expect(differences.slice(0, 20), `ORACLE_SEED=${ORACLE_SEED}: ${differences.length} differences`).toEqual([]);
  expect(versions).toBe(2);
  expect(figures).toBeGreaterThan(1_000);
  await stage.world.close();
});
