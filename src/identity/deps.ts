import type { FastifyBaseLogger } from "fastify";
import type { Config } from "../platform/config.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import type { Directory } from "./directory/directory.ts";
import type { SignInProvider } from "./provider/provider.ts";

export interface IdentityDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly provider: SignInProvider;
  readonly directory: Directory;
  readonly log: FastifyBaseLogger;
  /** Stand-ins for the government's servers are running */
  readonly trial?: boolean;
}

export interface SignInDeps extends IdentityDeps {
  /** Told of each new session, in its own transaction */
  readonly onSession: SessionStarted;
}

/** @param session the offices in which the employee may work from now on; the transaction may go on under their scopes */
export type SessionStarted = (
  tx: Tx,
  session: { readonly employeeId: number; readonly offices: readonly number[] },
  now: Temporal.Instant,
) => Promise<void>;
