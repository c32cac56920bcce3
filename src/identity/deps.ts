import type { FastifyBaseLogger } from "fastify";
import type { Config } from "../platform/config.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import type { Directory } from "./directory/directory.ts";
import type { SignInProvider } from "./provider/provider.ts";
import type { SessionKey, SessionRow } from "./sql.ts";

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

/** Sessions as they stand. */
export interface OpenSessions {
  /** @param mustBeNew it must show what is committed by now; @throws Refusal 401 `not-signed-in` */
  find(key: SessionKey, now: Temporal.Instant, mustBeNew: boolean): Promise<SessionRow>;
  /** What was written of it is not what it was: its last use, of which nobody else need know */
  renew(key: SessionKey): void;
}

export interface SessionDeps extends IdentityDeps {
  readonly sessions: OpenSessions;
}

export interface SignInDeps extends SessionDeps {
  /** Told of each new session, in its own transaction */
  readonly onSession: SessionStarted;
}

/** @param session the offices in which the employee may work from now on; the transaction may go on under their scopes */
export type SessionStarted = (
  tx: Tx,
  session: { readonly employeeId: number; readonly offices: readonly number[] },
  now: Temporal.Instant,
) => Promise<void>;
