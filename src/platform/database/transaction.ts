import type pg from "pg";
import {
  type AcrossOffices,
  type AcrossOfficesScope,
  type Announced,
  acrossOffices,
  answerOf,
  type Ending,
  newTransaction,
  OF_NATION,
  query,
  type Read,
  readHandle,
  sendCommit,
  settingsOf,
  type TransactionScope,
  type TransactionState,
  type Tx,
  writeHandle,
} from "./sql.ts";
import { isReadOnly } from "./takes-writes.ts";

type HandleOf<Of extends TransactionScope, Handle extends Read> = Of extends AcrossOfficesScope
  ? AcrossOffices<Handle>
  : Handle;

export const handleOf = <Of extends TransactionScope, Handle extends Read>(_: Of, handle: Handle) =>
  handle as HandleOf<Of, Handle>;

export interface Database {
  read<T, Of extends TransactionScope>(scope: Of, work: (tx: HandleOf<Of, Ending>) => Promise<T>): Promise<T>;
  write<T, Of extends TransactionScope>(scope: Of, work: (tx: HandleOf<Of, Tx>) => Promise<T>): Promise<T>;
  /** What would come of it: all is done, and taken back. */
  dryRun<T, Of extends TransactionScope>(scope: Of, work: (tx: HandleOf<Of, Tx>) => Promise<T>): Promise<T>;
  /** For one statement about the nation's rows: it is a transaction by itself. */
  readonly nation: Read;
  /** For one statement about the rows of all offices: it is a transaction by itself. */
  readonly acrossOffices: AcrossOffices;
}

/** All that is needed to look, and nothing by which anybody decides. */
export type ReadOnlyDatabase = Pick<Database, "read" | "nation" | "acrossOffices">;

/** What a server is asked on the same connection ahead of all else; where it fails, nothing that comes behind it counts. */
type Precondition = (client: pg.ClientBase) => Promise<void>;

const ATTEMPTS = 3;
/** serialization_failure and deadlock_detected: nothing was done, the whole unit of work may run again. */
const RETRIABLE = new Set(["40001", "40P01"]);

/**
 * @param pool of connections on which statements travel together: pg's pipelines
 * @param announce what a transaction had to announce, once it is committed and before anybody hears of its result; without it,
 *   other processes find what there is to announce
 */
export function databaseOf(pool: pg.Pool, announce: (announced: Announced) => void = () => {}): Database {
  if (!pool.options.pipeline) throw new Error("Statements that are sent together need a pool of pipelines.");
  const alone: Read = {
    sql: async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
      (await preparedAnew(pool, () => pool.query(query(strings, values)))).rows as Row[],
  };
  return {
    read: (scope, work) => readIn(pool, scope, work),
    write: (scope, work) =>
      retried(pool, () =>
        within(pool, { begin: `begin; ${settingsOf(scope)}` }, async (client, turn) => {
          const result = await work(handleOf(scope, writeHandle(client, turn)));
          turn.isOver = true;
          await committed(turn, turn.commit ?? sendCommit(client, turn));
          announce(turn.announced);
          return { result, end: Promise.resolve() };
        }),
      ),
    dryRun: (scope, work) =>
      retried(pool, () =>
        within(pool, { begin: `begin; ${settingsOf(scope)}` }, async (client, turn) => {
          const result = await work(handleOf(scope, { ...writeHandle(client, turn), last: refuseToEnd }));
          turn.isOver = true;
          // A long look at the result keeps nobody waiting.
          await answerOf(turn, client.query("rollback"));
          return { result, end: Promise.resolve() };
        }),
      ),
    ...aloneOf(alone),
  };
}

/** Of what asks one statement by itself: the two ways to say what it is about. */
export const aloneOf = (alone: Read): Pick<Database, "nation" | "acrossOffices"> => ({
  nation: alone,
  acrossOffices: acrossOffices(alone),
});

