import { expect, test } from "vitest";
import { sealSome } from "../../src/audit/seal/start-sealing.ts";
import { BY_WORKERS, doctorsFindings } from "../doctor.ts";
import { tellFigures } from "../doors/figures.ts";
import { compareAll } from "./compare.ts";
import { forget } from "./nights.ts";
import { play } from "./play.ts";

/** `ORACLE_SEED=… ORACLE_DAYS=60 ORACLE_FIRST=2026-10-05 ORACLE_OFFICES=all npx vitest run test/oracle` repeats, or tries longer. */
const { ORACLE_SEED = "1", ORACLE_DAYS = "6", ORACLE_FIRST = "2026-10-23", ORACLE_OFFICES = "1,4,5,6" } = process.env;
const MINUTES = 60;
const WEEKS = [1, 2, 8, 26];

test(
  "each figure of an office's weeks is what its visits come to, one by one",
  async () => {
    const offices = ORACLE_OFFICES === "all" ? {} : { offices: ORACLE_OFFICES.split(",").map(Number) };
    const stage = await play({ seed: ORACLE_SEED, first: ORACLE_FIRST, days: Number(ORACLE_DAYS), ...offices });
    const { world, log, done } = stage;
    const { differences, ...compared } = await compareAll(stage, WEEKS);
    const acts = Object.fromEntries(done);
    await tellFigures({
      seed: ORACLE_SEED,
      ...compared,
      differences: differences.length,
      visits: log.visits.length,
      acts,
    });
    expect(differences.slice(0, 20), `ORACLE_SEED=${ORACLE_SEED}: ${differences.length} differences`).toEqual([]);
    await forget(stage);
    await sealSome(world.database);
    expect(await doctorsFindings(world.database.ownerUrl, world.now, BY_WORKERS), `ORACLE_SEED=${ORACLE_SEED}`).toEqual(
      [],
    );
    await world.close();
  },
  MINUTES * 60_000,
);
