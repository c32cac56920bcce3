import type pg from "pg";
import type { Config } from "../../platform/config.ts";
import { lackingSettings } from "../../platform/database/login-settings.ts";
import { openPool, type Way } from "../../platform/database/pool.ts";
import { loginIn } from "../../platform/database/servers.ts";
import { databaseFault } from "./database-fault.ts";
import { fine, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";
import { identityOf } from "./roles-sql.ts";

/** Whether one stands between, as the settings say, and begins its connections as the program needs. */
export async function probePooler(config: Config, program: pg.Client): Promise<readonly ProbeResult[]> {
  const target: ProbeTarget = { probe: "pooler", setting: "DATABASE_URL" };
  const { DATABASE_URL: url = "", DATABASE_DIRECT_URL: direct } = config;
  try {
    if (!direct)
      return [(await lackingBy(url, "direct")) ? wrong(target, "pooler-unnamed") : fine(target, "no-pooler")];
    if (await lackingBy(direct, "direct"))
      return [wrong({ probe: "pooler", setting: "DATABASE_DIRECT_URL" }, "direct-is-pooler")];
    if (loginIn(direct) !== loginIn(url)) return [wrong(target, "other-login")];
    return [await probeThrough(target, url, await identityOf(program))];
  } catch (error) {
    return [databaseFault(target, error)];
  }
}

async function probeThrough(target: ProbeTarget, url: string, identity: string): Promise<ProbeResult> {
  const lacking = await lackingBy(url, "pooled");
  if (lacking)
    return wrong(target, "settings-lacking", { statements: lacking.map((each) => `\n    ${each};`).join("") });
  const there = await through(url, "pooled", async (pool) => {
    const client = await pool.connect();
    return identityOf(client as pg.Client).finally(() => client.release());
  });
  return there === identity ? fine(target, "pooler-fine") : wrong(target, "other-database");
}

/** @returns the statements that give what connections of that way lack; null where they lack nothing */
const lackingBy = async (url: string, way: Way): Promise<readonly string[] | null> =>
  (await through(url, way, lackingSettings))?.giving ?? null;

async function through<Result>(url: string, way: Way, work: (pool: pg.Pool) => Promise<Result>): Promise<Result> {
  const pool = openPool(url, 1, () => {}, way);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
