import pg from "pg";
import { gatheringSocket } from "./gathering-socket.ts";
import { keepTime } from "./in-time.ts";
import { APP_ROLE } from "./migrate.ts";
import { addressesIn, clientAmong, type Requirement, serversIn } from "./servers.ts";
import { requireWritable } from "./takes-writes.ts";

/** A query past this is a fault; the caller gets 503 and may repeat. */
const STATEMENT_MS = 4_600;
/** Shorter, so that who waits in vain for a lock is told apart from who computes too long. */
const LOCK_MS = 4_400;
/** Longer: a server that is still there keeps its own limits, one that has fallen silent keeps none. */
const SILENCE_MS = 4_800;
/** Waiting for a free connection included: rivals for one slot queue up here. */
const CONNECT_MS = 4_500;

/** timestamptz becomes an Instant, date a PlainDate; nothing of the domain is ever a JavaScript Date. */
const TIMESTAMPTZ = 1184;
const DATE = 1082;
export const TEMPORAL_TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") => {
    if (oid === TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text);
    if (oid === DATE) return (text: string) => Temporal.PlainDate.from(text);
    return pg.types.getTypeParser(oid, format as "text");
  }) as pg.CustomTypesConfig["getTypeParser"],
};

/** What holds on every connection of the application, which acts as a role that owns nothing, whoever logs in. */
export const CONNECTION_SETTINGS: Readonly<Record<string, string>> = {
  role: APP_ROLE,
  timezone: "UTC",
  statement_timeout: `${STATEMENT_MS}ms`,
  lock_timeout: `${LOCK_MS}ms`,
  // Nobody hears the answer any more: what waits for a lock or computes ends with its connection.
  client_connection_check_interval: "1s",
  idle_in_transaction_session_timeout: "10s",
  // Every statement names its office, so one plan is as good for one as for another; to plan anew costs more than to run.
  plan_cache_mode: "force_generic_plan",
};

/** A pooler lends one connection to many: they begin with the settings of the login, for it takes none of ours. */
export type Way = "direct" | "pooled";

/** What is asked of several servers, and of each connection first, and for how long anything is waited for: milliseconds. */
interface PoolTerms {
  readonly ofServer: Requirement;
  readonly ofConnection: Requirement;
  readonly connectMs: number;
  readonly silenceMs: number;
  /** Beside those of the application */
  readonly settings: Readonly<Record<string, string>>;
}

const OF_PRIMARY: PoolTerms = {
  ofServer: requireWritable,
  ofConnection: requireWritable,
  connectMs: CONNECT_MS,
  silenceMs: SILENCE_MS,
  settings: {},
};

export const openPool = (url: string, size: number, onError: (error: Error) => void, way: Way = "direct"): pg.Pool =>
  poolOf({ url, size, onError, way }, OF_PRIMARY);

interface PoolWish {
  readonly url: string;
  readonly size: number;
  readonly way: Way;
  onError(error: Error): void;
}

export function poolOf({ url, size, onError, way }: PoolWish, terms: PoolTerms): pg.Pool {
  const [first, ...others] = addressesIn(url);
  const servers = serversIn(url, terms.ofServer);
  const settings = Object.entries({ ...CONNECTION_SETTINGS, ...terms.settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const pool = new pg.Pool({
    connectionString: first,
    max: size,
    pipeline: true,
    stream: gatheringSocket,
    types: TEMPORAL_TYPES,
    connectionTimeoutMillis: terms.connectMs,
    idleTimeoutMillis: 60_000,
    ...(others.length > 0 && { Client: clientAmong(servers) }),
    onConnect: (client) =>
      terms.ofConnection(client).catch((error) => {
        servers.lose();
        throw error;
      }),
    ...(way === "direct" && { options: settings.join(" ") }),
  });
  keepTime(pool, terms.silenceMs);
  pool.on("error", onError);
  // A connection that breaks while a transaction has it fails the transaction; unheard, it would end the process too.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
