import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { laterDatabase, type OpenDatabase, openDatabase } from "./connect.ts";
import { requireMigrated } from "./migrate.ts";
import { requireGreek, requirePlainLogin, requirePlainRole, requireRestored } from "./requirements.ts";
import { serversIn } from "./servers.ts";
import { requireRecovery } from "./standby/require-fit.ts";
import { standbyPool } from "./standby/standby-pool.ts";
import { isOutOfReach } from "./unavailable.ts";

type Serving = Config & { readonly DATABASE_URL: string; readonly READ_DATABASE_URL: string };

/**
 * The database as the program serves by it. Where the primary is out of reach and a standby is not, that one answers for both: roles,
 * rights and tables are the same there. Then looks can be made, and acts are told to come again. @throws Error with a reason
 */
export async function openToServe(config: Config, log: Logger): Promise<OpenDatabase> {
  const onError = (error: Error) => log.warn({ err: error }, "a database connection was lost");
  const isProduction = config.NODE_ENV === "production";
  try {
    const database = await openDatabase(config, onError);
    if (!isProduction) return database;
    await requirePlainLogin(database.pool).catch(async (error) => {
      await database.close();
      throw error;
    });
    return database;
  } catch (error) {
    if (!hasStandby(config) || !isAway(error)) throw error;
    await examineStandby(config);
    log.warn({ reason: reasonOf(error) }, "the primary is out of reach; it is begun with the standby, for looks alone");
    return laterDatabase(config, onError);
  }
}

const hasStandby = (config: Config): config is Serving =>
  config.DATABASE_URL !== undefined && config.READ_DATABASE_URL !== undefined;

const isAway = (error: unknown): boolean =>
  isOutOfReach(error) || (error instanceof Error && isOutOfReach(error.cause));

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
};

/** All that is asked of the primary before anything is served, but for what would be written. */
async function examineStandby({ READ_DATABASE_URL: url, NODE_ENV: mode }: Serving): Promise<void> {
  const one = await serversIn(url, requireRecovery).fit();
  await requireGreek(one);
  await requireMigrated(one);
  const pool = standbyPool(url, 1);
  try {
    await requireRestored(pool);
    await requirePlainRole(pool);
    if (mode === "production") await requirePlainLogin(pool);
  } finally {
    await pool.end();
  }
}
