import { setTimeout as sleep } from "node:timers/promises";
import { appLogin } from "../../src/platform/database/connect.ts";
import { ensureDatabase } from "../../src/platform/database/embedded/embedded.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { openStandby, type Standby } from "../../src/platform/database/standby/standby.ts";
import { databaseOf } from "../../src/platform/database/transaction.ts";
import { noticesOf } from "../../src/platform/notices/notices.ts";
import { asOwner, type FreshDatabase } from "../database.ts";
import { aSibling, type Sibling } from "../live-desks.ts";
import { aServerPair, type ServerPair } from "../server-pair.ts";
import { aWorld, type World } from "../world.ts";

/** A primary, a standby that follows it, and processes of the program that know of both. */
export interface StandbyWorld {
  readonly pair: ServerPair;
  readonly world: World;
  readonly urls: { readonly app: string; readonly owner: string; readonly standby: string };
  aProcess(): Promise<StandbyProcess>;
  readonly settings: Parameters<typeof openStandby>[1];
  /** The standby streams from the primary, also where it was told not to */
  follow(): Promise<void>;
  /** The primary dies when the standby has all that it had; whoever asked it here before is gone. */
  killPrimary(): Promise<void>;
  onStandby(sql: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface StandbyProcess extends Sibling {
  readonly standby: Standby;
  /** How many looks were made so far, and where */
  looks(): Promise<Readonly<Record<"standby" | "primary", number>>>;
}

const LAG_MS = 1_000;

export async function aStandbyWorld(): Promise<StandbyWorld> {
  let app = "";
  const pair = await aServerPair(async (leader) => {
    await ensureDatabase(leader.url("visits"), "visits");
    await migrate(leader.url("visits"));
    app = await appLogin(leader.url("visits"));
  }, true);
  const at = ({ port }: { readonly port: number }) => Object.assign(new URL(app), { port: String(port) }).href;
  const urls = { app: at(pair.leader), owner: pair.leader.url("visits"), standby: at(pair.standby) };
  const world = await aWorld({}, undefined, databaseAt(urls));
  const settings = {
    DATABASE_URL: urls.app,
    DATABASE_DIRECT_URL: undefined,
    DATABASE_POOL_SIZE: 5,
    READ_DATABASE_LAG_MS: LAG_MS,
  };
  const onStandby: StandbyWorld["onStandby"] = (sql) => asOwner(pair.standby.url("visits"), sql);
  const processes: StandbyProcess[] = [];
  let isOver = false;
  const end = async () => {
    for (const one of processes) await one.close();
    if (!isOver) await world.close();
    isOver = true;
  };
  return {
    pair,
    world,
    urls,
    aProcess: async () => {
      const standby = openStandby(urls.standby, settings);
      const sibling = await aSibling(world, standby);
      const close = async () => {
        await sibling.close();
        await standby.stop();
      };
      const made = { ...sibling, standby, looks: () => looksOf(sibling), close };
      processes.push(made);
      return made;
    },
    onStandby,
    settings,
    follow: async () => {
      await onStandby(`alter system set primary_conninfo = 'host=127.0.0.1 port=${pair.leader.port} user=owner'`);
      await onStandby("select pg_reload_conf()");
    },
    killPrimary: async () => {
      const [written] = await asOwner<{ lsn: string }>(urls.owner, "select pg_current_wal_insert_lsn()::text as lsn");
      const isThere = `select from (select 1) as one where pg_last_wal_replay_lsn() >= '${written?.lsn}'`;
      while ((await onStandby(isThere)).length === 0) await sleep(50);
      await end();
      await pair.leader.kill();
    },
    close: async () => {
      await end();
      await pair.remove();
    },
  };
}

function databaseAt({ app, owner }: { readonly app: string; readonly owner: string }): FreshDatabase {
  const pool = openPool(app, 10, () => {});
  const ofProcess = () => {
    const notices = noticesOf(async () => app);
    return { notices, db: databaseOf(pool, notices.announce) };
  };
  return {
    name: "visits",
    db: databaseOf(pool),
    pool,
    ownerUrl: owner,
    appUrl: app,
    ofProcess,
    drop: () => pool.end(),
  };
}

async function looksOf({ app }: Sibling): Promise<Record<"standby" | "primary", number>> {
  const { values } = (await app.metrics.getSingleMetric("looks_total")?.get()) ?? { values: [] };
  const made = { standby: 0, primary: 0 };
  for (const { labels, value } of values) made[labels.at as keyof typeof made] = value;
  return made;
}