/** To look under a condition. A statement of no office waits for its answer: nothing may come behind a server that is unfit. */
export const readsUnder = (pool: pg.Pool, precondition: Precondition): ReadOnlyDatabase => ({
  read: (scope, work) => readIn(pool, scope, work, precondition),
  ...aloneOf({
    sql: (strings, ...values) => readIn(pool, OF_NATION, (tx) => tx.last(strings, ...values), precondition),
  }),
});

/** One snapshot: what several statements read belongs together. Nobody need wait for its end. */
const readIn = <T, Of extends TransactionScope>(
  pool: pg.Pool,
  scope: Of,
  work: (tx: HandleOf<Of, Ending>) => Promise<T>,
  precondition?: Precondition,
): Promise<T> =>
  preparedAnew(pool, () =>
    within(
      pool,
      { begin: `begin isolation level repeatable read read only; ${settingsOf(scope)}`, precondition },
      async (client, turn) => {
        const result = await work(handleOf(scope, readHandle(client, turn))).catch(refuseToWrite);
        turn.isOver = true;
        return { result, end: turn.commit ?? client.query("commit") };
      },
    ),
  );

/** It was not the server that took no writes. */
function refuseToWrite(cause: unknown): never {
  throw isReadOnly(cause) ? new Error("A transaction that only reads was to write.", { cause }) : cause;
}

const refuseToEnd = async (): Promise<never> => {
  throw new Error("What is only tried out was to be committed.");
};

/** PostgreSQL answers the commit of a transaction in which a statement failed by rolling back, without an error. */
async function committed({ failure }: TransactionState, commit: Promise<pg.QueryResult>): Promise<void> {
  const { command } = await commit;
  if (command !== "COMMIT") throw failure ?? new Error("A transaction rolled back what was to be committed.");
}

interface Ended<T> {
  readonly result: T;
  /** When the connection is free again */
  readonly end: Promise<unknown>;
}

interface Beginning {
  readonly begin: string;
  /** Before the transaction has a snapshot */
  readonly precondition?: Precondition;
}

/**
 * The first statement travels together with the beginning. Should that alone fail, the statement has no office and
 * row-level security lets it neither read nor write.
 */
async function within<T>(
  pool: pg.Pool,
  { begin, precondition }: Beginning,
  work: (client: pg.PoolClient, turn: TransactionState) => Promise<Ended<T>>,
): Promise<T> {
  const client = await pool.connect();
  const turn = newTransaction();
  const release = (broken?: Error) => client.release(broken);
  const met = precondition?.(client);
  let unmet: Error | undefined;
  met?.catch((error: Error) => {
    unmet = error;
  });
  const begun = answerOf(turn, client.query(begin));
  // Heard below, after the work that went ahead has ended.
  begun.catch(() => {});
  try {
    const { result, end } = await work(client, turn).finally(() => met);
    // Should the connection be lost, nobody is left to hear it.
    end.catch(() => {});
    await begun;
    end.then(() => release(), release);
    return result;
  } catch (error) {
    turn.isOver = true;
    if (unmet) release(unmet);
    else if (isOfNoUse(turn.failure)) release(turn.failure);
    else (turn.commit ?? client.query("rollback")).then(() => release(), release);
    throw error;
  }
}

/** The server did not answer in time: to ask it to roll back would mean to wait as long again. */
export const isDatabaseTimeout = (error: unknown): error is Error =>
  error instanceof Error && error.message === "Query read timeout";

/**
 * A migration has changed what a statement answers that this connection had prepared before. Nothing was done; a new
 * connection prepares it anew.
 */
const isStalePlan = (error: unknown): error is Error =>
  sqlState(error) === "0A000" && error instanceof Error && error.message.includes("cached plan");

/** Of a connection with which nobody could begin anything. */
const isOfNoUse = (error: unknown): error is Error =>
  isDatabaseTimeout(error) || isStalePlan(error) || isReadOnly(error);

/** Each of the pool's connections may have prepared it. */
async function preparedAnew<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  for (let left = pool.options.max ?? 0; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left <= 0 || !isStalePlan(error)) throw error;
    }
  }
}

async function retried<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await preparedAnew(pool, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRIABLE.has(sqlState(error))) throw error;
    }
  }
}

export const sqlState = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
