import { expect, test } from "vitest";
import { sealSome } from "../../src/audit/seal/start-sealing.ts";
import { BY_WORKERS, doctorsFindings } from "../doctor.ts";
import { tellFigures } from "../doors/figures.ts";
import { compareAll } from "./compare.ts";
import { forget, passUntilPublished } from "./nights.ts";
import { compareMonths } from "./open-data/compare-months.ts";
import { play } from "./play.ts";
import { tellTo } from "./tell.ts";

/** `ORACLE_SEED=… ORACLE_DAYS=60 ORACLE_FIRST=2026-10-05 ORACLE_OFFICES=all npx vitest run test/oracle` repeats, or tries longer. */
const { ORACLE_SEED = "1", ORACLE_DAYS, ORACLE_FIRST = "2026-10-05", ORACLE_OFFICES = "all" } = process.env;
const MINUTES = 60;
const WEEKS = ORACLE_DAYS ? [1, 2, 8, 26] : [1, 4];

interface Play extends Omit<Parameters<typeof play>[0], "seed" | "offices"> {
  /** By their places, with commas; or all */
  readonly offices: string;
  /** Ten of like size are among them, each with enough days: some are out of bounds, and some are told how long it takes */
  readonly hasMany: boolean;
}

const PLAYS: readonly Play[] = ORACLE_DAYS
  ? [
      {
        first: ORACLE_FIRST,
        days: Number(ORACLE_DAYS),
        offices: ORACLE_OFFICES,
        hasMany: ORACLE_OFFICES === "all" && Number(ORACLE_DAYS) > 30,
        // Three weeks, over the end of a month: it is published without its last days, and then anew.
        uncounted: Array.from({ length: 21 }, (_, index) => index + 23),
      },
    ]
  : [
      // Acts of one week are taken back in the next one, when its sums are there.
      { first: "2026-10-21", days: 8, offices: "1,4,5,6,22", hasMany: false },
      // Small ones of like size until a month has ended, each with the ten days without which none counts.
      {
        first: "2026-10-17",
        days: 15,
        offices: "9,10,11,12,13,14,15,16,17,18,19,20,21,23",
        uncounted: [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11],
        isMondayMissed: true,
        hasMany: true,
      },
    ];

test.each(PLAYS)(
  "from $first each figure of an office's weeks, and of all, is what its visits come to, one by one: offices $offices",
  async ({ offices, hasMany, ...length }) => {
    const chosen = offices === "all" ? {} : { offices: offices.split(",").map(Number) };
    const stage = await play({ seed: ORACLE_SEED, ...length, ...chosen });
    const { world, log, done } = stage;
    const { differences: found, ...compared } = await compareAll(stage, WEEKS);
    const differences = [...found];
    await passUntilPublished(stage);
    const months = await compareMonths(stage, tellTo(differences));
    const acts = Object.fromEntries(done);
    await tellFigures({
      seed: ORACLE_SEED,
      ...compared,
      published: months.figures,
      versions: months.versions,
      differences: differences.length,
      visits: log.visits.length,
      acts,
    });
    expect(differences.slice(0, 20), `ORACLE_SEED=${ORACLE_SEED}: ${differences.length} differences`).toEqual([]);
    if (hasMany) expect([compared.outside, compared.kept].map((count) => count > 0)).toEqual([true, true]);
    await forget(stage);
    await sealSome(world.database);
    expect(await doctorsFindings(world.database.ownerUrl, world.now, BY_WORKERS), `ORACLE_SEED=${ORACLE_SEED}`).toEqual(
      [],
    );
    await world.close();
  },
  MINUTES * 60_000,
);
