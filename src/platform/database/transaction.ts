import type pg from "pg";
import { type Read, readHandle, type Tx, writeHandle } from "./sql.ts";

/** Whose rows the transaction may see; row-level security reads it. An empty scope sees no office's rows. */
export interface Scope {
  readonly office?: number;
  readonly employee?: number;
}

export interface Database {
  read<T>(scope: Scope, work: (tx: Read) => Promise<T>): Promise<T>;
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
}

const ATTEMPTS = 3;
/** serialization_failure and deadlock_detected: nothing was done, the whole unit of work may run again. */
const RETRIABLE = new Set(["40001", "40P01"]);

export function databaseOf(pool: pg.Pool): Database {
  return {
    // One snapshot: what several statements read belongs together.
    read: (scope, work) =>
      once(pool, scope, "begin isolation level repeatable read read only", (client) => work(readHandle(client))),
    write: (scope, work) => retried(() => once(pool, scope, "begin", (client) => work(writeHandle(client)))),
  };
}

async function once<T>(
  pool: pg.Pool,
  scope: Scope,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`${begin}; ${settings(scope)}`);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    broken = isSilence(error) ? error : await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Why the connection can't be used again; undefined: it can. */
const rollback = (client: pg.PoolClient): Promise<Error | undefined> =>
  client.query("rollback").then(
    () => undefined,
    (error: Error) => error,
  );

/** The server did not answer in time: to ask it to roll back would mean to wait as long again. */
export const isSilence = (error: unknown): error is Error =>
  error instanceof Error && error.message === "Query read timeout";

/** Literals, because set_config is not propagated by every pooler and shard; integers only, so nothing to quote. */
function settings(scope: Scope): string {
  const value = (id: number | undefined) => (id === undefined ? "''" : `'${Math.trunc(id)}'`);
  return `set local visits.office = ${value(scope.office)}; set local visits.employee = ${value(scope.employee)}`;
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRIABLE.has(sqlState(error))) throw error;
    }
  }
}

export const sqlState = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
