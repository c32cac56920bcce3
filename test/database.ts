import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { OpenDatabase } from "../src/platform/database/connect.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { type Database, databaseOf } from "../src/platform/database/transaction.ts";
import { noticesOf } from "../src/platform/notices/notices.ts";
import type { TestServer } from "./test-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

export interface FreshDatabase {
  readonly name: string;
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** As one more process has them: what `db` commits goes by `notices` */
  ofProcess(): Pick<OpenDatabase, "notices"> & { readonly db: Database };
  drop(): Promise<void>;
}

/** An empty migrated database of its own, cloned from the template: nothing is rolled back or mocked. */
export async function freshDatabase(poolSize = 10): Promise<FreshDatabase> {
  const server = inject("server");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(server.ownerUrl, `create database ${name} template ${server.template}`);
  const [ownerUrl, appUrl] = [server.ownerUrl, server.appUrl].map((url) => withDatabase(url, name)) as [string, string];
  const pool = openPool(appUrl, poolSize, () => {});
  const drop = async () => {
    await pool.end();
    await asOwner(server.ownerUrl, `drop database if exists ${name} with (force)`);
  };
  const ofProcess = () => {
    const notices = noticesOf(async () => appUrl);
    return { notices, db: databaseOf(pool, notices.announce) };
  };
  return { name, db: databaseOf(pool), pool, ownerUrl, appUrl, ofProcess, drop };
}

export interface EmptyDatabase {
  /** The owner's */
  readonly url: string;
  readonly appUrl: string;
  drop(): Promise<unknown>;
}

const GREEK = "template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'";

/** A database without our schema; `options` are CREATE DATABASE's. */
export async function emptyDatabase(options = GREEK): Promise<EmptyDatabase> {
  const { ownerUrl, appUrl } = inject("server");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(ownerUrl, `create database ${name} ${options}`);
  const drop = () => asOwner(ownerUrl, `drop database ${name} with (force)`);
  return { url: withDatabase(ownerUrl, name), appUrl: withDatabase(appUrl, name), drop };
}

export async function asOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
