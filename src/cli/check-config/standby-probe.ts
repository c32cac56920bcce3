import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Config } from "../../platform/config.ts";
import { writableIn } from "../../platform/database/servers.ts";
import { type LogPosition, replayPosition, writtenPosition } from "../../platform/database/standby/log-position.ts";
import { type Unfit, UnfitStandby, unfitness } from "../../platform/database/standby/require-fit.ts";
import { standbyPool } from "../../platform/database/standby/standby-pool.ts";
import { connectTo } from "./connect-to.ts";
import { databaseFault } from "./database-fault.ts";
import { fine, note, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

const TARGET: ProbeTarget = { probe: "standby", setting: "READ_DATABASE_URL" };

/** Whether it has, as soon as it is to, what the primary had when it was asked. The program serves without it, too. */
export async function probeStandby(config: Config): Promise<readonly ProbeResult[]> {
  const { READ_DATABASE_URL: url, DATABASE_URL: primary, DATABASE_DIRECT_URL: direct = primary } = config;
  if (!url || !direct) return [];
  // Of a primary that can't be asked another probe tells.
  const wanted = await writableIn(direct)
    .then(positionAt, () => null)
    .catch(() => null);
  if (!wanted) return [note(TARGET, "standby-without-primary")];
  const pool = standbyPool(url, 1);
  try {
    const client = await pool.connect();
    return [await probeLag(client, wanted, config.READ_DATABASE_LAG_MS).finally(() => client.release())];
  } catch (error) {
    return [error instanceof UnfitStandby ? resultOf(error.reason) : databaseFault(TARGET, error)];
  } finally {
    await pool.end();
  }
}

async function positionAt(url: string): Promise<LogPosition> {
  const client = await connectTo(url);
  return writtenPosition(client).finally(() => client.end());
}

const ASK_MS = 50;

async function probeLag(client: pg.ClientBase, wanted: LogPosition, boundMs: number): Promise<ProbeResult> {
  const since = performance.now();
  for (;;) {
    const reason = unfitness(await replayPosition(client), wanted);
    const waited = performance.now() - since;
    if (!reason) return fine(TARGET, "standby-fine", { ms: Math.round(waited) });
    if (reason !== "behind") return resultOf(reason);
    if (waited > boundMs) return note(TARGET, "standby-behind", { ms: boundMs });
    await sleep(ASK_MS);
  }
}

const resultOf = (reason: Unfit): ProbeResult => {
  if (reason === "takes-writes") return wrong(TARGET, "no-standby");
  if (reason === "pooler") return wrong(TARGET, "standby-pooler");
  if (reason === "other-database") return wrong(TARGET, "standby-of-another");
  return note(TARGET, "standby-other-timeline");
};
