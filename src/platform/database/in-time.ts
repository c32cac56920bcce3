import { AsyncResource } from "node:async_hooks";
import type pg from "pg";
import { timeLeft } from "../deadline.ts";
import { Refusal } from "../refusal.ts";

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  /** Not there beside an error */
  release?: (broken?: Error | boolean) => void,
) => void;

/** For the rollback of what came too late; then the connection is given up. */
const ROLLBACK_MS = 200;

/** A wait for a connection, or for the answer of a statement, lasts no longer than the request has time. */
export function keepTime(pool: pg.Pool, longestMs: number): void {
  const connect = pool.connect.bind(pool) as (connected: Connected) => void;
  const connectInTime = (whenConnected: Connected) => {
    // A connection left to the next request would bring the rest of a time along.
    const connected = AsyncResource.bind(whenConnected);
    const left = timeLeft();
    if (left === Number.POSITIVE_INFINITY) return connect(connected);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      connected(new Refusal(503, "unavailable"), undefined, () => {});
    }, left);
    connect((error, client, release) => {
      clearTimeout(timer);
      if (isLate) release?.();
      else connected(error, client, release);
    });
  };
  pool.connect = ((connected?: Connected) =>
    connected ? connectInTime(connected) : promised(connectInTime)) as typeof pool.connect;
  pool.on("connect", (client) => {
    const { connectionParameters } = client as unknown as { readonly connectionParameters: object };
    // Asked for with every statement.
    Object.defineProperty(connectionParameters, "query_timeout", {
      get: () => {
        const left = timeLeft();
        return left > 0 ? Math.min(longestMs, Math.ceil(left)) : ROLLBACK_MS;
      },
    });
  });
}

const promised = (connect: (connected: Connected) => void): Promise<pg.PoolClient> =>
  new Promise((resolve, reject) =>
    connect((error, client) => (client ? resolve(client) : reject(error ?? new Error("No connection came.")))),
  );
