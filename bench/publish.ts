import { monitorEventLoopDelay } from "node:perf_hooks";
import { publishDue } from "../src/measures/open-data/publish.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { databaseOf } from "../src/platform/database/transaction.ts";

/** Makes the open data that are due, in a process of its own, and says how long its longest turn was: so long would who asks this process wait. */
const pool = openPool(process.argv[2] as string, 2, () => {});
const turns = monitorEventLoopDelay({ resolution: 1 });
turns.enable();
const begun = performance.now();
await publishDue({ db: databaseOf(pool), clock: () => Temporal.Now.instant() });
const seconds = (performance.now() - begun) / 1_000;
turns.disable();
await pool.end();
process.stdout.write(JSON.stringify({ seconds, longestTurnMs: turns.max / 1e6 }));
